import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { history } from '@/lib/events/find'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { changeSettings } from '@/lib/settings/change'
import { agent } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { categorize } from '@/lib/tickets/categorize'
import { close } from '@/lib/tickets/close'
import { move } from '@/lib/tickets/move'
import { prioritize } from '@/lib/tickets/prioritize'
import { reopen } from '@/lib/tickets/reopen'
import { resolve } from '@/lib/tickets/resolve'
import { takeBackResolution } from '@/lib/tickets/take-back-resolution'
import { isLive, liveStatuses, priorities } from '@/lib/tickets/ticket'
import { inTransaction } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import { elapsedWithPauses } from './business-time'
import type { Hours } from './calendar'
import { fireDue } from './fire'
import { heldWithRules } from './load'
import { mismatches, recompute } from './recompute'
import type { Step } from './sla-policy'
import {
  always,
  amend,
  calendar,
  dueAt,
  filed,
  hour,
  ledgerOf,
  march,
  now,
  office,
  promising,
  reconsiderAll,
  story,
} from './testing'

await changeSettings(system, { rateLimit: { enabled: false, ticketsPerHour: 5, repliesPerMinute: 10 } })

const text = { body: 'A word', channel: 'portal' } as const
const ana = await agent('Ana Agent')
const ben = await agent('Ben Busy')

const step = (key: string, target: Step['target'], when: Step['when'], more: Partial<Step> = {}): Step => ({
  key,
  target,
  when,
  actions: [
    { do: 'notify', people: [ana.id] },
    { do: 'reassign', to: ben.id },
  ],
  ...more,
})
const rising = {
  low: { resolution: 72 * hour },
  medium: { first_response: 4 * hour, next_response: 2 * hour, resolution: 24 * hour },
  high: { first_response: hour, next_response: hour, resolution: 8 * hour },
  urgent: { first_response: hour / 3, resolution: 2 * hour },
}
const oslo: Hours = {
  timeZone: 'Europe/Oslo',
  weekly: {
    ...Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu'].map((day) => [
        day,
        [
          ['08:00', '12:00'],
          ['12:30', '16:00'],
        ],
      ]),
    ),
    fri: [['20:00', '04:00']],
  },
  days: [{ date: '03-17', name: 'Parade' }],
}
const hours = new Map<number | null, Hours | null>([[null, null]])
const counted = async (one: Hours) => {
  const made = await calendar(one)
  hours.set(made.versionId, one)
  return made
}
const policies = await Promise.all([
  promising({ targets: rising }),
  promising({ targets: rising, calendar: await counted(office), pausing: ['pending', 'on_hold'] }),
  promising({
    targets: rising,
    calendar: await counted(oslo),
    pausing: ['on_hold'],
    steps: [
      step('half', 'resolution', { share: 0.5 }),
      step('late', 'first_response', { minutes: 30 }, { priorities: ['high', 'urgent'] }),
      step('raise', 'resolution', { minutes: -60 }, { actions: [{ do: 'prioritize', to: 'urgent' }] }),
    ],
  }),
  promising({
    targets: always({ next_response: hour, resolution: 5 * hour }),
    pausing: [],
    steps: [step('answer', 'next_response', { share: 1 })],
  }),
])

const kinds = [
  'answer',
  'answerAndResolve',
  'writeBack',
  'note',
  'prioritize',
  'categorize',
  'resolve',
  'close',
  'reopen',
  'takeBack',
  'assign',
  'fire',
  'edit',
  ...liveStatuses,
] as const
const deed = fc.record({
  what: fc.constantFrom(...kinds),
  /** Minutes since the deed before; sometimes days. */
  later: fc.oneof(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 4 * 1440 })),
  priority: fc.constantFrom(...priorities),
  policy: fc.constantFrom(...policies),
})
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never
type Ticket = Awaited<ReturnType<typeof filed>>

/** What a person would do, where the ticket allows it. */
async function act({ what, priority, policy }: Deed, ticket: Ticket) {
  const present = await now(ticket)
  const [live, closed] = [isLive(present), present.status === 'closed']
  if (what === 'fire') return fireDue()
  if (what === 'edit') {
    await amend(policy, { pausing: present.id % 2 ? ['pending'] : ['pending', 'on_hold'] })
    return reconsiderAll({ because: 'policy', actorId: null })
  }
  if (what === 'note') return note(ana, ticket, text)
  if (what === 'writeBack') return writeBack(ticket.requester, ticket, text)
  if (what === 'reopen') return live ? undefined : reopen(ana, present)
  if (what === 'takeBack')
    return live ? undefined : inTransaction((tx) => takeBackResolution(tx, ana, present, 'open'))
  if (closed) return
  if (what === 'close') return close(ben, present)
  if (what === 'answer') return answer(ana, ticket, text)
  if (what === 'prioritize') return prioritize(ana, present, priority)
  if (what === 'categorize') return categorize(ana, present, policy.category.slug)
  if (what === 'assign') return assign(ana, present, present.assigneeId === ana.id ? ben : ana)
  if (!live) return
  if (what === 'answerAndResolve') return answer(ana, ticket, text, 'resolved')
  if (what === 'resolve') return resolve(ana, present)
  return what === present.status ? undefined : move(ana, present, what)
}

/** Of one ticket: its clocks are what their ledger tells, and the ledger is one that could have happened. */
async function holds(ticket: Ticket, moment: Date) {
  expect(await mismatches(db, ticket.id)).toEqual([])
  const { tickets } = await heldWithRules(db, [ticket.id])
  const clocks = tickets.flatMap((one) => one.clocks)
  const running = clocks.filter(({ endedAt }) => !endedAt)
  expect(new Set(running.map(({ target }) => target)).size).toBe(running.length)
  expect(running.filter(({ target }) => target !== 'resolution').length).toBeLessThanOrEqual(1)
  const dues = running.flatMap((one) => (one.dueAt ? [one.dueAt.getTime()] : []))
  expect((await dueAt(ticket))?.getTime()).toBe(dues.length > 0 ? Math.min(...dues) : undefined)

  const ledger = await ledgerOf(ticket)
  for (const clock of clocks) {
    const { startedAt, endedAt, breachedAt, pauses, seconds } = clock
    const passed = (until: Date) =>
      elapsedWithPauses(hours.get(clock.calendarVersionId) ?? null, startedAt, until, pauses)
    for (const one of [clock.dueAt, clock.riskAt, breachedAt, endedAt])
      if (one) expect(one.getTime()).toBeGreaterThanOrEqual(startedAt.getTime())
    // Counted another way: all of the target had passed at a breach, and no more of it where there is none.
    if (breachedAt) expect(passed(breachedAt)).toBe(seconds)
    else expect(passed(endedAt ?? moment)).toBeLessThanOrEqual(seconds)

    const lines = ledger.filter((one) => one.target === clock.target && one.instance === clock.instance)
    const told = lines.map(({ kind }) => kind)
    expect([told.indexOf('started'), told.lastIndexOf('started')]).toEqual([0, 0])
    const end = told.findLastIndex((kind) => kind === 'met' || kind === 'voided')
    const over = end > told.lastIndexOf('revived')
    expect(over).toBe(endedAt !== null)
    // A step that was due before is still taken.
    if (over)
      for (const late of lines.slice(end + 1)) {
        expect(late.kind).toBe('escalated')
        expect(late.at.getTime()).toBeLessThan(endedAt?.getTime() ?? 0)
      }
    const moved = lines.filter(({ kind }) =>
      ['started', 'paused', 'resumed', 'retargeted', 'met'].includes(kind),
    )
    expect(moved.map(({ at: one }) => one.getTime())).toEqual(
      moved.map(({ at: one }) => one.getTime()).sort((a, b) => a - b),
    )
  }
  const heard = (await history(ticket)).map(({ kind }) => kind).filter((kind) => kind.startsWith('sla.'))
  const happened = ledger.flatMap(({ kind, reason }) => {
    if (kind === 'escalated') return [`sla.${reason}`]
    return kind === 'at_risk' || kind === 'breached' ? [`sla.${kind}`] : []
  })
  expect(heard.sort()).toEqual(happened.sort())
}

test('whatever people do, and whenever the worker looks, the ledger tells how the clocks stand', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...policies),
      fc.constantFrom(...priorities),
      fc.boolean(),
      fc.array(deed, { minLength: 4, maxLength: 18 }),
      async (policy, priority, ours, deeds) => {
        let moment = march(2, '09:00')
        const by = ours ? { by: ana, channel: 'agent' as const } : {}
        const ticket = await filed(policy, moment, { priority, ...by })
        for (const one of deeds) {
          moment = new Date(moment.getTime() + one.later * 60_000)
          await at(moment, () => act(one, ticket))
        }
        await at(moment, async () => {
          while ((await fireDue()) > 0);
        })
        await holds(ticket, moment)
      },
    ),
    { numRuns: 40, endOnFailure: true },
  )
  expect(await mismatches(db)).toEqual([])
}, 60_000)

describe('the ledger', () => {
  test.each([
    'update sla_ledger set at = now()',
    'delete from sla_ledger',
    'truncate sla_ledger cascade',
    'update calendar_versions set number = 7',
    'delete from calendar_versions',
  ])('refuses “%s”', async (statement) => {
    await expect(db.execute(sql.raw(statement))).rejects.toThrow()
  })

  test('has each moment of a clock once, even past the verbs', async () => {
    const ticket = await filed(policies[0], march(2, '09:00'))
    await expect(
      db.execute(sql`
        insert into sla_ledger (ticket_id, target, instance, kind, at, reason)
        values (${ticket.id}, 'resolution', 1, 'started', now(), 'filed')`),
    ).rejects.toThrow()
  })
})

describe('what does not match its ledger', () => {
  const rows = async ({ id }: { readonly id: number }) => [
    await db.execute(sql`select * from sla_clocks where ticket_id = ${id} order by target, instance`),
    await db.execute(sql`select * from tickets where id = ${id}`),
  ]

  /** Breached, answered, paused, gone on, resolved and reopened. */
  async function lived() {
    const ticket = await filed(policies[1], march(2, '09:00'))
    await at(march(2, '14:00'), () => answer(ana, ticket, text, 'pending'))
    await at(march(3, '10:00'), () => writeBack(ticket.requester, ticket, text))
    await at(march(3, '11:00'), () => answer(ana, ticket, text, 'resolved'))
    await at(march(3, '12:00'), async () => reopen(ana, await now(ticket)))
    return ticket
  }

  test.each([
    'sla_clocks set due_at = now()',
    "sla_clocks set started_at = started_at - interval '1 hour'",
    'sla_clocks set next_at = null',
    'sla_clocks set breached_at = null',
    "sla_clocks set pauses = '[]'",
    'sla_clocks set seconds = 60, calendar_version_id = null',
    "sla_clocks set outcome = 'voided' where outcome = 'met' and true",
    "sla_clocks set taken = '{half}'",
    "tickets set sla_due_at = null, sla_target = 'first_response'",
    'tickets set sla_paused_at = now()',
  ])('is found and mended: update %s', async (damage) => {
    const ticket = await lived()
    const [before, ledger] = [await rows(ticket), await ledgerOf(ticket)]
    const whose = damage.startsWith('tickets') ? 'id' : 'ticket_id'
    const joint = damage.includes(' where ') ? 'and' : 'where'
    await db.execute(sql.raw(`update ${damage} ${joint} ${whose} = ${ticket.id}`))
    expect(await mismatches(db)).toMatchObject([{ ticketId: ticket.id, refid: ticket.refid }])

    await inTransaction((tx) => recompute(tx, ticket.id))
    await inTransaction((tx) => recompute(tx, ticket.id))
    expect(await mismatches(db)).toEqual([])
    expect(await rows(ticket)).toEqual(before)
    expect(await ledgerOf(ticket)).toEqual(ledger)
  })
})

test('a clock without a ledger is found and removed, also where the ledger lets another run', async () => {
  const ticket = await filed(policies[1], march(2, '09:00'))
  await db.execute(sql`
    update sla_clocks set ended_at = now(), outcome = 'met'
    where ticket_id = ${ticket.id} and target = 'resolution'`)
  await db.execute(sql`
    insert into sla_clocks (ticket_id, target, instance, policy_id, seconds, pausing, started_at)
    select ticket_id, target, 2, policy_id, seconds, pausing, started_at from sla_clocks
    where ticket_id = ${ticket.id} and target = 'resolution'`)
  expect(await mismatches(db)).toMatchObject([{ ticketId: ticket.id }])
  await inTransaction((tx) => recompute(tx, ticket.id))
  expect(await mismatches(db)).toEqual([])
})

test('agents at work make no healthy ticket look damaged', async () => {
  const ticket = await filed(policies[1], march(2, '09:00'))
  let working = true
  const work = (async () => {
    for (let turn = 0; working; turn++) await prioritize(ana, await now(ticket), turn % 2 ? 'high' : 'urgent')
  })()
  for (let look = 0; look < 30; look++) expect(await mismatches(db)).toEqual([])
  working = false
  await work
})

test('a ticket’s story reads the same however often it is counted again', async () => {
  const ticket = await filed(policies[2], march(6, '19:30'), { priority: 'high' })
  await at(march(9, '07:00'), fireDue)
  const told = await story(ticket, 'first_response')
  await inTransaction((tx) => recompute(tx, ticket.id))
  // Friday's night shift begins at 20:00 in Oslo, which is 19:00 in UTC: an hour from 19:30 is due at 20:30.
  expect(told).toEqual(['started 06 19:30', 'at_risk 06 20:00', 'breached 06 20:30', 'escalated 06 21:00'])
  expect(await story(ticket, 'first_response')).toEqual(told)
})
