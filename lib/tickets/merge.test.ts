import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { dailyTrends, dashboard, responseTimes, slaMetrics } from '@/lib/analytics/find'
import { at } from '@/lib/clock'
import { Refused } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { follow } from '@/lib/followers/follow'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { notificationsOf } from '@/lib/notifications/find'
import { ownTickets } from '@/lib/portal/find'
import { ownThread } from '@/lib/portal/thread'
import { timeline as portalTimeline } from '@/lib/portal/timeline'
import { repairRelations } from '@/lib/repair/repair'
import { currentSettings } from '@/lib/settings/find'
import { slaOf } from '@/lib/sla/ledger'
import { always, hour, type Promised, promising } from '@/lib/sla/testing'
import { teamsAtWork } from '@/lib/teams/board'
import { createTeam } from '@/lib/teams/create'
import { retireTeam } from '@/lib/teams/retire'
import { agent, customer } from '@/lib/testing/people'
import type { Agent, Customer } from '@/lib/viewer'
import { system } from '@/lib/viewer'
import { close } from './close'
import { file } from './file'
import { ticketFor } from './find'
import { handOver } from './hand-over'
import { secondsUntilNextTicket, TicketLimit } from './limit'
import { markSpam } from './mark-spam'
import { merge } from './merge'
import { reopen } from './reopen'
import { resolve } from './resolve'
import { split } from './split'
import { timeline } from './timeline'
import { unmerge } from './unmerge'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const hours = { first_response: 8 * hour, next_response: 4 * hour, resolution: 24 * hour }
let promised: Promised
beforeAll(async () => {
  promised = await promising({ targets: always(hours) })
})

const filed = (requester: Customer, subject: string, minutes = 0) =>
  at(minutesAgo(minutes), () =>
    file(requester, requester, {
      subject,
      description: subject,
      channel: 'portal',
      category: promised.category.slug,
    }),
  )
const reply = (body: string) => ({ body, channel: 'agent' as const })
const written = (body: string) => ({ body, channel: 'portal' as const })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.message : error),
  )
const said = async (ana: Awaited<ReturnType<typeof agent>>, { refid }: { readonly refid: string }) =>
  (await timeline(ana, refid)).entries.flatMap((entry) =>
    entry.type === 'message' ? [[entry.body, entry.audience, entry.origin]] : [],
  )
const waits = async ({ id }: { readonly id: number }) =>
  (
    await db.execute<{ since: string | null }>(
      sql`select extract(epoch from waiting_since)::bigint::text as since from tickets where id = ${id}`,
    )
  )[0]?.since ?? null
/** Everything that a ticket's own rows say, but for when they were last touched. */
const standing = async ({ id }: { readonly id: number }) => [
  await db.execute(sql`
    select to_jsonb(t) - 'updated_at' - 'public_updated_at' as ticket,
      (select json_agg(to_jsonb(m) order by m.id) from messages m where m.ticket_id = t.id) as messages,
      (select json_agg(json_build_array(c.target, c.due_at, c.risk_at, c.started_at) order by c.target)
        from sla_clocks c where c.ticket_id = t.id and c.ended_at is null) as running
    from tickets t where t.id = ${id}`),
]

async function two() {
  const [ana, carla] = [await agent('Ana Able'), await customer('Carla Twice')]
  const older = await filed(carla, 'Printer broken', 60)
  const newer = await filed(carla, 'Printer still broken', 30)
  return { ana, carla, older, newer }
}

test('all that was written moves with where it was written, and each message stays what it is', async () => {
  const { ana, older, newer } = await two()
  await note(ana, older, reply('Careful with her'))
  await merge(ana, older, newer)

  expect(await said(ana, newer)).toEqual([
    ['Printer broken', 'everyone', older.refid],
    ['Printer still broken', 'everyone', null],
    ['Careful with her', 'agents', older.refid],
  ])
  expect(await said(ana, older)).toEqual([])
  expect(await ticketFor(ana, older.refid)).toMatchObject({ status: 'closed', mergedInto: newer.refid })
  expect((await history(older)).at(-1)).toMatchObject({
    kind: 'ticket.merged',
    change: { into: [null, newer.refid] },
  })
  expect((await history(newer)).at(-1)).toMatchObject({
    kind: 'ticket.merged',
    change: { from: [null, older.refid] },
  })
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('the promises of one end, and the other answers for the oldest message of both', async () => {
  const { ana, older, newer } = await two()
  const [due] = (await slaOf(ana, older)).clocks.filter(({ target }) => target === 'first_response')
  await merge(ana, older, newer)

  expect(
    (await slaOf(ana, older)).clocks.map(({ outcome, entries }) => [outcome, entries.at(-1)?.reason]),
  ).toEqual((await slaOf(ana, older)).clocks.map(() => ['voided', 'merged']))
  expect((await ticketFor(ana, older.refid)).slaDueAt).toBeNull()
  const running = (await slaOf(ana, newer)).clocks.filter(({ endedAt }) => !endedAt)
  const response = running.find(({ target }) => target !== 'resolution')
  expect(due).toBeDefined()
  expect([response?.startedAt, response?.dueAt]).toEqual([due?.startedAt, due?.dueAt])
  expect((await ticketFor(ana, newer.refid)).waitingSince).toEqual(
    (await ticketFor(ana, older.refid)).createdAt,
  )
})

test('what was answered before stays answered, and an answer to both answers both', async () => {
  const { ana, carla, older, newer } = await two()
  await answer(ana, older, reply('Which one?'))
  await merge(ana, older, newer)
  expect((await ticketFor(ana, newer.refid)).waitingSince).toEqual(
    (await ticketFor(ana, newer.refid)).createdAt,
  )
  await answer(ana, newer, reply('Try this'))
  expect(await waits(newer)).toBeNull()
  await writeBack(carla, newer, written('It helps'))
  expect(await waits(newer)).not.toBeNull()
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('undone, both are as they were; what was written since stays where it was written', async () => {
  const { ana, carla, older, newer } = await two()
  await note(ana, older, reply('A note'))
  const before = [await standing(older), await standing(newer)]
  await merge(ana, older, newer)
  await unmerge(ana, older)
  const after = [await standing(older), await standing(newer)]
  expect(after).toEqual(before)

  await merge(ana, older, newer)
  await answer(ana, newer, reply('To both'))
  await writeBack(carla, older, written('Written to the one that went'))
  await unmerge(ana, older)
  expect(await standing(older)).toEqual(before[0])
  expect(await said(ana, newer)).toEqual([
    ['Printer still broken', 'everyone', null],
    ['To both', 'everyone', null],
    ['Written to the one that went', 'everyone', null],
  ])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('a resolved ticket comes back resolved, and a chain is undone from its end', async () => {
  const { ana, carla, older, newer } = await two()
  const last = await filed(carla, 'Last', 5)
  await resolve(ana, await ticketFor(ana, older.refid))
  const before = await standing(older)
  await merge(ana, older, newer)
  await merge(ana, newer, last)
  expect((await said(ana, last)).map(([body, , origin]) => [body, origin])).toEqual([
    ['Printer broken', older.refid],
    ['Printer still broken', newer.refid],
    ['Last', null],
  ])
  expect((await writeBack(carla, older, written('Hello?'))).refid).toBe(last.refid)
  expect(await refusal(unmerge(ana, older))).toMatch('merged further')
  expect(await repairRelations({ dryRun: true })).toEqual([])
  await unmerge(ana, newer)
  await unmerge(ana, older)
  expect(await standing(older)).toEqual(before)
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('the customer reads everything on the one ticket, no note on either, and finds the other by its reference alone', async () => {
  const { ana, carla, older, newer } = await two()
  await note(ana, older, reply('SECRET'))
  await merge(ana, older, newer)
  const { messages, events } = await ownThread(carla, newer.refid)
  expect(messages.map(({ body }) => body).sort()).toEqual(['Printer broken', 'Printer still broken'])
  expect(portalTimeline(messages, events).at(-1)).toMatchObject({
    event: { sentence: `Ana joined ${older.refid} with this one` },
  })
  expect((await ownTickets(carla)).tickets.map(({ refid }) => refid)).toEqual([newer.refid])
  const found = async (q: string) => (await ownTickets(carla, { q })).tickets.map(({ refid }) => refid)
  expect([await found(older.refid), await found('SUP-00000000')]).toEqual([[newer.refid], []])
  expect((await ownThread(carla, older.refid)).ticket.mergedInto).toBe(newer.refid)
  expect(JSON.stringify(await ownThread(carla, newer.refid))).not.toContain('SECRET')
  expect((await ownTickets(carla, { q: 'SECRET' })).tickets).toEqual([])
})

test('nobody reads another customer’s words: only tickets of the same customer are merged', async () => {
  const { ana, newer } = await two()
  const foreign = await filed(await customer('Otto Other'), 'Mine')
  const before = [await standing(foreign), await standing(newer)]
  expect(await refusal(merge(ana, foreign, newer))).toMatch('another customer')
  expect(await refusal(merge(ana, newer, foreign))).toMatch('another customer')
  expect([await standing(foreign), await standing(newer)]).toEqual(before)
})

test('itself, what is closed, spam or merged is not merged, and nothing is written on what went', async () => {
  const { ana, carla, older, newer } = await two()
  expect(await refusal(merge(ana, older, older))).toMatch('itself')
  await close(ana, await ticketFor(ana, older.refid))
  expect(await refusal(merge(ana, older, newer))).toMatch('closed')
  expect(await refusal(merge(ana, newer, older))).toMatch('closed')
  await reopen(ana, await ticketFor(ana, older.refid))
  await markSpam(ana, older)
  expect(await refusal(merge(ana, newer, older))).toMatch('spam')

  const other = await filed(carla, 'Other')
  await merge(ana, newer, other)
  expect(await refusal(merge(ana, other, newer))).toMatch('merged into another')
  expect(await refusal(merge(ana, newer, other))).toMatch('merged into another')
  expect(await refusal(reopen(ana, await ticketFor(ana, newer.refid)))).toMatch(`merged into ${other.refid}`)
  expect(await refusal(note(ana, newer, reply('Late')))).toMatch(`merged into ${other.refid}`)
  await expect(markSpam(ana, newer)).rejects.toThrow('went into another one')
  expect(await refusal(unmerge(ana, other))).toMatch('not merged')
})

test('of all who merge two into each other at once, one does; and of those who undo it', async () => {
  const { ana, older, newer } = await two()
  const merges = await Promise.allSettled([
    ...Array.from({ length: 4 }, () => merge(ana, older, newer)),
    ...Array.from({ length: 4 }, () => merge(ana, newer, older)),
  ])
  expect(merges.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const went = (await ticketFor(ana, older.refid)).mergedInto ? older : newer
  const undone = await Promise.allSettled(Array.from({ length: 4 }, () => unmerge(ana, went)))
  expect(undone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('a customer who writes while the ticket is merged is heard on one of the two', async () => {
  const { ana, carla, older, newer } = await two()
  await Promise.all([merge(ana, older, newer), writeBack(carla, older, written('And another thing'))])
  expect((await said(ana, newer)).map(([body]) => body)).toContain('And another thing')
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('what went into another ticket counts in no number', async () => {
  const { ana, carla, older } = await two()
  const numbers = async () => [
    await dashboard(),
    await slaMetrics(),
    await responseTimes(),
    await dailyTrends(2),
  ]
  const before = await numbers()
  const more = await filed(carla, 'Once more', 60)
  await merge(ana, more, older)
  expect(await numbers()).toEqual(before)
})

test('a message becomes a ticket of its own, of the same customer, linked, with what came after it by choice', async () => {
  const { ana, carla, newer } = await two()
  await writeBack(carla, newer, written('By the way: the scanner, too'))
  await note(ana, newer, reply('Two things'))
  const message = (await timeline(ana, newer.refid)).entries.find(
    (entry) => entry.type === 'message' && entry.body.startsWith('By the way'),
  )
  const own = await split(ana, newer, { subject: 'The scanner', message: message?.uid ?? '', andAfter: true })

  expect(await said(ana, own)).toEqual([
    ['By the way: the scanner, too', 'everyone', newer.refid],
    ['Two things', 'agents', newer.refid],
  ])
  expect(await said(ana, newer)).toEqual([['Printer still broken', 'everyone', null]])
  expect(await ticketFor(ana, own.refid)).toMatchObject({
    subject: 'The scanner',
    requester: { name: 'Carla Twice' },
    links: [{ role: 'related', refid: newer.refid }],
  })
  expect((await history(newer)).map(({ kind }) => kind)).toContain('ticket.split')
  const response = (await slaOf(ana, own)).clocks.find(({ target }) => target === 'first_response')
  expect(response?.startedAt).toEqual((await ticketFor(ana, own.refid)).waitingSince)
  const [there, here] = [await ownThread(carla, own.refid), await ownThread(carla, newer.refid)]
  expect(there.messages.map(({ body }) => body)).toEqual(['By the way: the scanner, too'])
  expect([there, here].map(({ messages, events }) => portalTimeline(messages, events).at(-1))).toMatchObject([
    { event: { sentence: `Ana made this request of a part of ${newer.refid}`, other: newer.refid } },
    { event: { sentence: `Ana moved a part of this request to ${own.refid}`, other: own.refid } },
  ])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('what was split off waits on when the ticket that it had come to is resolved, wherever it was written', async () => {
  const { ana, carla, older, newer } = await two()
  await writeBack(carla, older, written('By the way: the scanner, too'))
  await merge(ana, older, newer)
  await writeBack(carla, newer, written('It hums'))
  const message = (await timeline(ana, newer.refid)).entries.find(
    (entry) => entry.type === 'message' && entry.body.startsWith('By the way'),
  )
  await split(ana, newer, { subject: 'The scanner', message: message?.uid ?? '', andAfter: true })
  await resolve(ana, { id: newer.id, status: 'open' })
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

const responses = async (ana: Agent, ticket: { readonly id: number }) =>
  (await slaOf(ana, ticket)).clocks
    .filter(({ target, endedAt }) => target !== 'resolution' && !endedAt)
    .map(({ startedAt }) => startedAt)
const taken = (ana: Agent, carla: Customer, minutes: number) =>
  at(minutesAgo(minutes), () =>
    file(ana, carla, {
      subject: 'Called',
      description: 'On the phone',
      channel: 'agent',
      category: promised.category.slug,
    }),
  )
const messageOf = async (ana: Agent, { refid }: { readonly refid: string }, body: string) => {
  const { entries } = await timeline(ana, refid)
  return entries.find((entry) => entry.type === 'message' && entry.body === body)?.uid ?? ''
}

test('what a customer asked is answered for by a ticket that an agent filed, and again without it', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const [asked, call] = [await filed(carla, 'Printer broken', 30), await taken(ana, carla, 60)]
  const since = await responses(ana, asked)
  expect(since).toHaveLength(1)
  await merge(ana, asked, call)
  expect(await responses(ana, call)).toEqual(since)
  await unmerge(ana, asked)
  expect([await responses(ana, call), await responses(ana, asked)]).toEqual([[], since])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('what was answered or resolved before waits for nothing on a ticket that an agent filed', async () => {
  const { ana, carla, older, newer } = await two()
  const call = await taken(ana, carla, 90)
  await answer(ana, older, reply('Try this'))
  await resolve(ana, await ticketFor(ana, newer.refid))
  for (const ticket of [older, newer]) await merge(ana, ticket, call)
  expect(await responses(ana, call)).toEqual([])
})

test('what a customer asked takes its response along from a ticket that an agent filed', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const call = await taken(ana, carla, 60)
  await at(minutesAgo(30), () => writeBack(carla, call, written('And the scanner')))
  const since = await responses(ana, call)
  expect(since).toHaveLength(1)
  const message = await messageOf(ana, call, 'And the scanner')
  const own = await split(ana, call, { subject: 'The scanner', message, andAfter: false })
  expect([await responses(ana, call), await responses(ana, own)]).toEqual([[], since])
})

test('what a customer wrote after an answer waits for a response also where both were split off', async () => {
  const { ana, carla, newer } = await two()
  await at(minutesAgo(20), () => answer(ana, newer, reply('Try this')))
  await at(minutesAgo(10), () => writeBack(carla, newer, written('It does not help')))
  const since = await responses(ana, newer)
  const message = await messageOf(ana, newer, 'Try this')
  const own = await split(ana, newer, { subject: 'This', message, andAfter: true })
  expect(since).toHaveLength(1)
  expect(await responses(ana, own)).toEqual(since)
})

test('what was answered before needs no first reply where it goes to, and again without it', async () => {
  const { ana, carla, older, newer } = await two()
  await at(minutesAgo(20), () => answer(ana, newer, reply('Try this')))
  await at(minutesAgo(10), () => writeBack(carla, newer, written('It does not help')))
  const answered = (await ticketFor(ana, newer.refid)).firstAnsweredAt
  const message = await messageOf(ana, newer, 'Try this')
  const own = await split(ana, newer, { subject: 'This', message, andAfter: true })
  const firstAnswers = () =>
    Promise.all([newer, own, older].map(async ({ refid }) => (await ticketFor(ana, refid)).firstAnsweredAt))
  expect(answered).not.toBeNull()
  expect(await firstAnswers()).toEqual([answered, answered, null])

  await merge(ana, own, older)
  expect(await firstAnswers()).toEqual([answered, null, answered])
  expect(await repairRelations({ dryRun: true })).toEqual([])
  await unmerge(ana, own)
  expect(await firstAnswers()).toEqual([answered, answered, null])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('what agents split off uses up nothing of what the customer may file in an hour', async () => {
  const { ana, carla, older, newer } = await two()
  const settings = await currentSettings()
  for (const [place, into] of [older, newer, older].entries()) {
    await writeBack(carla, into, written(`Also ${place}`))
    const message = (await timeline(ana, into.refid)).entries.find(
      (entry) => entry.type === 'message' && entry.body === `Also ${place}`,
    )
    await split(ana, into, { subject: 'Own', message: message?.uid ?? '', andAfter: false })
  }
  expect(await secondsUntilNextTicket(carla.id, settings)).toBe(0)
  // Of the five within the hour only Carla's own counts.
  for (const subject of ['Second', 'Third', 'Fourth', 'Fifth']) await filed(carla, subject)
  await expect(filed(carla, 'Sixth')).rejects.toBeInstanceOf(TicketLimit)
})

test('nothing is split that leaves or makes an empty ticket', async () => {
  const { ana, newer, older } = await two()
  await note(ana, newer, reply('A note'))
  const [first, second] = (await timeline(ana, newer.refid)).entries.filter(({ type }) => type === 'message')
  const of = (message: string | undefined, andAfter = false) =>
    refusal(split(ana, newer, { subject: 'Own', message: message ?? '', andAfter }))
  expect(await of(first?.uid)).toMatch('that the customer can read')
  expect(await of(first?.uid, true)).toMatch('at least one message')
  expect(await of(second?.uid)).toMatch('Notes alone')
  expect(await of(crypto.randomUUID())).toMatch('not on this ticket')
  await merge(ana, older, newer)
  expect(
    await refusal(split(ana, older, { subject: 'Own', message: first?.uid ?? '', andAfter: false })),
  ).toMatch('not on this ticket')
})

test('a merge stays where all that was said on the ticket has become one of its own', async () => {
  const { ana, older, newer } = await two()
  await note(ana, older, reply('A note'))
  await merge(ana, older, newer)
  await split(ana, newer, {
    subject: 'The printer',
    message: await messageOf(ana, newer, 'Printer broken'),
    andAfter: false,
  })
  const before = [await standing(older), await standing(newer)]
  expect(await refusal(unmerge(ana, older))).toBe(
    `What was written on ${older.refid} has become a ticket of its own since`,
  )
  expect([await standing(older), await standing(newer)]).toEqual(before)
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('who followed what went into another ticket follows that', async () => {
  const { ana, carla, older, newer } = await two()
  const bob = await agent('Bob')
  await follow(bob, older)
  await merge(ana, older, newer)
  await writeBack(carla, older, written('Is anybody there?'))
  expect((await notificationsOf(bob)).map(({ kind, refid }) => [kind, refid])).toContainEqual([
    'message.received',
    newer.refid,
  ])
})

test('what is split from a ticket of a retired team is nobody’s, and what came back to that team is on the board', async () => {
  const { ana, carla, older } = await two()
  const team = await createTeam(system, { name: `Night ${ana.id}`, members: [] })
  await handOver(ana, await ticketFor(ana, older.refid), team.uid)
  await answer(ana, older, reply('Try this'))
  await resolve(ana, await ticketFor(ana, older.refid))
  await retireTeam(system, team.uid)
  const onBoard = async () => (await teamsAtWork(ana)).find(({ uid }) => uid === team.uid)
  expect(await onBoard()).toBeUndefined()
  await writeBack(carla, older, written('It broke again'))
  expect(await onBoard()).toMatchObject({ retired: true, tickets: 1 })
  const own = await split(ana, older, {
    subject: 'Again',
    message: await messageOf(ana, older, 'It broke again'),
    andAfter: false,
  })
  expect((await ticketFor(ana, own.refid)).team).toBeNull()
})

test('words that an agent took down wait for no response on the request into which they went', async () => {
  const { ana, carla, newer } = await two()
  const since = await responses(ana, newer)
  await merge(ana, await taken(ana, carla, 60 * 24 * 3), newer)
  expect(await responses(ana, newer)).toEqual(since)
})
