import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { Conflict } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { answer } from '@/lib/messages/answer'
import { agent } from '@/lib/testing/people'
import { close } from '@/lib/tickets/close'
import { move } from '@/lib/tickets/move'
import { prioritize } from '@/lib/tickets/prioritize'
import { reopen } from '@/lib/tickets/reopen'
import { inTransaction } from '@/lib/transaction'
import { type Agent, system } from '@/lib/viewer'
import { fireDue } from './fire'
import { preview } from './preview'
import { mismatches } from './recompute'
import { reconsiderSome } from './reconsider'
import { reconsiderLater, resumeReconsider } from './reconsider-later'
import type { Step, Targets } from './sla-policy'
import {
  always,
  amend,
  calendar,
  dueAt,
  filed,
  hour,
  ledgerOf,
  march,
  newVersion,
  now,
  office,
  promising,
  reconsiderAll,
  story,
} from './testing'

const text = { body: 'A word', channel: 'portal' } as const
const looking = (moment: Date, because: 'policy' | 'calendar' = 'policy') =>
  at(moment, () => reconsiderAll({ because, actorId: null }))
const wake = (moment: Date) =>
  at(moment, async () => {
    while ((await fireDue()) > 0);
  })
const step = (more: Partial<Step> = {}): Step => ({
  key: 'call',
  target: 'resolution',
  when: { share: 0.5 },
  actions: [],
  ...more,
})

let ana: Agent
beforeEach(async () => {
  ana = await agent()
})

describe('a policy that is edited while clocks run', () => {
  test('counts its new targets from the original start; what has breached or ended stays as it was', async () => {
    const promised = await promising({ targets: always({ first_response: 4 * hour, resolution: 24 * hour }) })
    const [running, late, over] = [
      await filed(promised, march(3, '09:00')),
      await filed(promised, march(2, '09:00')),
      await filed(promised, march(2, '09:00')),
    ]
    await at(march(2, '10:00'), async () => close(ana, await now(over)))
    await wake(march(3, '09:30'))
    const before = await ledgerOf(over)
    await amend(promised, { targets: always({ first_response: 48 * hour, resolution: 72 * hour }) })
    await looking(march(3, '10:00'))

    expect(await dueAt(running)).toEqual(march(5, '09:00'))
    expect(await story(running, 'first_response')).toEqual(['started 03 09:00', 'retargeted 03 10:00'])
    expect(await story(late, 'first_response')).toEqual([
      'started 02 09:00',
      'at_risk 02 12:12',
      'breached 02 13:00',
    ])
    expect(await dueAt(late)).toEqual(march(2, '13:00'))
    expect(await ledgerOf(over)).toEqual(before)
  })

  test('whose new deadline has passed is a breach at that deadline, told in the history', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }) })
    const ticket = await filed(promised, march(2, '09:00'))
    await amend(promised, { targets: always({ resolution: hour }) })
    await looking(march(2, '12:00'))
    await wake(march(2, '12:01'))
    expect(await story(ticket, 'resolution')).toEqual([
      'started 02 09:00',
      'retargeted 02 12:00',
      'breached 02 10:00',
    ])
    const told = (await history(ticket)).filter(({ kind }) => kind === 'sla.breached')
    expect(told).toMatchObject([{ at: march(2, '10:00'), actor: null }])
  })

  test('is told to each ticket once', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }) })
    await filed(promised, march(2, '09:00'))
    await amend(promised, { targets: always({ resolution: 48 * hour }) })
    expect(await looking(march(2, '10:00'))).toBe(1)
    expect(await looking(march(2, '10:01'))).toBe(0)
  })

  test('by two workers at once, still once', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }) })
    const ticket = await filed(promised, march(2, '09:00'))
    await amend(promised, { targets: always({ resolution: 48 * hour }) })
    await at(march(2, '10:00'), () =>
      Promise.all([1, 2, 3].map(() => reconsiderAll({ because: 'policy', actorId: null }))),
    )
    expect(await story(ticket, 'resolution')).toEqual(['started 02 09:00', 'retargeted 02 10:00'])
  })

  test('that pauses in another status stops and starts what stands there', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }), pausing: ['pending'] })
    const [pending, held] = [
      await filed(promised, march(2, '09:00')),
      await filed(promised, march(2, '09:00')),
    ]
    await at(march(2, '10:00'), async () => move(ana, await now(pending), 'pending'))
    await at(march(2, '10:00'), async () => move(ana, await now(held), 'on_hold'))
    await amend(promised, { pausing: ['on_hold'] })
    await looking(march(2, '12:00'))
    expect(await dueAt(pending)).toEqual(march(3, '11:00'))
    expect(await dueAt(held)).toBeNull()
  })

  test('that promises a response now does so to those who wait for one, and to nobody else', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }) })
    const [waits, answered, ours] = [
      await filed(promised, march(2, '09:00')),
      await filed(promised, march(2, '09:00')),
      await filed(promised, march(2, '09:00'), { by: ana, channel: 'agent' }),
    ]
    await at(march(2, '09:30'), () => answer(ana, answered, text))
    await amend(promised, { targets: always({ first_response: 2 * hour, next_response: hour }) })
    await looking(march(2, '10:00'))
    expect(await story(waits, 'first_response')).toEqual(['started 02 10:00'])
    expect(await story(waits, 'resolution')).toEqual(['started 02 09:00', 'voided 02 10:00'])
    for (const ticket of [answered, ours]) expect(await dueAt(ticket)).toBeNull()
  })
})

describe('steps that a policy gets while clocks run', () => {
  test('are taken on what runs', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }) })
    const ticket = await filed(promised, march(2, '09:00'))
    await amend(promised, { steps: [step()] })
    expect(await looking(march(2, '10:00'))).toBe(1)
    expect(await mismatches(db, ticket.id)).toEqual([])
    await wake(march(2, '21:00'))
    expect(await story(ticket, 'resolution')).toEqual(['started 02 09:00', 'escalated 02 21:00'])
  })

  test('that it loses are taken no more', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }), steps: [step()] })
    const ticket = await filed(promised, march(2, '09:00'))
    await amend(promised, { steps: [] })
    await looking(march(2, '10:00'))
    await wake(march(2, '22:00'))
    expect(await story(ticket, 'resolution')).toEqual(['started 02 09:00'])
  })

  test('never reach back to what had ended before', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }) })
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(3, '08:00'), async () => close(ana, await now(ticket)))
    await amend(promised, { steps: [step()] })
    await looking(march(3, '09:00'))
    expect(await mismatches(db, ticket.id)).toEqual([])
    await at(march(3, '10:00'), async () => reopen(ana, await now(ticket)))
    await at(march(3, '11:00'), async () => prioritize(ana, await now(ticket), 'high'))
    await wake(march(3, '12:00'))
    expect(await story(ticket, 'resolution')).toEqual([
      'started 02 09:00',
      'met 03 08:00',
      '2 started 03 10:00',
    ])
  })
})

describe('a calendar that changes while clocks run', () => {
  test('moves what runs to its new version; history keeps the version that it was counted with', async () => {
    const counted = await calendar()
    const promised = await promising({ targets: always({ resolution: 8 * hour }), calendar: counted })
    const [running, over] = [
      await filed(promised, march(2, '13:00')),
      await filed(promised, march(2, '13:00')),
    ]
    await at(march(3, '13:30'), async () => close(ana, await now(over)))
    expect(await dueAt(running)).toEqual(march(3, '13:00'))
    const before = await ledgerOf(over)

    // Tuesday becomes a holiday: what was due then is due on Wednesday.
    const versionId = await newVersion(counted, { ...office, days: [{ date: '2026-03-03', name: 'Fair' }] })
    expect(await at(march(2, '14:00'), () => reconsiderAll({ because: 'calendar', actorId: ana.id }))).toBe(1)
    expect(await dueAt(running)).toEqual(march(4, '13:00'))
    expect((await ledgerOf(running)).map(({ calendarVersionId }) => calendarVersionId)).toEqual([
      counted.versionId,
      versionId,
    ])
    expect((await ledgerOf(running)).at(-1)).toMatchObject({ reason: 'calendar', actorId: ana.id })
    expect(await ledgerOf(over)).toEqual(before)
    expect(await mismatches(db, over.id)).toEqual([])
  })

  test('keeps a breach where it was, although the day is a holiday now', async () => {
    const counted = await calendar()
    const promised = await promising({ targets: always({ resolution: 8 * hour }), calendar: counted })
    const ticket = await filed(promised, march(2, '13:00'))
    await newVersion(counted, { ...office, days: [{ date: '2026-03-03', name: 'Fair' }] })
    await looking(march(3, '14:00'), 'calendar')
    expect(await story(ticket, 'resolution')).toEqual(['started 02 13:00', 'breached 03 13:00'])
    expect(await dueAt(ticket)).toEqual(march(3, '13:00'))
  })
})

describe('the job that looks up what is promised', () => {
  const jobs = () =>
    db.execute<{ key: string; payload: object; locked: boolean }>(sql`
      select key, payload, locked_at is not null as locked from graphile_worker._private_jobs
      where key like 'sla-reconsider:%' order by key`)

  test('takes some tickets and leaves the rest to another, past what cannot be done', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }) })
    const [one, broken, three] = [
      await filed(promised, march(2, '09:00')),
      await filed(promised, march(2, '09:00')),
      await filed(promised, march(2, '09:00')),
    ]
    await amend(promised, { targets: always({ resolution: 48 * hour }) })
    await db.execute(
      sql.raw(`
        create or replace function stumble() returns trigger language plpgsql as $$
        begin if new.ticket_id = ${broken.id} then raise 'no'; end if; return new; end $$`),
    )
    await db.execute(
      sql`create trigger stumble before insert on sla_ledger for each row execute function stumble()`,
    )
    const look = (after: number) =>
      at(march(2, '10:00'), () => reconsiderSome({ because: 'policy', actorId: null, after }, { most: 2 }))
    expect(await look(one.id - 1)).toEqual({ changed: 1, next: broken.id })
    expect(await jobs()).toMatchObject([{ payload: { because: 'policy', after: broken.id } }])
    expect(await look(broken.id)).toMatchObject({ changed: 1 })
    await db.execute(sql`drop trigger stumble on sla_ledger`)
    expect(await dueAt(one)).toEqual(march(4, '09:00'))
    expect(await dueAt(broken)).toEqual(march(3, '09:00'))
    expect(await dueAt(three)).toEqual(march(4, '09:00'))
    await looking(march(2, '11:00'))
  })

  test('is begun anew by another where its worker was killed', async () => {
    await db.execute(sql`
      update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'dead'
      where key like 'sla-reconsider:%'`)
    await resumeReconsider()
    expect(await jobs()).toMatchObject([{ key: 'sla-reconsider:policy:system', locked: false }])
    await resumeReconsider()
    expect(await jobs()).toHaveLength(1)
  })

  test('is left to another that has taken its place meanwhile, from the first ticket on', async () => {
    const promised = await promising({ targets: always({ resolution: 24 * hour }) })
    await filed(promised, march(2, '09:00'))
    await db.execute(sql`delete from graphile_worker._private_jobs where key like 'sla-reconsider:%'`)
    await inTransaction((tx) => reconsiderLater(tx, system, 'policy'))
    const [begun] = await db.execute<{ id: string }>(sql`
      update graphile_worker._private_jobs set locked_at = now(), locked_by = 'alive'
      where key = 'sla-reconsider:policy:system' returning id`)
    const goOn = () => reconsiderSome({ because: 'policy', actorId: null }, { most: 1, own: begun?.id })
    await inTransaction((tx) => reconsiderLater(tx, system, 'policy'))
    expect(await goOn()).toMatchObject({ next: null })
    const waiting = (await jobs()).filter(({ key }) => key === 'sla-reconsider:policy:system')
    expect(waiting).toMatchObject([{ locked: false, payload: { because: 'policy' } }])
    expect(waiting[0]?.payload).not.toHaveProperty('after')
  })
})

const promisingInstead = (promised: { readonly id: number }, targets: Targets) =>
  preview('policy', ({ policies, hoursOf }) => ({
    hoursOf,
    policies: policies.map((one) => (one.id === promised.id ? { ...one, targets } : one)),
  }))

const ago = (hours: number) => new Date(Date.now() - hours * hour * 1000)

test('the preview tells what would change and writes nothing', async () => {
  const promised = await promising({ targets: always({ resolution: 24 * hour }) })
  const [fresh, old] = [await filed(promised, ago(0.5)), await filed(promised, ago(3))]
  const before = [await ledgerOf(fresh), await ledgerOf(old)]
  const seen = await promisingInstead(promised, always({ resolution: hour }))
  expect(seen).toMatchObject({ count: 2, late: 1 })
  expect(seen.first.map(({ refid }) => refid)).toEqual([old.refid, fresh.refid])
  expect(seen.first.map(({ changes }) => changes[0]?.before)).toEqual([await dueAt(old), await dueAt(fresh)])
  expect([await ledgerOf(fresh), await ledgerOf(old)]).toEqual(before)
})

test('the preview tells of steps that would be taken at once, and ends when nobody waits for it', async () => {
  const promised = await promising({ targets: always({ resolution: 24 * hour }), steps: [step()] })
  await filed(promised, ago(13))
  await filed(promised, ago(1))
  const withSteps = (steps: readonly Step[], signal?: AbortSignal) =>
    preview(
      'policy',
      ({ policies, hoursOf }) => ({
        hoursOf,
        policies: policies.map((one) => (one.id === promised.id ? { ...one, steps } : one)),
      }),
      signal,
    )
  expect(await withSteps([step()])).toMatchObject({ count: 0, escalated: 0 })
  expect(await withSteps([step({ key: 'call_back' })])).toMatchObject({ count: 0, escalated: 1 })
  await expect(withSteps([], AbortSignal.abort(new Conflict('Enough')))).rejects.toThrow('Enough')
})

test('the preview sees the promises behind one that is late, that stand still, begin or end', async () => {
  const promised = await promising({ targets: always({ first_response: hour, resolution: 24 * hour }) })
  const late = await filed(promised, ago(3))
  const quiet = await filed(promised, ago(0.5))
  const bo = await agent()
  await answer(bo, quiet, { body: 'Which one?', channel: 'agent' }, 'pending')
  // One that a verb has noticed already, and one that nobody has.
  expect(
    await promisingInstead(promised, always({ first_response: hour, resolution: 2 * hour })),
  ).toMatchObject({
    count: 2,
    late: 1,
    first: [
      {
        refid: late.refid,
        changes: [{ target: 'resolution', before: expect.any(Date), after: expect.any(Date) }],
      },
      { refid: quiet.refid, changes: [{ target: 'resolution', before: 'paused', after: 'paused' }] },
    ],
  })
  expect(await promisingInstead(promised, always({ first_response: hour }))).toMatchObject({
    count: 2,
    late: 0,
    first: [
      { changes: [{ target: 'resolution', after: 'not promised' }] },
      { changes: [{ target: 'resolution', before: 'paused', after: 'not promised' }] },
    ],
  })
  const nothing = await promising({ targets: always({}) })
  const bare = await filed(nothing, ago(1))
  expect(await promisingInstead(nothing, always({ resolution: 2 * hour }))).toMatchObject({
    count: 1,
    late: 0,
    first: [{ refid: bare.refid, changes: [{ before: 'not promised', after: expect.any(Date) }] }],
  })
})

test('nothing of all this contradicts its ledger', async () => {
  expect(await mismatches(db)).toEqual([])
})
