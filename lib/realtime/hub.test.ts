import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { events, people } from '@/db/schema'
import { openSession, revokeSession } from '@/lib/auth/sessions'
import { sessionId } from '@/lib/auth/token'
import { TooMany } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { log } from '@/lib/log'
import { note } from '@/lib/messages/note'
import { changePerson } from '@/lib/people/change-person'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { claim } from '@/lib/tickets/claim'
import { inTransaction } from '@/lib/transaction'
import { type Agent, system } from '@/lib/viewer'
import { readCursor } from './cursor'
import { Hub, type Listener } from './hub'
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
  vi.restoreAllMocks()
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

test('whoever comes back before the hub has looked hears what happened meanwhile once', async () => {
  const hub = opened({ ...quick, rounds: 60_000 })
  const { hello } = await listening(hub)
  const ticket = await filed()
  const { ana, stream } = await listening(hub, hello.id)
  await hub.look()
  await claim(ana, ticket)
  await hub.look()
  const heard: string[] = []
  while (!heard.includes('ticket.assigned'))
    heard.push(...newsIn(await stream.until('news')).map(({ kind }) => kind))
  expect(heard).toEqual(['ticket.created', 'message.received', 'ticket.assigned'])
})

test('whoever goes and comes back again and again, while many write, hears each event once', async () => {
  const hub = opened()
  // Somebody stays, so that the hub goes on from where it is.
  await listening(hub)
  const { ana, session } = await signedIn()
  const ticket = await filed()
  let written = 0
  const writes = async () => {
    for (let count = 0; count < 25; count++) {
      await inTransaction((tx) => record(tx, system, 'ticket.tagged', { ticket, audience: 'agents' }))
      written++
      void hub.look()
    }
  }
  const heard: string[] = []
  let { id } = (await listening(hub)).hello
  const listens = async (messages: number) => {
    const stream = reading(await openStream(hub, ana, session, readCursor(id)))
    for (let count = 0; count < messages; count++) {
      const told = await stream.next()
      if (told?.event === 'news') heard.push(...newsIn(told).map(({ uid }) => uid))
      id = told?.id
    }
    await stream.leave()
  }
  const writing = Promise.all([writes(), writes(), writes()])
  for (let turn = 0; written < 75; turn++) await listens(1 + (turn % 3))
  await writing
  while (heard.length < written) await listens(2)
  await listens(2)
  const all = await db.select({ uid: events.uid }).from(events).where(eq(events.kind, 'ticket.tagged'))
  expect(heard.toSorted()).toEqual(all.map(({ uid }) => uid).toSorted())
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
  const hub = opened({ ...quick, rounds: 60_000, beats: 60_000 })
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

test('a stream that is left while the hub looks, by somebody who may listen no more, costs the others nothing', async () => {
  const hub = opened({ ...quick, rounds: 60_000 })
  const [gone, stays] = [await listening(hub), await listening(hub)]
  await revokeSession(gone.secret)
  await filed()
  const look = hub.look()
  await gone.stream.leave()
  await look
  await claim(stays.ana, await filed())
  await hub.look()
  expect(newsIn(await stays.stream.until('news'))).toHaveLength(2)
})

test('a stream that breaks is let go of, and the others hear all of it', async () => {
  const logged = vi.spyOn(log, 'warn').mockImplementation(() => {})
  const hub = opened({ ...quick, rounds: 60_000 })
  const { ana, session } = await signedIn()
  let broken = false
  const breaks: Listener = {
    personId: ana.id,
    session,
    hear: () => {
      if (broken) throw new Error('It broke')
    },
    end: () => {
      throw new Error('It is broken')
    },
  }
  await hub.join(breaks, null)
  const { stream } = await listening(hub)
  broken = true
  await filed()
  await hub.look()
  expect(newsIn(await stream.until('news'))).toHaveLength(2)
  expect(logged).toHaveBeenCalledTimes(1)
})

test('what a failed look would have told is told by the next, and the log says that it failed', async () => {
  const logged = vi.spyOn(log, 'warn').mockImplementation(() => {})
  const hub = opened({ ...quick, rounds: 60_000 })
  const { stream } = await listening(hub)
  await filed()
  await db.execute(sql`alter table sessions rename to sessions_elsewhere`)
  try {
    await hub.look()
  } finally {
    await db.execute(sql`alter table sessions_elsewhere rename to sessions`)
  }
  expect(logged).toHaveBeenCalledWith({ err: expect.any(Error) }, expect.stringContaining('look'))
  await hub.look()
  expect(newsIn(await stream.until('news'))).toHaveLength(2)
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
