import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { events, notifications, people } from '@/db/schema'
import { at } from '@/lib/clock'
import { history } from '@/lib/events/find'
import { log } from '@/lib/log'
import { answer } from '@/lib/messages/answer'
import { writeBack } from '@/lib/messages/write-back'
import { setAvailability } from '@/lib/people/availability'
import { agent } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { close } from '@/lib/tickets/close'
import { move } from '@/lib/tickets/move'
import { prioritize } from '@/lib/tickets/prioritize'
import { resolve } from '@/lib/tickets/resolve'
import type { Agent } from '@/lib/viewer'
import { fireDue } from './fire'
import { mismatches } from './recompute'
import type { Step } from './sla-policy'
import { always, dueAt, filed, hour, ledgerOf, march, minute, now, promising, story } from './testing'
import { watchClocks } from './watch'

const text = { body: 'A word', channel: 'portal' } as const
const promised = await promising({ targets: always({ first_response: 4 * hour, resolution: 24 * hour }) })

/** The worker looks, as often as there is something to do. */
const wake = (moment: Date) =>
  at(moment, async () => {
    while ((await fireDue()) > 0);
  })

const kinds = async (ticket: { readonly id: number }) =>
  (await history(ticket)).map(({ kind }) => kind).filter((kind) => kind.startsWith('sla.'))

const toldOf = async (ticket: { readonly id: number }) =>
  (
    await db
      .select({ personId: notifications.personId })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .where(eq(events.ticketId, ticket.id))
  ).map(({ personId }) => personId)

const leave = ({ id }: Agent) =>
  db
    .update(people)
    .set({ deactivatedAt: march(1, '09:00') })
    .where(eq(people.id, id))

let ana: Agent
let lead: Agent
beforeEach(async () => {
  ana = await agent('Ana Agent')
  lead = await agent('Lea Lead', 'supervisor')
})

const escalating = (step: Partial<Step>, targets = { first_response: 4 * hour, resolution: 24 * hour }) =>
  promising({
    targets: always(targets),
    steps: [
      {
        key: 'urgent_escalation',
        target: 'first_response',
        when: { minutes: 0 },
        actions: [{ do: 'notify', people: [lead.id] }],
        ...step,
      },
    ],
  })

describe('what is due', () => {
  test('happens with its own moment, once, though the worker slept for days', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await wake(march(9, '09:00'))
    await wake(march(9, '09:01'))
    expect(await story(ticket, 'first_response')).toEqual([
      'started 02 09:00',
      'at_risk 02 12:12',
      'breached 02 13:00',
    ])
    expect(await story(ticket, 'resolution')).toEqual([
      'started 02 09:00',
      'at_risk 03 04:12',
      'breached 03 09:00',
    ])
    expect(
      (await history(ticket)).filter(({ kind }) => kind === 'sla.breached').map((one) => one.at),
    ).toEqual([march(2, '13:00'), march(3, '09:00')])
  })

  test('is at risk with a fifth or half an hour left, and not before', async () => {
    const short = await promising({ targets: always({ first_response: hour }) })
    const [long, brief] = [await filed(promised, march(2, '09:00')), await filed(short, march(2, '09:00'))]
    await wake(march(2, '09:29:59'))
    expect(await kinds(brief)).toEqual([])
    await wake(march(2, '09:30'))
    expect(await story(brief, 'first_response')).toEqual(['started 02 09:00', 'at_risk 02 09:30'])
    await wake(march(2, '12:11:59'))
    expect(await kinds(long)).toEqual([])
    await wake(march(2, '12:12'))
    expect(await kinds(long)).toEqual(['sla.at_risk'])
  })

  test('is no breach at the very deadline: who answers then has kept it', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await wake(march(2, '13:00'))
    await at(march(2, '13:00'), () => answer(ana, ticket, text))
    await wake(march(2, '13:01'))
    expect(await story(ticket, 'first_response')).toEqual([
      'started 02 09:00',
      'at_risk 02 12:12',
      'met 02 13:00',
    ])
  })

  test('leaves alone what stands still or has ended', async () => {
    const [paused, closed] = [
      await filed(promised, march(2, '09:00')),
      await filed(promised, march(2, '09:00')),
    ]
    await at(march(2, '09:30'), () => answer(ana, paused, text, 'pending'))
    await at(march(2, '09:30'), async () => close(ana, await now(closed)))
    await wake(march(20, '09:00'))
    expect([...(await kinds(paused)), ...(await kinds(closed))]).toEqual([])
  })

  test('was noticed by a verb already: then the worker has nothing to add', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '15:00'), async () => move(ana, await now(ticket), 'on_hold'))
    await wake(march(2, '15:01'))
    expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'breached 02 13:00'])
    expect(await kinds(ticket)).toEqual(['sla.breached'])
  })
})

describe('at once', () => {
  test('several workers make it happen once', async () => {
    const tickets = await Promise.all(Array.from({ length: 12 }, () => filed(promised, march(2, '09:00'))))
    await at(march(9, '09:00'), () => Promise.all(Array.from({ length: 6 }, fireDue)))
    for (const ticket of tickets)
      expect((await kinds(ticket)).sort()).toEqual([
        'sla.at_risk',
        'sla.at_risk',
        'sla.breached',
        'sla.breached',
      ])
  })

  test('a thousand clocks that are due in the same second', async () => {
    const { id: policyId, category } = await escalating({})
    const { requester } = await filed(promised, march(20, '09:00'))
    await db.execute(sql`
      with ticket as (
        insert into tickets (refid, requester_id, category_id, subject, status, priority, channel, created_at, sla_due_at,
          sla_target, sla_started_at, sla_risk_at)
        select 'SUP-1' || lpad(n::text, 7, '0'), ${requester.id}, ${category.id}, 'Flood', 'open', 'medium', 'portal',
          ${march(20, '09:00').toISOString()}, ${march(20, '13:00').toISOString()}, 'first_response',
          ${march(20, '09:00').toISOString()}, ${march(20, '12:12').toISOString()}
        from generate_series(1, 1000) n returning id, created_at, sla_due_at, sla_risk_at
      ), clock as (
        insert into sla_clocks (ticket_id, target, instance, policy_id, seconds, pausing, started_at, due_at, risk_at, next_at)
        select id, 'first_response', 1, ${policyId}, 14400, '{}', created_at, sla_due_at, sla_risk_at, sla_risk_at from ticket
      )
      insert into sla_ledger (ticket_id, target, instance, kind, at, reason, policy_id, seconds, pausing, due_at)
      select id, 'first_response', 1, 'started', created_at, 'filed', ${policyId}, 14400, '{}', sla_due_at from ticket`)
    await Promise.all([wake(march(20, '13:00:01')), wake(march(20, '13:00:01'))])

    const fired = await db.execute(sql`
      select kind, count(*) as times, count(distinct ticket_id) as tickets, min(at) = max(at) as together
      from sla_ledger where ticket_id in (select id from tickets where subject = 'Flood') group by kind order by kind`)
    expect(fired).toEqual(
      ['at_risk', 'breached', 'escalated', 'started'].map((kind) => ({
        kind,
        times: 1000,
        tickets: 1000,
        together: true,
      })),
    )
    const [told] = await db.execute(sql`
      select count(*) as times from notifications where person_id = ${lead.id}`)
    expect(told).toEqual({ times: 1000 })
    // What is left of it on a busy machine would fire in the tests that follow.
  }, 120_000)

  test('an answer and the worker leave one ledger, whoever is first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const ticket = await filed(promised, march(2, '09:00'))
      await wake(march(2, '12:30'))
      const answers = () => at(march(2, '13:00'), () => answer(ana, ticket, text))
      const fires = () => at(march(2, '13:00:01'), fireDue)
      await Promise.all(round % 2 ? [fires(), answers(), fires()] : [answers(), fires(), fires()])
      const [, , ...end] = await story(ticket, 'first_response')
      expect([['met 02 13:00'], ['breached 02 13:00', 'met 02 13:00']]).toContainEqual(end)
      expect((await kinds(ticket)).filter((kind) => kind === 'sla.breached')).toHaveLength(end.length - 1)
      expect(await mismatches(db, ticket.id)).toEqual([])
    }
  })
})

describe('a step', () => {
  test('notifies, reassigns and raises the priority, and what that makes due follows at once', async () => {
    const promise = await promising({
      targets: {
        ...always({ first_response: hour, resolution: 24 * hour }),
        urgent: { first_response: hour, resolution: 2 * hour },
      },
      steps: [
        {
          key: 'call_the_lead',
          target: 'first_response',
          when: { minutes: 60 },
          actions: [
            { do: 'notify', people: [lead.id, ana.id, lead.id] },
            { do: 'reassign', to: lead.id },
            { do: 'prioritize', to: 'urgent' },
          ],
        },
        {
          key: 'all_hands',
          target: 'resolution',
          priorities: ['urgent'],
          when: { share: 0.5 },
          actions: [{ do: 'notify', people: [lead.id] }],
        },
      ],
    })
    const ticket = await filed(promise, march(2, '09:00'))
    await at(march(2, '09:05'), async () => assign(ana, await now(ticket), ana))
    await wake(march(2, '11:00:01'))

    expect(await now(ticket)).toMatchObject({ assigneeId: lead.id, priority: 'urgent' })
    expect((await toldOf(ticket)).sort()).toEqual([ana.id, lead.id, lead.id].sort())
    expect(await story(ticket, 'resolution')).toEqual([
      'started 02 09:00',
      'retargeted 02 11:00:01',
      'breached 02 11:00',
      'escalated 02 10:00',
    ])
    expect((await history(ticket)).find(({ kind }) => kind === 'sla.call_the_lead')).toMatchObject({
      at: march(2, '11:00'),
      audience: 'agents',
      change: {
        target: [null, 'first_response'],
        expected_resolution: [null, march(3, '09:00').toISOString()],
      },
    })
  })

  test('tells whom it gives the ticket to, once', async () => {
    const give = { do: 'reassign', to: lead.id } as const
    const quiet = await filed(await escalating({ actions: [give] }), march(2, '09:00'))
    const loud = await filed(
      await escalating({ actions: [give, { do: 'notify', people: [lead.id] }] }),
      march(2, '09:00'),
    )
    await wake(march(2, '13:00:01'))
    expect([await toldOf(quiet), await toldOf(loud)]).toEqual([[lead.id], [lead.id]])
  })

  test('gives nothing to who is away, and says so', async () => {
    const promise = await escalating({
      actions: [
        { do: 'reassign', to: lead.id },
        { do: 'prioritize', to: 'high' },
      ],
    })
    const [ticket, nobodys] = [
      await filed(promise, march(2, '09:00')),
      await filed(promise, march(2, '09:00')),
    ]
    await at(march(2, '09:05'), async () => assign(ana, await now(ticket), ana))
    await setAvailability(lead, lead.email, 'away')
    await wake(march(2, '13:00:01'))
    expect(await now(ticket)).toMatchObject({ assigneeId: ana.id, priority: 'high' })
    expect(await now(nobodys)).toMatchObject({ assigneeId: null })
    expect((await history(ticket)).find(({ kind }) => kind === 'sla.urgent_escalation')).toMatchObject({
      change: { not_assigned: [null, 'Lea Lead'] },
    })
    expect(await toldOf(ticket)).toEqual([])
  })

  test('is taken although those whom it names have left', async () => {
    const ticket = await filed(
      await escalating({
        actions: [
          { do: 'notify', people: [lead.id, ana.id] },
          { do: 'reassign', to: lead.id },
          { do: 'prioritize', to: 'high' },
        ],
      }),
      march(2, '09:00'),
    )
    await leave(lead)
    await wake(march(2, '13:00:01'))
    expect(await toldOf(ticket)).toEqual([ana.id])
    expect(await now(ticket)).toMatchObject({ assigneeId: null, priority: 'high' })
    expect(await story(ticket, 'first_response')).toContain('escalated 02 13:00')
  })

  test('on a ticket that was resolved before the worker woke up is told, and changes nothing any more', async () => {
    const ticket = await filed(
      await escalating({
        actions: [
          { do: 'notify', people: [lead.id] },
          { do: 'reassign', to: lead.id },
          { do: 'prioritize', to: 'urgent' },
        ],
      }),
      march(2, '09:00'),
    )
    await at(march(2, '14:00'), async () => resolve(ana, await now(ticket)))
    await wake(march(2, '15:00'))
    await wake(march(2, '16:00'))
    expect(await toldOf(ticket)).toEqual([lead.id])
    expect(await now(ticket)).toMatchObject({ status: 'resolved', assigneeId: null, priority: 'medium' })
    expect(await kinds(ticket)).toEqual(['sla.breached', 'sla.urgent_escalation'])
  })

  test('is not taken on what was answered in time, nor when the ticket becomes urgent afterwards', async () => {
    const promise = await escalating({ priorities: ['urgent'], when: { share: 0.25 } })
    const ticket = await filed(promise, march(2, '09:00'))
    await at(march(2, '12:00'), () => answer(ana, ticket, text))
    await wake(march(2, '12:01'))
    await at(march(2, '12:30'), async () => prioritize(ana, await now(ticket), 'urgent'))
    await wake(march(2, '12:31'))
    expect(await kinds(ticket)).toEqual([])
    expect(await mismatches(db, ticket.id)).toEqual([])
  })

  test('is taken once for each instance', async () => {
    const promise = await promising({
      targets: always({ next_response: hour }),
      steps: [
        {
          key: 'remind',
          target: 'next_response',
          when: { minutes: -10 },
          actions: [{ do: 'notify', people: [lead.id] }],
        },
      ],
    })
    const ticket = await filed(promise, march(2, '08:00'))
    for (const time of ['09:00', '11:00']) {
      await at(march(2, time), () => answer(ana, ticket, text))
      await at(march(2, time.replace(':00', ':10')), () => writeBack(ticket.requester, ticket, text))
      await wake(march(2, time.replace(':00', ':59')))
      expect(await dueAt(ticket)).toEqual(new Date(march(2, time).getTime() + 70 * minute * 1000))
      await wake(new Date(march(2, time).getTime() + 60 * minute * 1000))
    }
    expect(await toldOf(ticket)).toEqual([lead.id, lead.id])
    expect((await story(ticket, 'next_response')).filter((line) => line.includes('escalated'))).toEqual([
      'escalated 02 10:00',
      '2 escalated 02 12:00',
    ])
  })
})

describe('the clock of the machine', () => {
  test('an hour ahead and back again makes nothing happen twice, nor anything take negative time', async () => {
    const ticket = await filed(await escalating({}), march(2, '09:00'))
    await wake(march(2, '13:30'))
    await wake(march(2, '12:30'))
    await at(march(2, '12:31'), () => answer(ana, ticket, text))
    await at(march(2, '12:32'), () => writeBack(ticket.requester, ticket, text))
    await wake(march(2, '13:31'))
    expect(await kinds(ticket)).toEqual(['sla.at_risk', 'sla.breached', 'sla.urgent_escalation'])
    expect(await toldOf(ticket)).toEqual([lead.id])
    const ledger = (await ledgerOf(ticket)).filter(({ target }) => target === 'first_response')
    expect(ledger.at(-1)).toMatchObject({ kind: 'met', at: march(2, '13:00') })
    expect(await mismatches(db, ticket.id)).toEqual([])
  })

  test('an hour behind only delays what is due', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:00'), async () => move(ana, await now(ticket), 'pending'))
    await at(march(2, '09:00:30'), async () => move(ana, await now(ticket), 'open'))
    await wake(march(2, '08:30'))
    expect(await kinds(ticket)).toEqual([])
    await wake(march(3, '09:30'))
    expect(await story(ticket, 'resolution')).toEqual([
      'started 02 09:00',
      'paused 02 10:00',
      'resumed 02 10:00',
      'at_risk 03 04:12',
      'breached 03 09:00',
    ])
  })
})

describe('killed in the middle', () => {
  afterEach(() => db.execute(sql`drop trigger if exists kill on notifications`))

  test('nothing is half done, others are done all the same, and the next time everything happens', async () => {
    const logged = [vi.spyOn(log, 'warn'), vi.spyOn(log, 'error')]
    for (const spy of logged) spy.mockReset().mockImplementation(() => {})
    const ticket = await filed(await escalating({}), march(2, '09:00'))
    const other = await filed(
      await promising({ targets: always({ first_response: hour }) }),
      march(2, '09:00'),
    )
    await db.execute(sql`
      create or replace function kill() returns trigger language plpgsql as $$
      begin raise exception 'killed'; end $$`)
    await db.execute(
      sql`create trigger kill before insert on notifications for each row execute function kill()`,
    )
    await at(march(2, '13:00:01'), fireDue)
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ refid: ticket.refid }),
      expect.anything(),
    )
    expect(await kinds(other)).toEqual(['sla.at_risk', 'sla.breached'])
    expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00'])
    expect([await kinds(ticket), await toldOf(ticket)]).toEqual([[], []])

    for (const spy of logged) spy.mockRestore()
    await db.execute(sql`drop trigger kill on notifications`)
    await wake(march(2, '14:00'))
    expect(await kinds(ticket)).toEqual(['sla.at_risk', 'sla.breached', 'sla.urgent_escalation'])
    expect(await toldOf(ticket)).toEqual([lead.id])
  })
})

test('the worker sees within seconds what is due, goes on after a failure, and ends when it is told to', async () => {
  vi.spyOn(log, 'warn').mockImplementation(() => {})
  await wake(new Date())
  const broken = await promising({ targets: always({ first_response: hour }) })
  const ticket = await filed(broken, new Date(Date.now() - hour * 1000 + 1500))
  const ending = new AbortController()
  await db.execute(sql`alter table sla_clocks rename to sla_clocks_gone`)
  const watching = watchClocks(ending.signal)
  await vi.waitFor(() => expect(log.warn).toHaveBeenCalled())
  await db.execute(sql`alter table sla_clocks_gone rename to sla_clocks`)
  await vi.waitFor(async () => expect(await kinds(ticket)).toContain('sla.breached'), { timeout: 5000 })
  ending.abort()
  await watching
})

test('nothing of all this contradicts its ledger', async () => {
  expect(await mismatches(db)).toEqual([])
})
