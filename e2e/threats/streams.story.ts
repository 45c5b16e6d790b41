import { expect } from '@playwright/test'
import postgres from 'postgres'
import { migrate } from '@/db/migrate'
import { revokeSession } from '@/lib/auth/sessions'
import { cookieName, newSecret, sessionId, sign, verify } from '@/lib/auth/token'
import { note } from '@/lib/messages/note'
import { newsIn, reading } from '@/lib/realtime/testing'
import { file } from '@/lib/tickets/file'
import { makeRefid } from '@/lib/tickets/refid'
import { openThrowaway } from '@/scripts/postgres/throwaway.mjs'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { newCustomer, newStaff, word } from './people'
import { serverWith } from './second-server'
import { ask, inBatches, origin } from './wire'

/** Live updates as a browser gets them: real bytes of a real server, and what becomes of them when things break. */

async function listen(cookie: string, { at = origin, after = '', headers = {} } = {}) {
  const response = await fetch(`${at}/api/console/stream`, {
    headers: {
      cookie,
      accept: 'text/event-stream',
      ...(after && { 'last-event-id': after }),
      ...headers,
    },
  })
  if (!response.ok || !response.body) throw new Error(`The stream answers ${response.status}`)
  const stream = reading(response.body)
  const hello = await stream.until('hello')
  return { ...stream, hello, headers: response.headers }
}

const filed = async () => {
  const ana = await newStaff()
  const subject = word()
  const ticket = await file(ana, await newCustomer(), { subject, description: subject, channel: 'agent' })
  return { ana, ...ticket, subject }
}

test('what happens reaches a listener byte by byte, whatever the browser could unpack', async () => {
  const { ana, ...ticket } = await filed()
  const stream = await listen(await cookieOf(ana), { headers: { 'accept-encoding': 'gzip, br, deflate' } })
  expect(stream.headers.get('content-encoding')).toBeNull()
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(stream.headers.get('cache-control')).toBe('private, no-store, no-transform')
  expect(stream.headers.get('x-accel-buffering')).toBe('no')

  const secret = word()
  await note(ana, ticket, { body: secret, channel: 'agent' })
  for (;;) {
    const told = await stream.until('news')
    expect(JSON.stringify(told)).not.toContain(secret)
    expect(JSON.stringify(told)).not.toContain(ticket.subject)
    // That it was filed may still have been on its way to the listener.
    const noted = newsIn(told).find(({ refid, kind }) => refid === ticket.refid && kind === 'message.noted')
    if (!noted) continue
    expect(noted).toEqual({
      uid: expect.any(String),
      kind: 'message.noted',
      refid: ticket.refid,
      turn: 'us',
    })
    break
  }
  await stream.leave()
})

test('only the staff may listen, and only who asks for a stream', async () => {
  const path = '/api/console/stream'
  const headers = { accept: 'text/event-stream' }
  expect((await ask(path, { headers })).status).toBe(401)
  expect((await ask(path, { headers, cookie: await cookieOf(await newCustomer()) })).status).toBe(404)
  expect((await ask(path, { cookie: await cookieOf(await newStaff()) })).status).toBe(406)
})

test('the stream of a session that is revoked ends within five seconds', async () => {
  const cookie = await cookieOf(await newStaff())
  const stream = await listen(cookie)
  const secret = verify(cookie.slice(cookie.indexOf('=') + 1))
  const revoked = Date.now()
  await revokeSession(secret ?? '')
  await stream.until('bye')
  expect(await stream.next()).toBeNull()
  // The promise of the console (docs/architecture.md), not a measurement.
  expect(Date.now() - revoked).toBeLessThan(5_000)
  await expect(listen(cookie)).rejects.toThrow('401')
})

test('three hundred listen to one server, and each hears it', async () => {
  test.setTimeout(90_000)
  const { ana, ...ticket } = await filed()
  const cookies = await Promise.all(Array.from({ length: 30 }, async () => cookieOf(await newStaff())))
  const asked = cookies.flatMap((cookie) => Array.from({ length: 10 }, () => cookie))
  const streams = await inBatches(asked, 20, (cookie) => listen(cookie))
  expect(streams).toHaveLength(300)
  await note(ana, ticket, { body: word(), channel: 'agent' })
  await Promise.all(
    streams.map(async (stream) => {
      while (!newsIn(await stream.until('news')).some(({ refid }) => refid === ticket.refid));
    }),
  )
  expect((await ask('/console/tickets', { cookie: cookies[0] })).status).toBe(200)
  await Promise.all(streams.map((stream) => stream.leave()))
})

test('a server with open streams ends at once when it is told to', async () => {
  const server = await serverWith({})
  const cookie = await cookieOf(await newStaff())
  const streams = await Promise.all([1, 2, 3].map(() => listen(cookie, { at: server.origin })))
  // Whoever keeps it running kills what has not ended after eight seconds.
  const told = Date.now()
  await server.stop()
  expect(Date.now() - told).toBeLessThan(7_000)
  for (const stream of streams) expect(await stream.next()).toBeNull()
})

test('streams outlive a database that crashes and comes back, and lose nothing', async () => {
  test.setTimeout(120_000)
  const cluster = await openThrowaway({ durable: true })
  const sql = postgres(cluster.url, { max: 1, onnotice: () => {} })
  let server: Awaited<ReturnType<typeof serverWith>> | undefined
  try {
    await migrate(cluster.url)
    const { cookie, refid } = await arranged(sql)
    server = await serverWith({ DATABASE_URL: cluster.url })
    const stream = await listen(cookie, { at: server.origin })
    await happens(sql, refid, 'ticket.tagged')
    expect(newsIn(await stream.until('news'))).toMatchObject([{ kind: 'ticket.tagged', refid }])

    await cluster.kill()
    await cluster.restart()
    await happens(sql, refid, 'ticket.prioritized')
    expect(newsIn(await stream.until('news'))).toMatchObject([{ kind: 'ticket.prioritized', refid }])
    await happens(sql, refid, 'ticket.resolved')
    const { id } = await stream.until('news')

    // Away for longer than anybody waits: the streams end, and whoever comes back hears what happened since.
    await cluster.kill()
    expect(await stream.next()).toBeNull()
    await expect(listen(cookie, { at: server.origin })).rejects.toThrow('50')
    await cluster.restart()
    await happens(sql, refid, 'ticket.reopened')
    const back = await listen(cookie, { at: server.origin, after: id })
    expect(back.hello.data).toEqual({ missed: false, build: expect.stringMatching(/^[0-9a-f]{12}$/) })
    expect(newsIn(await back.until('news'))).toMatchObject([{ kind: 'ticket.reopened', refid }])
    await back.leave()
  } finally {
    await sql.end()
    await server?.stop()
    await cluster.stop()
  }
})

/** An agent who is signed in and a ticket, in a database that nothing else of ours is connected to. */
async function arranged(sql: postgres.Sql) {
  const secret = newSecret()
  const refid = makeRefid()
  await sql`
    with agent as (
      insert into people (name, email, role) values ('Noor Agent', 'noor@example.test', 'agent') returning id
    ), filed as (
      insert into tickets (refid, requester_id, subject, status, priority, channel)
      select ${refid}, id, 'Still here', 'open', 'medium', 'agent' from agent
    )
    insert into sessions (id, person_id, expires_at) select ${sessionId(secret)}, id, now() + interval '1 day' from agent`
  return { cookie: `${cookieName()}=${sign(secret)}`, refid }
}

/** Waits until the database takes it: the driver finds out about a crash by asking. */
const happens = (sql: postgres.Sql, refid: string, kind: string) =>
  expect(async () => {
    await sql`
      insert into events (kind, audience, ticket_id) select ${kind}, 'agents', id from tickets where refid = ${refid}`
  }).toPass()
