import { expect, test } from 'vitest'
import { Conflict, Missing } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { createPolicy } from '@/lib/sla/policies/create'
import { agent, customer } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { file } from '@/lib/tickets/file'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { system } from '@/lib/viewer'
import { createTeam } from './create'
import { editTeam } from './edit'
import { policiesNamingTeam, teamByUid, teamList } from './find'
import { retireTeam } from './retire'
import { seen } from './team'

const nowhere = '00000000-0000-4000-8000-000000000000'

async function filed() {
  const carla = await customer()
  const { refid } = await file(carla, carla, { subject: 'It broke', description: 'Help', channel: 'portal' })
  return ticketByRefid(refid)
}

test('a team has a name of its own and people who work here', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const team = await createTeam(system, { name: 'First line', members: [ana.email.toUpperCase()] })
  expect(team.members).toEqual([{ email: ana.email, name: ana.name }])
  await expect(createTeam(system, { name: 'FIRST LINE', members: [] })).rejects.toMatchObject({
    field: 'name',
  })
  await expect(createTeam(system, { name: 'Other', members: [carla.email] })).rejects.toMatchObject({
    field: 'members',
  })
  expect((await teamList(system)).map(({ name }) => name)).not.toContain('Other')
})

test('of two admins who change what they both saw, the second is told', async () => {
  const [ana, bo] = [await agent('Ana Agent'), await agent('Bo Agent')]
  const team = await createTeam(system, { name: 'Payments', members: [ana.email] })
  const saw = seen(team)
  const answers = await Promise.allSettled(
    [ana, bo].map(({ email }) =>
      editTeam(system, team.uid, { name: `Payments of ${email}`, members: [bo.email] }, saw),
    ),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
  expect((await teamByUid(system, team.uid)).members).toEqual([{ email: bo.email, name: bo.name }])
  await expect(editTeam(system, nowhere, { name: 'Nowhere', members: [] })).rejects.toThrow(Missing)
})

test('a team that has tickets is not retired; a retired one gets none, and its name is free', async () => {
  const ana = await agent()
  const team = await createTeam(system, { name: 'Hardware', members: [ana.email] })
  const ticket = await filed()
  await handOver(ana, ticket, team.uid)
  await expect(retireTeam(system, team.uid)).rejects.toThrow('One open ticket belongs to this team')
  await handOver(ana, await ticketByRefid(ticket.refid), null)
  await retireTeam(system, team.uid)
  await expect(handOver(ana, await ticketByRefid(ticket.refid), team.uid)).rejects.toMatchObject({
    field: 'team',
  })
  await createTeam(system, { name: 'Hardware', members: [] })
})

test('who is of the team keeps the ticket that is handed over to it; who is not gives it up', async () => {
  const [ana, bo] = [await agent('Ana Agent'), await agent('Bo Agent')]
  const team = await createTeam(system, { name: 'Shipping', members: [ana.email] })
  const [hers, his] = [await filed(), await filed()]
  await assign(bo, hers, ana)
  await assign(bo, his, bo)
  await handOver(bo, await ticketByRefid(hers.refid), team.uid)
  await handOver(bo, await ticketByRefid(his.refid), team.uid)
  expect((await ticketByRefid(hers.refid)).assigneeId).toBe(ana.id)
  expect((await ticketByRefid(his.refid)).assigneeId).toBeNull()
  expect((await history(his)).at(-1)).toMatchObject({
    kind: 'ticket.handed_over',
    audience: 'agents',
    change: { team: [null, 'Shipping'], assignee: ['Bo Agent', null] },
  })
})

test('a ticket that is assigned while it is handed over is one or the other', async () => {
  const [ana, bo] = [await agent(), await agent()]
  const team = await createTeam(system, { name: 'Races', members: [ana.email] })
  const ticket = await filed()
  const answers = await Promise.allSettled([handOver(ana, ticket, team.uid), assign(bo, ticket, bo)])
  const after = await ticketByRefid(ticket.refid)
  if (answers[0].status === 'fulfilled' && answers[1].status === 'fulfilled')
    expect([after.teamId, after.assigneeId]).toEqual([expect.any(Number), bo.id])
  else
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: expect.any(Conflict) },
    ])
})

test('the policies that name a team are known, and what they do with it', async () => {
  const [team, other] = await Promise.all(
    ['Named', 'Unnamed'].map((name) => createTeam(system, { name, members: [] })),
  )
  const { name, uid } = await createPolicy(system, {
    name: 'Names a team',
    conditions: { teams: [team?.uid ?? ''] },
    targets: { low: { resolution: 3600 }, medium: {}, high: {}, urgent: {} },
    calendar: null,
    pausing: [],
    steps: [
      {
        key: 'call',
        target: 'resolution',
        when: { minutes: 0 },
        actions: [
          { do: 'notify', people: [], teams: [team?.uid ?? ''] },
          { do: 'hand_over', to: team?.uid ?? '' },
        ],
      },
    ],
  })
  expect(await policiesNamingTeam(system, team?.uid ?? '')).toEqual([
    { uid, name, asks: true, does: ['notify', 'hand_over'] },
  ])
  expect(await policiesNamingTeam(system, other?.uid ?? '')).toEqual([])
  await expect(teamByUid(system, 'new')).rejects.toThrow(Missing)
})
