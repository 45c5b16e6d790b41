import { setTimeout as pause } from 'node:timers/promises'
import { eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, people as personTable } from '@/db/schema'
import { openSession, revokeSession } from '@/lib/auth/sessions'
import { sessionId } from '@/lib/auth/token'
import { record } from '@/lib/events/record'
import { note } from '@/lib/messages/note'
import { changePerson } from '@/lib/people/change-person'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { inTransaction, type Tx } from '@/lib/transaction'
import { system, type Viewer } from '@/lib/viewer'
import { type Cursor, readCursor } from './cursor'
import { newsSince } from './since'

const filed = async () =>
  make()
    .for((await customer()).id)
    .subject('A lamp flickers')
    .description('At night.')
    .create()

const tagged = (tx: Tx, ticket: { readonly id: number }) =>
  record(tx, system, 'ticket.tagged', { ticket, audience: 'agents' })

const here = async () => (await newsSince(null)).cursor

/** A transaction that has written an event and ends when it is told to. */
async function open(ticket: { readonly id: number }) {
  const written = Promise.withResolvers<number>()
  const end = Promise.withResolvers<void>()
  const ended = inTransaction(async (tx) => {
    written.resolve((await tagged(tx, ticket)).id)
    await end.promise
  })
  return {
    event: await written.promise,
    commit: async () => {
      end.resolve()
      await ended
    },
    rollBack: async () => {
      end.reject(new Error('no'))
      await ended.catch(() => {})
    },
  }
}

const uids = async (ids: readonly number[]) => {
  const rows = await db.select({ id: events.id, uid: events.uid }).from(events).where(inArray(events.id, ids))
  return ids.map((id) => rows.find((row) => row.id === id)?.uid)
}

const heard = async (after: Cursor) => (await newsSince(after)).news.map(({ uid }) => uid)

test('what happens on a ticket is told with its reference, its kind and whose turn it is', async () => {
  const ana = await agent()
  const before = await here()
  const ticket = await filed()
  await note(ana, ticket, { body: 'Only between us', channel: 'agent' })

  const { news, missed } = await newsSince(before)
  expect(missed).toBe(false)
  expect(news).toEqual(
    ['ticket.created', 'message.received', 'message.noted'].map((kind) => ({
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind,
      refid: ticket.refid,
      turn: 'us',
    })),
  )
  expect(JSON.stringify(news)).not.toContain('between')
})

test('what is about no ticket is not told', async () => {
  const before = await here()
  await inTransaction((tx) => record(tx, system, 'settings.changed', { audience: 'agents' }))
  expect(await heard(before)).toEqual([])
})

test('an event of a long transaction is told when it is there, though later ones were told before', async () => {
  const ticket = await filed()
  const begin = await here()
  const long = await open(ticket)
  const short = await open(ticket)
  await short.commit()
  expect(short.event).toBeGreaterThan(long.event)

  const first = await newsSince(begin)
  expect(first.news.map(({ uid }) => uid)).toEqual(await uids([short.event]))
  await long.commit()
  const second = await newsSince(first.cursor)
  expect(second.news.map(({ uid }) => uid)).toEqual(await uids([long.event]))
  expect(await heard(second.cursor)).toEqual([])
  // Whoever was away for all of it hears both, in the order in which they were written.
  expect(await heard(begin)).toEqual(await uids([long.event, short.event]))
})

test('until another place is what had ended there, and from there on the rest', async () => {
  const ticket = await filed()
  const begin = await here()
  const long = await open(ticket)
  const short = await open(ticket)
  await short.commit()
  const until = await here()
  await long.commit()
  const { news } = await newsSince(begin, { until })
  expect(news.map(({ uid }) => uid)).toEqual(await uids([short.event]))
  expect(await heard(until)).toEqual(await uids([long.event]))
})

test('what was taken back is never told', async () => {
  const ticket = await filed()
  const begin = await here()
  const undone = await open(ticket)
  const between = await here()
  await undone.rollBack()
  expect([await heard(begin), await heard(between)]).toEqual([[], []])
})

test('with many transactions at once, every event is told once and none is lost', async () => {
  const ticket = await filed()
  let cursor = await here()
  const begin = cursor
  const told: (string | undefined)[] = []
  const kept: number[] = []
  const writers = Promise.all(
    Array.from({ length: 6 }, async (_, writer) => {
      for (let turn = 0; turn < 8; turn++) {
        const writing = await open(ticket)
        await pause((writer * 7 + turn * 13) % 23)
        if ((writer + turn) % 4 === 0) await writing.rollBack()
        else {
          await writing.commit()
          kept.push(writing.event)
        }
      }
    }),
  )
  let writing = true
  void writers.finally(() => {
    writing = false
  })
  for (let last = false; !last; ) {
    last = !writing
    const { news, cursor: next } = await newsSince(cursor)
    told.push(...news.map(({ uid }) => uid))
    cursor = next
  }
  await writers
  const all = await uids(kept.toSorted((a, b) => a - b))
  expect(told.toSorted()).toEqual(all.toSorted())
  expect(await heard(begin)).toEqual(all)
})

test('whoever missed too much is told to look at everything again', async () => {
  const ticket = await filed()
  const begin = await here()
  await inTransaction(async (tx) => {
    for (let count = 0; count < 201; count++) await tagged(tx, ticket)
  })
  expect(await newsSince(begin)).toMatchObject({ news: [], missed: true })
})

test('a place that this database has not come to is of another one', async () => {
  const ahead = readCursor('9000000000000:9000000000000:')
  expect(await newsSince(ahead)).toMatchObject({ news: [], missed: true })
  expect(await newsSince(await here())).toMatchObject({ missed: false })
})

describe('of the sessions that are asked about', () => {
  const sessionOf = async (viewer: Viewer) => {
    const secret = await inTransaction((tx) => openSession(tx, viewer, { address: 'here', userAgent: null }))
    return { secret, id: sessionId(secret) }
  }
  const alive = async (...sessions: readonly { readonly id: string }[]) =>
    (await newsSince(null, { sessions: sessions.map(({ id }) => id) })).alive

  test('those of the staff may listen, and nobody else', async () => {
    const [ana, cleo] = [await sessionOf(await agent()), await sessionOf(await customer())]
    expect(await alive(ana, cleo, { id: 'nobody' })).toEqual([ana.id])
    expect(await alive()).toEqual([])
  })

  test('none that was revoked, and none of somebody who was deactivated or has another role', async () => {
    const people = [await agent(), await agent(), await agent()] as const
    const [one, two, three] = await Promise.all(people.map(sessionOf))
    if (!one || !two || !three) throw new Error('There are three')
    expect((await alive(one, two, three)).length).toBe(3)
    await revokeSession(one.secret)
    await changePerson(system, people[1].email, { active: false })
    await db.update(personTable).set({ role: 'customer' }).where(eq(personTable.id, people[2].id))
    expect(await alive(one, two, three)).toEqual([])
  })
})
