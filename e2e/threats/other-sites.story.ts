import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { getUserTickets } from '@/lib/support'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { actionBody, addresses, filled } from '../surface'
import { newCustomer, word } from './people'
import { oneOfEach } from './things'
import { act, ask, built, inBatches, origin } from './wire'

/** What a page of somebody else's can make a browser send; `null` is a sandboxed frame. */
const foreign: readonly Record<string, string>[] = [
  { origin: 'null' },
  { origin: '' },
  { origin: 'https://evil.test' },
  { origin: `${origin}.evil.test` },
  { origin: `${origin}@evil.test` },
  { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
  {
    origin: 'https://evil.test',
    'x-forwarded-host': 'evil.test',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.test',
  },
  { origin: 'http://localhost:1', 'x-forwarded-host': 'localhost:1' },
  { origin, 'sec-fetch-site': 'cross-site' },
  { origin, 'sec-fetch-site': 'same-site' },
  { origin: 'null', 'sec-fetch-site': 'none' },
]

const request = () => ({ category: '', subject: word(), details: 'D', impact: 'question' })

test("no page of another site files a request in a customer's name", async () => {
  const maria = await newCustomer()
  const cookie = await cookieOf(maria)
  for (const headers of foreign) {
    const answer = await act('fileRequest', request(), { cookie, headers })
    expect([answer.status, answer.leadsTo], JSON.stringify(headers)).toEqual([403, null])
  }
  expect(await getUserTickets(maria.id)).toEqual([])
})

test('a form without JavaScript, and a call that names no origin at all, are held to the same', async () => {
  const maria = await newCustomer()
  const cookie = await cookieOf(maria)
  const { id } = built('fileRequest')
  const form = () => {
    const body = new FormData()
    for (const [name, value] of Object.entries(request())) body.append(name, value)
    body.append(`$ACTION_ID_${id}`, '')
    return body
  }
  for (const headers of foreign)
    expect((await ask('/tickets/new', { method: 'POST', body: form(), cookie, headers })).status).toBe(403)
  for (const [body, headers] of [
    [form(), {}],
    [actionBody(request()), { 'next-action': id }],
  ] as const)
    expect((await ask('/tickets/new', { method: 'POST', body, cookie, headers })).status).toBe(403)
  expect(await getUserTickets(maria.id)).toEqual([])
})

test('no page of another site signs anybody in or out', async () => {
  const maria = await newCustomer()
  const cookie = await cookieOf(maria)
  const credentials = { email: maria.email, password: 'four blue bicycles' }
  for (const headers of foreign) {
    expect((await act('signInWithPassword', credentials, { headers })).status).toBe(403)
    for (const path of [
      '/sign-out',
      '/api/auth/signout',
      '/api/auth/callback/credentials',
      '/api/auth/signin',
    ]) {
      const body = new URLSearchParams(credentials)
      expect((await ask(path, { method: 'POST', body, cookie, headers })).status, path).toBe(403)
    }
  }
  expect((await ask('/tickets', { cookie })).status).toBe(200)
})

/** What belongs to somebody, or to a ticket, by the column that says so. */
const owned = {
  messages: 'author_id',
  events: 'actor_id',
  notifications: 'person_id',
  drafts: 'person_id',
  presence: 'person_id',
  waiting_replies: 'author_id',
  preferences: 'person_id',
  saved_views: 'owner_id',
  canned_replies: 'owner_id',
  bulk_runs: 'agent_id',
  ticket_followers: 'person_id',
  wallboards: 'creator_id',
}

test('looking at any address changes nothing, whoever looks', async () => {
  const { maria, ana, boss, ticket, view, fillings } = await oneOfEach()
  const people = [maria, ana, boss]
  const cookies = await Promise.all(people.map(cookieOf))
  const ids = sql.join(
    people.map(({ id }) => id),
    sql`, `,
  )
  const standing = async () => {
    const rows = Object.entries(owned).map(
      ([table, owner]) =>
        // When its screen last asked is written down whoever looks at it: docs/threats.md.
        sql`(select jsonb_agg(to_jsonb(o) - 'shown_at' order by o::text) from ${sql.identifier(table)} o where ${sql.identifier(owner)} in (${ids})) as ${sql.identifier(table)}`,
    )
    const [row] = await db.execute(sql`select ${sql.join(rows, sql`, `)},
      (select json_agg(t) from tickets t where id = ${ticket.id}) as ticket,
      (select json_agg(e order by id) from events e where ticket_id = ${ticket.id}) as history,
      (select json_agg(p order by id) from people p where id in (${ids})) as people,
      (select count(*) from sessions where person_id in (${ids}) and revoked_at is null) as sessions`)
    return row
  }
  const before = await standing()
  for (const [what, there] of Object.entries(before ?? {})) expect(there, what).not.toBeNull()

  const words = new URLSearchParams({
    status: 'resolved',
    filed: '1',
    close: '1',
    submission: crypto.randomUUID(),
    href: '/console/tickets',
    mode: 'note',
    writer: ana.email,
    refids: ticket.refid,
    view: view.uid,
    q: ticket.refid,
  })
  const asked = addresses
    .flatMap(({ pattern }) => filled(pattern, fillings))
    .flatMap((path) =>
      cookies.flatMap((cookie) => [
        { method: 'GET', cookie, path },
        { method: 'GET', cookie, path: `${path}?${words}` },
        { method: 'HEAD', cookie, path },
      ]),
    )
  await inBatches(asked, 8, ({ path, ...how }) => ask(path, how))
  await inBatches(cookies, 3, (cookie) =>
    ask('/tickets', { cookie, headers: { 'next-action': built('closeRequest').id } }),
  )
  expect(await standing()).toEqual(before)
})
