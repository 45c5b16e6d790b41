import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { openSession, revokeSession } from '@/lib/auth/sessions'
import { sessionId } from '@/lib/auth/token'
import { TooMany } from '@/lib/errors'
import { note } from '@/lib/messages/note'
import { changePerson } from '@/lib/people/change-person'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { claim } from '@/lib/tickets/claim'
import { inTransaction } from '@/lib/transaction'
import { type Agent, system } from '@/lib/viewer'
import { readCursor } from './cursor'
import { Hub } from './hub'
import { openStream } from './stream'
import { newsIn, reading } from './testing'

const quick = { rounds: 50, patience: 5_000, beats: 100, rest: 1 }

const hubs: Hub[] = []
const opened = (pace = quick) => {
  const hub = new Hub(pace)
  hubs.push(hub)
  return hub
}
afterEach(() => {
  for (const hub of hubs.splice(0)) hub.end()
})

const filed = async () =>
  make()
    .for((await customer()).id)
    .subject('A lamp flickers')
    .description('At night.')
    .create()

async function signedIn(who?: Agent) {
  const ana = who ?? (await agent())
  const secret = await inTransaction((tx) => openSession(tx, ana, { address: 'here', userAgent: null }))
  return { ana, secret, session: sessionId(secret) }
}

async function listening(hub: Hub, after?: string, who?: Agent) {
  const { ana, secret, session } = await signedIn(who)
  const stream = reading(await openStream(hub, ana, session, readCursor(after)))
  const hello = await stream.until('hello')
  return { ana, secret, stream, hello }
}

test('everybody who listens hears what happens, each time once', async () => {
  const hub = opened()
  const [one, two] = [await listening(hub), await listening(hub)]
  expect(one.hello.data).toEqual({ missed: true })
  const ticket = await filed()
  for (const { stream } of [one, two])
    expect(newsIn(await stream.until('news')).map(({ kind, refid }) => [kind, refid])).toEqual([
      ['ticket.created', ticket.refid],
      ['message.received', ticket.refid],
    ])
  await claim(one.ana, ticket)
  expect(newsIn(await one.stream.until('news')).map(({ kind }) => kind)).toEqual(['ticket.assigned'])
})

test('whoever comes back hears what happened meanwhile, and nothing of before', async () => {
  const hub = opened()
  const { stream, ana } = await listening(hub)
  const first = await filed()
  const { id } = await stream.until('news')
  await stream.leave()
  await note(ana, first, { body: 'While she was away', channel: 'agent' })

  const back = await listening(hub, id)
  expect(back.hello.data).toEqual({ missed: false })
  expect(newsIn(await back.stream.until('news')).map(({ kind }) => kind)).toEqual(['message.noted'])
})

test('whoever comes back from somewhere else, or with nonsense, is told to look for themselves', async () => {
  const hub = opened()
  expect((await listening(hub, '9000000000000:9000000000000:')).hello.data).toEqual({ missed: true })
  expect((await listening(hub, 'nonsense')).hello.data).toEqual({ missed: true })
})

test('a beat says how far the stream has come', async () => {
  const { stream, hello } = await listening(opened())
  const { id } = await stream.until('beat')
  expect(readCursor(id)).not.toBeNull()
  expect(readCursor(hello.id)).not.toBeNull()
})

const sentAway = {
  'their session is revoked': ({ secret }: { secret: string }) => revokeSession(secret),
  'they are deactivated': ({ ana }: { ana: Agent }) => changePerson(system, ana.email, { active: false }),
  'they get another role': ({ ana }: { ana: Agent }) =>
    changePerson(system, ana.email, { role: 'supervisor' }),
  'their role is taken, behind our back': ({ ana }: { ana: Agent }) =>
    db.update(people).set({ role: 'customer' }).where(eq(people.id, ana.id)),
}

test.each(
  Object.entries(sentAway),
)('the stream of an agent ends when %s, without another event', async (_, happens) => {
  // It is not asked in rounds, so that the event itself has to find out.
  const hub = opened({ ...quick, rounds: 60_000 })
  const { stream, ...who } = await listening(hub)
  const stays = await listening(hub)
  await happens(who)
  await filed()
  await hub.look()
  expect(await stream.next()).toMatchObject({ event: 'bye' })
  expect(await stream.next()).toBeNull()
  expect(newsIn(await stays.stream.until('news'))).toHaveLength(2)
})

test('it ends in the next round when nothing happens', async () => {
  const { stream, secret } = await listening(opened())
  await revokeSession(secret)
  await stream.until('bye')
  expect(await stream.next()).toBeNull()
})

test('who comes to a ticket is told of it with the next look, and nobody who comes to listen later', async () => {
  const hub = opened({ ...quick, rounds: 60_000 })
  hub.moved('SUP-00000001')
  const { stream } = await listening(hub)
  hub.moved('SUP-00000002')
  hub.moved('SUP-00000002')
  await hub.look()
  expect(await stream.until('presence')).toMatchObject({ data: ['SUP-00000002'] })
})

test('nobody opens more than fifty', async () => {
  const hub = opened()
  const ana = await agent()
  const streams = await Promise.all(Array.from({ length: 50 }, () => listening(hub, undefined, ana)))
  await expect(listening(hub, undefined, ana)).rejects.toThrow(TooMany)
  await listening(hub)
  await streams[0]?.stream.leave()
  await listening(hub, undefined, ana)
})

test('a reader that does not read is cut off, and the others go on', async () => {
  const hub = opened({ ...quick, beats: 0, rounds: 5, rest: 0 })
  const { ana, session } = await signedIn()
  const stalled = (await openStream(hub, ana, session, null)).getReader()
  const { stream } = await listening(hub)
  const ticket = await filed()
  for (let round = 0; round < 20; round++) {
    await inTransaction(async (tx) => {
      for (let count = 0; count < 50; count++)
        await tx.execute(
          sql`insert into events (kind, audience, ticket_id) values ('ticket.tagged', 'agents', ${ticket.id})`,
        )
    })
    await hub.look()
    await stream.until('news')
  }
  await expect(drained(stalled)).rejects.toThrow('does not keep up')
})

async function drained(reader: ReadableStreamDefaultReader<Uint8Array>) {
  let bytes = 0
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return bytes
    bytes += value.byteLength
  }
}
