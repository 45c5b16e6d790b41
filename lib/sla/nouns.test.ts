import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { history } from '@/lib/events/find'
import { notificationsOf } from '@/lib/notifications/find'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { changePerson } from '@/lib/people/change-person'
import { filingChoices } from '@/lib/portal/find'
import { createTeam } from '@/lib/teams/create'
import { retireTeam } from '@/lib/teams/retire'
import { agent, customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { tag } from '@/lib/tickets/tag'
import { type Customer, system } from '@/lib/viewer'
import { explain } from './explain'
import { fireDue } from './fire'
import { slaOf } from './ledger'
import { createPolicy } from './policies/create'
import type { NewPolicy } from './policies/shape'
import { conditionWords, stepWords } from './policies/words'
import { mismatches } from './recompute'
import { simulate } from './simulate'
import { always, dueAt, hour, march, now } from './testing'

let count = 0

/** A policy of its own, which promises a resolution within these hours. */
const promising = (hours: number, more: Partial<NewPolicy>) => {
  count += 1
  return createPolicy(system, {
    name: `Of nouns ${count}`,
    conditions: {},
    targets: always({ resolution: hours * hour }),
    calendar: null,
    pausing: ['pending'],
    steps: [],
    ...more,
  })
}

const filedBy = (requester: Customer) =>
  at(march(2, '09:00'), () =>
    file(requester, requester, { subject: 'It broke', description: 'Help', channel: 'portal' }),
  )

const organization = (name: string) => createOrganization(system, { name, notes: '' })

test('the tickets of an organization get its policy, also those that a customer has when they join and when they leave', async () => {
  const clinic = await organization('Clinique Saint-Roch')
  const policy = await promising(3, { conditions: { organizations: [clinic.uid] } })
  expect(conditionWords(policy)).toBe('Organization: Clinique Saint-Roch')
  const carla = await customer()
  const early = await filedBy(carla)
  const before = await dueAt(early)
  await at(march(2, '09:30'), () => joinOrganization(system, carla.email, clinic.uid))
  expect(await dueAt(early)).toEqual(march(2, '12:00'))
  const late = await filedBy(carla)
  expect(await dueAt(late)).toEqual(march(2, '12:00'))
  await at(march(2, '10:00'), () => joinOrganization(system, carla.email, null))
  expect(await dueAt(early)).toEqual(before)
  expect(await mismatches(db, early.id)).toEqual([])
})

test('what the portal says at filing is what the customer’s organization is promised', async () => {
  const clinic = await organization('Hospital Santa Clara')
  await promising(5, { conditions: { organizations: [clinic.uid] } })
  await promising(1, { conditions: { tags: ['portal-aim'] } })
  const [inside, outside] = [await customer(), await customer()]
  await joinOrganization(system, inside.email, clinic.uid)
  const aim = async (person: Customer) =>
    (await filingChoices(person)).aims.find(({ priority }) => priority === 'medium')?.resolution
  expect(await aim(inside)).toBe(5 * hour)
  expect(await aim(outside)).not.toBe(5 * hour)
  expect(await aim(outside)).not.toBe(1 * hour)
})

test('a ticket that goes to a team, or is tagged, is promised what these are promised, from its start', async () => {
  const ana = await agent()
  const team = await createTeam(system, { name: 'Integrations', members: [ana.email] })
  await promising(4, { conditions: { teams: [team.uid] } })
  await promising(2, { conditions: { tags: ['VIP'] } })
  const ticket = await filedBy(await customer())
  const fallback = await dueAt(ticket)
  await at(march(2, '09:10'), async () => handOver(ana, await now(ticket), team.uid))
  expect(await dueAt(ticket)).toEqual(march(2, '13:00'))
  await at(march(2, '09:20'), async () => handOver(ana, await now(ticket), null))
  expect(await dueAt(ticket)).toEqual(fallback)
  await at(march(2, '09:30'), () => tag(ana, ticket, { add: ['vip'] }))
  expect(await dueAt(ticket)).toEqual(march(2, '11:00'))
  await at(march(2, '09:40'), () => tag(ana, ticket, { remove: ['vip'] }))
  expect(await dueAt(ticket)).toEqual(fallback)
  expect(await mismatches(db, ticket.id)).toEqual([])
})

test('the reasons name the team and the tags', async () => {
  const ana = await agent('Ana Agent')
  const team = await createTeam(system, { name: 'Second line', members: [ana.email] })
  await promising(6, { conditions: { teams: [team.uid] } })
  await promising(7, { conditions: { tags: ['renewal'] } })
  const ticket = await filedBy(await customer())
  await at(march(2, '09:10'), async () => handOver(ana, await now(ticket), team.uid))
  await at(march(2, '09:20'), async () => handOver(ana, await now(ticket), null))
  await at(march(2, '09:30'), () => tag(ana, ticket, { add: ['renewal'] }))
  const { clocks, hoursOf } = await slaOf(system, ticket)
  const words = JSON.stringify(
    clocks.map((clock) => explain(clock, { timeZone: 'UTC', now: march(2, '10:00'), hoursOf })),
  )
  expect(words).toContain('when the ticket went to Second line (by Ana Agent)')
  expect(words).toContain('when it was tagged renewal (by Ana Agent)')
})

test('a step tells a team, hands the ticket over to it and tags it, each once', async () => {
  const [ana, bo, gone] = [await agent('Ana Agent'), await agent('Bo Agent'), await agent('Gia Gone')]
  const team = await createTeam(system, { name: 'On call', members: [ana.email, bo.email, gone.email] })
  await changePerson(system, gone.email, { active: false })
  const policy = await promising(8, {
    conditions: { tags: ['pager'] },
    targets: always({ first_response: hour, resolution: 8 * hour }),
    steps: [
      {
        key: 'urgent_escalation',
        target: 'first_response',
        when: { minutes: 0 },
        actions: [
          { do: 'notify', people: [], teams: [team.uid] },
          { do: 'hand_over', to: team.uid },
          { do: 'tag', tag: 'escalated' },
        ],
      },
    ],
  })
  expect(policy.steps.map(stepWords)).toEqual([
    'When first response is due: notify all of On call; hand over to On call; tag escalated',
  ])
  const ticket = await filedBy(await customer())
  await at(march(2, '09:05'), () => tag(ana, ticket, { add: ['pager'] }))
  for (const moment of [march(2, '10:06'), march(2, '10:07')])
    await at(moment, async () => {
      while ((await fireDue()) > 0);
    })
  for (const member of [ana, bo])
    expect(await notificationsOf(member)).toMatchObject([{ kind: 'sla.urgent_escalation' }])
  expect(await notificationsOf(gone)).toEqual([])
  const told = (await history(ticket)).filter(({ at: moment }) => moment > march(2, '09:30'))
  expect(told.map(({ kind, change }) => [kind, change])).toEqual(
    expect.arrayContaining([
      ['ticket.handed_over', { team: [null, 'On call'] }],
      ['ticket.tagged', { tags: ['pager', 'escalated, pager'] }],
    ]),
  )
  expect(told.filter(({ kind }) => kind === 'ticket.handed_over')).toHaveLength(1)
})

test('a step for a team that is retired by then is taken all the same', async () => {
  const ana = await agent()
  const team = await createTeam(system, { name: 'Night shift', members: [ana.email] })
  await promising(8, {
    conditions: { tags: ['night'] },
    steps: [
      {
        key: 'night',
        target: 'resolution',
        when: { minutes: 0 },
        actions: [{ do: 'hand_over', to: team.uid }],
      },
    ],
  })
  const ticket = await filedBy(await customer())
  await at(march(2, '09:05'), () => tag(ana, ticket, { add: ['night'] }))
  await retireTeam(system, team.uid)
  await at(march(2, '17:01'), fireDue)
  const kinds = (await history(ticket)).map(({ kind }) => kind)
  expect(kinds).toContain('sla.night')
  expect(kinds).not.toContain('ticket.handed_over')
})

test('a policy for a team or an organization that is not there is refused at its field', async () => {
  const nowhere = '00000000-0000-4000-8000-000000000000'
  await expect(promising(1, { conditions: { teams: [nowhere] } })).rejects.toMatchObject({
    name: 'Refused',
    field: 'conditions.teams',
  })
  await expect(promising(1, { conditions: { organizations: ['x'] } })).rejects.toMatchObject({
    field: 'conditions.organizations',
  })
  await expect(promising(1, { conditions: { tags: ['two words, three'] } })).rejects.toMatchObject({
    field: 'conditions.tags',
  })
})

test('a simulation replays teams and tags from the history', async () => {
  const ana = await agent()
  const team = await createTeam(system, { name: 'Replayed', members: [ana.email] })
  const policy = await promising(4, { conditions: { teams: [team.uid], tags: ['replayed'] } })
  const filed = await at(new Date(Date.now() - 10 * hour * 1000), async () => {
    const carla = await customer()
    return file(carla, carla, { subject: 'Long ago', description: 'Help', channel: 'portal' })
  })
  const ticket = await ticketByRefid(filed.refid)
  await handOver(ana, ticket, team.uid)
  await tag(ana, ticket, { add: ['replayed'] })
  const [row] = await db.execute<{ id: number }>(sql`select id from sla_policies where name = ${policy.name}`)
  const { first } = await simulate(system, {
    days: 1,
    rules: (present) => ({
      ...present,
      policies: present.policies.map((one) =>
        one.id === row?.id ? { ...one, targets: always({ resolution: 1000 * hour }) } : one,
      ),
    }),
  })
  expect(first).toContainEqual(
    expect.objectContaining({ refid: filed.refid, target: 'resolution', before: 'breached', after: 'none' }),
  )
})
