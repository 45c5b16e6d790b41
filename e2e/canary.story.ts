import { randomBytes } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { waitingReplies } from '@/db/schema'
import { createCanned } from '@/lib/canned/create'
import { saveDraft } from '@/lib/drafts/save'
import { linkTickets } from '@/lib/links/link-tickets'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'

import { writeBack } from '@/lib/messages/write-back'

import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'

import { addPerson } from '@/lib/people/add-person'
import { customerPage } from '@/lib/people/customers'
import { createCalendar } from '@/lib/sla/calendars/create'
import { createPolicy } from '@/lib/sla/policies/create'
import { make, resolve } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { assign } from '@/lib/tickets/assign'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { merge } from '@/lib/tickets/merge'
import { prioritize } from '@/lib/tickets/prioritize'

import { split } from '@/lib/tickets/split'
import { tag } from '@/lib/tickets/tag'
import { timeline } from '@/lib/tickets/timeline'

import { isAgent, isCustomer, isSupervisor, system } from '@/lib/viewer'
import { createWallboard } from '@/lib/wallboards/create'
import { tokenOf } from '@/lib/wallboards/token'
import { signIn } from './sign-in'
import { test } from './story'
import { actionBody, addresses, builtActions, filled } from './surface'
import { refusalOfRole } from './threats/wire'

/*
 * Ring five around a note (docs/architecture.md): words that no customer may ever read are planted, then everything that
 * a customer can ask for is asked for. Addresses come from the app folder and actions from the build, so that what is
 * new is walked too.
 */
test.describe.configure({ mode: 'serial' })

const word = () => `canary${randomBytes(6).toString('hex')}`
const password = word()

const forbidden = {
  note: word(),
  noteOnSolved: word(),
  noteOnMerged: word(),
  noteSplitOff: word(),
  linkedSubject: word(),
  metadata: word(),
  surname: word(),
  agentAddress: word(),
  silentAgent: word(),
  stranger: word(),
  strangerAddress: word(),
  foreignSubject: word(),
  foreignText: word(),
  calendar: word(),
  policy: word(),
  draftOfReply: word(),
  draftOfNote: word(),
  waitingReply: word(),
  team: word(),
  tag: word(),
  organizationNotes: word(),
  cannedReply: word(),
  noteOfMacro: word(),
}

const person = (name: string, address: string, role: 'customer' | 'agent') =>
  addPerson(system, { name, email: `${address}@example.test`, role, password })

const filed = (requester: { readonly id: number }, subject: string, description: string) =>
  make().for(requester.id).subject(subject).description(description)

async function plant() {
  const cleo = await person('Cleo Canary', word(), 'customer')
  const otto = await person(`Otto ${forbidden.stranger}`, forbidden.strangerAddress, 'customer')
  const ana = await person(`Ana ${forbidden.surname}`, forbidden.agentAddress, 'agent')
  const sam = await addPerson(system, {
    name: 'Sam Screen',
    email: `${word()}@example.test`,
    role: 'supervisor',
    password,
  })
  const silent = await person(`${forbidden.silentAgent} Quiet`, word(), 'agent')
  if (!isCustomer(cleo) || !isAgent(ana) || !isAgent(silent) || !isSupervisor(sam))
    throw new Error('The roles are mixed up')

  const own = await filed(cleo, 'Lamp flickers', 'It does so at night.')
    .metadata({ remark: forbidden.metadata })
    .create()
  await answer(ana, own, { body: 'Which lamp is it?', channel: 'agent' }, 'pending')
  await note(ana, own, { body: `Between us: ${forbidden.note}`, channel: 'agent' })
  await note(silent, own, { body: forbidden.note, channel: 'agent' })
  await assign(ana, await ticketByRefid(own.refid), silent)
  for (const [mode, body] of [
    ['reply', forbidden.draftOfReply],
    ['note', forbidden.draftOfNote],
  ] as const)
    await saveDraft(ana, own.refid, {
      mode,
      body,
      becomes: null,
      submission: crypto.randomUUID(),
      turn: 1,
      seen: null,
    })
  await prioritize(ana, await ticketByRefid(own.refid), 'urgent')

  // It waits for longer than this story lasts.
  await db.insert(waitingReplies).values({
    ticketId: own.id,
    authorId: ana.id,
    channel: 'agent',
    body: forbidden.waitingReply,
    actions: [{ do: 'note', to: forbidden.noteOfMacro }],
    becomes: 'resolved',
    statusBefore: 'pending',
    submission: crypto.randomUUID(),
    sendAt: new Date(Date.now() + 86_400_000),
  })

  const solved = await filed(cleo, 'Chair squeaks', 'It does so by day.').create()
  await note(ana, solved, { body: forbidden.noteOnSolved, channel: 'agent' })
  await resolve(solved)

  const merged = await filed(cleo, 'Lamp flickers again', 'It does so at dawn.').create()
  await note(ana, merged, { body: forbidden.noteOnMerged, channel: 'agent' })
  await merge(ana, merged, own)
  await writeBack(cleo, own, { body: 'The kettle hums, too.', channel: 'portal' })
  await note(ana, own, { body: forbidden.noteSplitOff, channel: 'agent' })
  const { entries } = await timeline(ana, own.refid)
  const kettle = entries.find((entry) => entry.type === 'message' && entry.body.startsWith('The kettle'))
  const apart = await split(ana, own, { subject: 'Kettle', message: kettle?.uid ?? '', andAfter: true })

  const foreign = await filed(otto, `Mine ${forbidden.foreignSubject}`, forbidden.foreignText).create()
  const linked = await filed(otto, forbidden.linkedSubject, 'Also mine').create()
  await linkTickets(ana, own, 'parent', linked)
  const calendar = await createCalendar(system, {
    name: forbidden.calendar,
    hours: { timeZone: 'UTC', weekly: { mon: [['09:00', '17:00']] }, days: [] },
  })
  const policy = await createPolicy(system, {
    name: forbidden.policy,
    conditions: { priorities: ['low'], channels: ['api'] },
    targets: { low: { resolution: 3600 }, medium: {}, high: {}, urgent: {} },
    calendar: null,
    pausing: [],
    steps: [],
  })
  const team = await createTeam(system, { name: forbidden.team, members: [silent.email] })
  await handOver(ana, await ticketByRefid(own.refid), team.uid)
  await tag(ana, own, { add: [forbidden.tag, 'planted'] })
  const organization = await createOrganization(system, {
    name: word(),
    notes: forbidden.organizationNotes,
  })
  await joinOrganization(system, cleo.email, organization.uid)
  const canned = await createCanned(ana, {
    name: `Canned ${forbidden.cannedReply}`,
    shortcut: null,
    body: forbidden.cannedReply,
    actions: [{ do: 'note', to: forbidden.noteOfMacro }],
    scope: 'personal',
  })
  const customers = await Promise.all(
    [cleo, otto].map(async ({ email }) => (await customerPage(system, { q: email })).rows[0]?.uid ?? ''),
  )
  return {
    cleo,
    own,
    solved,
    merged,
    apart,
    foreign,
    calendar,
    policy,
    team,
    organization,
    canned,
    customers,
    wall: tokenOf((await createWallboard(sam, `Screen ${word()}`)).uid),
  }
}

let planted: Awaited<ReturnType<typeof plant>>
test.beforeAll(async () => {
  planted = await plant()
})

/** What to put in the place of a parameter. */
const fillings = () => ({
  '[refid]': [
    planted.own.refid,
    planted.merged.refid,
    planted.apart.refid,
    planted.solved.refid,
    planted.foreign.refid,
    'SUP-00000000',
  ],
  '[slug]': ['billing'],
  '[email]': ['agent@demo.test', planted.cleo.email],
  '[policy]': [planted.policy.uid],
  '[calendar]': [planted.calendar.uid],
  '[team]': [planted.team.uid],
  '[tag]': ['planted'],
  '[organization]': [planted.organization.uid],
  '[customer]': planted.customers,
  '[run]': [crypto.randomUUID()],
  '[report]': ['agents'],
  '[token]': [planted.wall, 'none'],
  '[canned]': [planted.canned.uid],
  '[...nextauth]': ['session', 'providers', 'csrf', 'signin', 'error'],
})

const paths = () => addresses.flatMap(({ pattern }) => filled(pattern, fillings()))

/** Words that one address or another asks for before it answers. */
const asked = new URLSearchParams({
  all: '1',
  page: '1',
  sort: 'updated',
  q: 'lamp',
  next: '/console',
  href: '/console/tickets',
  mode: 'note',
}).toString()

/** The ways in which one address can be asked: as a page, as the payload behind a link, as a prefetch. */
const ways = (path: string): { readonly url: string; readonly headers: Record<string, string> }[] => [
  { url: path, headers: {} },
  { url: `${path}?${asked}`, headers: {} },
  { url: path, headers: { rsc: '1' } },
  { url: `${path}?_rsc=1`, headers: { rsc: '1', 'next-router-prefetch': '1' } },
  { url: path, headers: { rsc: '1', 'next-router-segment-prefetch': '/_tree' } },
  { url: `${path}.rsc`, headers: {} },
  {
    url: path,
    headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-forwarded-user': 'admin' },
  },
]

const leaks = (text: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).flatMap(([what, secret]) =>
    text.toLowerCase().includes(secret.toLowerCase()) ? [what] : [],
  )

/** Names of what only the staff is told, as JSON and payloads say them. */
const staffFields =
  /\\?"(?:is_?internal|internal|notes?|audience|assignee\w*|author_?id|requester_?id|metadata|password_?hash)\\?":/i

/** Whoever has the link of a screen reads the first names of the agents. */
const onTheWall = ({ silentAgent: _, ...words }: Readonly<Record<string, string>>) => words

async function walk(request: APIRequestContext, words: Readonly<Record<string, string>>) {
  let asked = 0
  for (const path of paths())
    for (const { url, headers } of ways(path)) {
      const response = await request.get(url, { headers, maxRedirects: 3, failOnStatusCode: false })
      const text = `${JSON.stringify(response.headers())}${await response.text()}`
      const onWall = path.includes(planted.wall)
      expect(leaks(text, onWall ? onTheWall(words) : words), `${url} as ${JSON.stringify(headers)}`).toEqual(
        [],
      )
      // A screen says who has how much.
      if (!onWall) expect(text, url).not.toMatch(staffFields)
      expect(response.status(), url).toBeLessThan(500)
      asked += 1
    }
  return asked
}

test('a customer walks every address and finds no note, no agent and nobody else', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page, planted.cleo.email, password)
  const own = await page.request.get(`/tickets/${planted.own.refid}`)
  expect(await own.text()).toContain('Which lamp is it?')

  expect(await walk(page.request, forbidden)).toBeGreaterThan(50)
})

test('a visitor walks every address and finds nothing of anybody', async ({ request }) => {
  test.setTimeout(180_000)
  await walk(request, { ...forbidden, subject: 'Lamp flickers', answer: 'Which lamp is it?' })
})

test('a search for the words of a note, of another ticket or of an agent finds nothing', async ({ page }) => {
  await signIn(page, planted.cleo.email, password)
  for (const secret of Object.values(forbidden)) {
    const response = await page.request.get(`/tickets?q=${secret}`, { headers: { rsc: '1' } })
    const text = await response.text()
    expect(text).not.toContain(planted.own.refid)
    expect(text).not.toContain(planted.solved.refid)
    expect(text).not.toContain(planted.apart.refid)
    expect(text).not.toContain(planted.foreign.refid)
  }
})

test("another customer's ticket answers like one that does not exist", async ({ page }) => {
  await signIn(page, planted.cleo.email, password)
  const shape = async (refid: string) => {
    const response = await page.request.get(`/tickets/${refid}`)
    const text = (await response.text())
      .replaceAll(refid, 'REFID')
      .replaceAll(/[0-9a-f-]{36}|nonce="[^"]*"/g, '')
    return { status: response.status(), length: Math.round(text.length / 100) }
  }

  expect(await shape(planted.foreign.refid)).toEqual(await shape('SUP-00000000'))
  expect((await shape(planted.foreign.refid)).status).toBe(404)
})

/** Whatever an action for customers may ask for, pointed at things of others. */
const fields = (refid: string) => ({
  refid,
  body: 'Written by a stranger',
  comment: 'Written by a stranger',
  score: '1',
  submission: crypto.randomUUID(),
})

/** Everything that a call must not move, as one value. Other stories run beside this one, on rows of their own. */
async function standing() {
  const ids = sql`(${planted.own.id}, ${planted.solved.id}, ${planted.foreign.id})`
  const [row] = await db.execute(sql`
    select
      (select json_agg(t order by id) from tickets t where id in ${ids}) as tickets,
      (select count(*) from messages where ticket_id in ${ids}) as messages,
      (select count(*) from ratings where ticket_id in ${ids}) as ratings,
      (select count(*) from events where actor_id = ${planted.cleo.id} or ticket_id in ${ids}) as events`)
  return row
}

/** What a customer may do with these fields, because it is about nothing of others. */
const ownAffairs = new Set(['fileRequest', 'changePassword', 'changeZone', 'changeOwnName', 'signOutOthers'])

test('no action of the build lets a visitor, or a customer on things of others, change or read anything', async ({
  page,
  request,
  baseURL,
}) => {
  await signIn(page, planted.cleo.email, password)
  const before = await standing()
  const call = async (context: APIRequestContext, id: string, sent: Record<string, string>) => {
    const response = await context.post('/sign-in', {
      headers: { 'next-action': id, origin: baseURL ?? '', accept: 'text/x-component' },
      multipart: actionBody(sent),
      failOnStatusCode: false,
      maxRedirects: 0,
    })
    return { status: response.status(), text: await response.text() }
  }
  const called = builtActions().filter(({ audience }) => audience !== 'visitor')
  expect(called.length).toBeGreaterThan(70)
  for (const { id, name, audience } of called) {
    // Nothing is sent: who asks is looked at first, or it would be said that fields are missing.
    expect((await call(request, id, {})).text, `${name} as visitor`).toContain(
      '"message":"You are signed out.',
    )
    if (audience !== 'customer')
      expect((await call(page.request, id, {})).text, `${name} as customer`).toContain(refusalOfRole)
    else if (!ownAffairs.has(name)) {
      const { status, text } = await call(page.request, id, fields(planted.foreign.refid))
      expect(text, name).toContain('"message":"Not found"')
      expect(leaks(text, { ...forbidden, agentAddress: forbidden.note }), name).toEqual([])
      expect(status, name).toBeLessThan(500)
    }
  }
  expect(await standing()).toEqual(before)
})
