import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { Missing } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { tasks } from '@/lib/jobs/tasks'
import { writeBack } from '@/lib/messages/write-back'
import { notificationsOf } from '@/lib/notifications/find'
import { setAvailability } from '@/lib/people/availability'
import { changePerson } from '@/lib/people/change-person'
import { agent, customer } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { file } from '@/lib/tickets/file'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { markSpam, unmarkSpam } from '@/lib/tickets/mark-spam'
import { resolve } from '@/lib/tickets/resolve'
import { type Agent, isSupervisor, system } from '@/lib/viewer'
import { teamsAtWork } from './board'
import { createTeam } from './create'
import { editTeam } from './edit'
import { handOut } from './hand-out'
import type { Giving } from './team'

const dispatcher = await agent('Dee Dispatcher')
let count = 0

async function filed() {
  const { refid } = await file(dispatcher, await customer(), {
    subject: 'It broke',
    description: 'Help',
    channel: 'agent',
  })
  return ticketByRefid(refid)
}

const many = (number: number) => Promise.all(Array.from({ length: number }, filed))

const team = (members: readonly Agent[], giving: Partial<Giving>) => {
  count += 1
  return createTeam(system, {
    name: `Giving ${count}`,
    members: members.map(({ email }) => email),
    giving: { rule: 'round_robin', limit: null, takesBack: false, ...giving },
  })
}

const agents = (number: number) =>
  Promise.all(Array.from({ length: number }, (_, place) => agent(`Ann${place} Agent`)))

const ticketsOf = async ({ id }: Agent) =>
  db.$count(sql`tickets`, sql`assignee_id = ${id} and status in ('open', 'pending', 'on_hold')`)

const haves = async (some: readonly Agent[]) => {
  const have: number[] = []
  for (const one of some) have.push(await ticketsOf(one))
  return have
}

const holder = async ({ refid }: { readonly refid: string }) => (await ticketByRefid(refid)).assigneeId

test('twenty tickets that come at once go to four agents, five each, by the helpdesk itself', async () => {
  const crew = await agents(4)
  const { uid } = await team(crew, { rule: 'round_robin' })
  const tickets = await many(20)
  await Promise.all(tickets.map((ticket) => handOver(dispatcher, ticket, uid)))
  expect(await haves(crew)).toEqual([5, 5, 5, 5])
  const [ticket] = tickets
  if (!ticket) throw new Error('no ticket')
  const name = crew.find(({ id }) => id === ticket.assigneeId)?.name
  expect((await history(ticket)).slice(-2)).toMatchObject([
    { kind: 'ticket.handed_over', actor: 'Dee Dispatcher', audience: 'agents' },
    {
      kind: 'ticket.assigned',
      actor: null,
      audience: 'agents',
      change: { assignee: [null, name ?? expect.stringContaining('Agent')], because: [null, 'round_robin'] },
    },
  ])
  const [first] = crew
  expect(await notificationsOf(first ?? dispatcher)).toHaveLength(5)
})

test('who has least to do comes first, and twenty at once even out what was uneven', async () => {
  const crew = await agents(4)
  const [busy] = crew
  if (!busy) throw new Error('nobody')
  for (const ticket of await many(3)) await assign(dispatcher, ticket, busy)
  const { uid } = await team(crew, { rule: 'least_loaded' })
  await Promise.all((await many(17)).map((ticket) => handOver(dispatcher, ticket, uid)))
  expect(await haves(crew)).toEqual([5, 5, 5, 5])
})

test('nobody is given more than the limit, also by two teams at once; what is left waits, and is given when there is room', async () => {
  const crew = await agents(2)
  const [one, other] = [
    await team(crew, { rule: 'least_loaded', limit: 3 }),
    await team(crew, { rule: 'round_robin', limit: 3 }),
  ]
  const tickets = await many(10)
  await Promise.all(
    tickets.map((ticket, place) => handOver(dispatcher, ticket, place % 2 ? one.uid : other.uid)),
  )
  expect(await haves(crew)).toEqual([3, 3])
  expect(await handOut()).toBe(0)
  const mine = await ticketsHeldBy(crew[0])
  await resolve(dispatcher, { id: mine, status: 'open' })
  await Promise.all([handOut(), handOut(), handOut()])
  expect(await haves(crew)).toEqual([3, 3])
  const board = (await teamsAtWork(system)).filter(({ uid }) => [one.uid, other.uid].includes(uid))
  expect(board.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(3)
})

const ticketsHeldBy = async (one: Agent | undefined) =>
  (await db.execute<{ id: number }>(sql`select id from tickets where assignee_id = ${one?.id} limit 1`))[0]
    ?.id ?? 0

test('who is away is given nothing, not even what comes at the moment of leaving; back again, their turn comes', async () => {
  const crew = await agents(3)
  const [ana, bo, cleo] = crew
  if (!ana || !bo || !cleo) throw new Error('nobody')
  const { uid } = await team(crew, { rule: 'round_robin' })
  await setAvailability(ana, ana.email, 'away')
  await Promise.all((await many(4)).map((ticket) => handOver(dispatcher, ticket, uid)))
  expect(await haves(crew)).toEqual([0, 2, 2])

  const tickets = await many(6)
  await Promise.all([
    ...tickets.map((ticket) => handOver(dispatcher, ticket, uid)),
    setAvailability(bo, bo.email, 'away'),
  ])
  const [gone] = await db.execute<{ late: number }>(sql`
    select count(*) as late from events e
    where e.kind = 'ticket.assigned' and e.change -> 'assignee' ->> 1 = ${bo.name}
      and e.id > (select max(id) from events where kind = 'person.changed' and change -> 'email' ->> 1 = ${bo.email})
      and e.ticket_id in (select id from tickets where assignee_id = ${bo.id})`)
  expect(gone?.late).toBe(0)
  expect((await haves(crew)).reduce((sum, have) => sum + have, 0)).toBe(10)

  await setAvailability(ana, ana.email, 'available')
  const [ticket] = await many(1)
  if (ticket) await handOver(dispatcher, ticket, uid)
  expect(await ticketsOf(ana)).toBe(1)
})

test('where nobody is there a ticket waits for the team, and the worker gives it to who comes back', async () => {
  const [ana] = await agents(1)
  if (!ana) throw new Error('nobody')
  const { uid } = await team([ana], { rule: 'round_robin' })
  await setAvailability(ana, ana.email, 'away')
  const ticket = await filed()
  await handOver(dispatcher, ticket, uid)
  expect(await holder(ticket)).toBeNull()
  await db.execute(sql`select graphile_worker.remove_job('hand-out')`)
  await setAvailability(ana, ana.email, 'available')
  expect(await db.execute(sql`select from graphile_worker.jobs where key = 'hand-out'`)).toHaveLength(1)
  expect(await handOut()).toBe(1)
  expect(await holder(ticket)).toBe(ana.id)
  expect(await handOut()).toBe(0)
})

test('a team that begins to give its tickets gives those that wait already', async () => {
  const [ana] = await agents(1)
  if (!ana) throw new Error('nobody')
  const { uid, name } = await team([ana], { rule: 'off' })
  const ticket = await filed()
  await handOver(dispatcher, ticket, uid)
  expect(await holder(ticket)).toBeNull()
  expect(await handOut()).toBe(0)
  await db.execute(sql`select graphile_worker.remove_job('hand-out')`)
  const giving = { rule: 'least_loaded', limit: 5, takesBack: true } as const
  await editTeam(system, uid, { name, members: [ana.email], giving })
  expect(await db.execute(sql`select from graphile_worker.jobs where key = 'hand-out'`)).toHaveLength(1)
  const [event] = await db.execute(
    sql`select change from events where kind = 'team.changed' order by id desc limit 1`,
  )
  expect(event).toMatchObject({
    change: { giving: ['Off', 'To who has least, at most 5 each'], takesBack: [false, true] },
  })
  await tasks['hand-out']({}, undefined as never)
  expect(await holder(ticket)).toBe(ana.id)
})

test('when the customer writes to somebody who is away, the ticket is the team’s again, and the next one’s', async () => {
  const [ana, bo] = await agents(2)
  if (!ana || !bo) throw new Error('nobody')
  const carla = await customer()
  const { uid } = await team([ana, bo], { rule: 'round_robin', takesBack: true })
  const ticket = await file(carla, carla, { subject: 'It broke', description: 'Help', channel: 'portal' })
  await handOver(dispatcher, await ticketByRefid(ticket.refid), uid)
  const first = (await holder(ticket)) === ana.id ? ana : bo
  const second = first === ana ? bo : ana
  await writeBack(carla, ticket, { body: 'Still broken', channel: 'portal' })
  expect(await holder(ticket)).toBe(first.id)
  await setAvailability(first, first.email, 'away')
  await writeBack(carla, ticket, { body: 'Hello?', channel: 'portal' })
  expect(await holder(ticket)).toBe(second.id)
  expect((await history(ticket)).slice(-2)).toMatchObject([
    {
      kind: 'ticket.assigned',
      actor: null,
      audience: 'agents',
      change: { assignee: [first.name, null], because: [null, 'away'] },
    },
    { kind: 'ticket.assigned', actor: null, audience: 'agents', change: { assignee: [null, second.name] } },
  ])
})

test('a team that does not take tickets back leaves them with who is away; one that gives none leaves them to nobody', async () => {
  const [ana] = await agents(1)
  if (!ana) throw new Error('nobody')
  const carla = await customer()
  const outcome = async (giving: Partial<Giving>) => {
    await setAvailability(ana, ana.email, 'available')
    const { uid } = await team([ana], giving)
    const ticket = await file(dispatcher, carla, {
      subject: 'It broke',
      description: 'Help',
      channel: 'agent',
    })
    await assign(dispatcher, await ticketByRefid(ticket.refid), ana)
    await handOver(dispatcher, await ticketByRefid(ticket.refid), uid)
    await setAvailability(ana, ana.email, 'away')
    await writeBack(carla, ticket, { body: 'Hello?', channel: 'portal' })
    return holder(ticket)
  }
  expect(await outcome({ rule: 'round_robin', takesBack: false })).toBe(ana.id)
  expect(await outcome({ rule: 'off', takesBack: true })).toBeNull()
})

test('spam is given to nobody and is no load; what turns out to be none is given then', async () => {
  const [ana] = await agents(1)
  if (!ana) throw new Error('nobody')
  const { uid } = await team([ana], { rule: 'least_loaded', limit: 2 })
  const [spam, real] = [await filed(), await filed()]
  await markSpam(dispatcher, spam)
  for (const ticket of await many(2)) {
    await assign(dispatcher, ticket, ana)
    await markSpam(dispatcher, ticket)
  }
  await handOver(dispatcher, spam, uid)
  expect(await handOut()).toBe(0)
  expect(await holder(spam)).toBeNull()
  await handOver(dispatcher, real, uid)
  expect(await holder(real)).toBe(ana.id)
  await unmarkSpam(dispatcher, spam)
  expect(await handOut()).toBe(1)
  expect(await holder(spam)).toBe(ana.id)
})

test('spam stays with who is away, whatever its sender writes', async () => {
  const [ana] = await agents(1)
  if (!ana) throw new Error('nobody')
  const carla = await customer()
  const { uid } = await team([ana], { rule: 'round_robin', takesBack: true })
  const ticket = await file(carla, carla, { subject: 'Buy', description: 'Now', channel: 'portal' })
  await handOver(dispatcher, await ticketByRefid(ticket.refid), uid)
  await markSpam(dispatcher, ticket)
  await setAvailability(ana, ana.email, 'away')
  await writeBack(carla, ticket, { body: 'Buy more', channel: 'portal' })
  expect(await holder(ticket)).toBe(ana.id)
})

test('a ticket that somebody takes while it is given has one of the two', async () => {
  const [ana, bo] = await agents(2)
  if (!ana || !bo) throw new Error('nobody')
  const { uid } = await team([ana], { rule: 'round_robin' })
  for (const ticket of await many(5)) {
    const answers = await Promise.allSettled([handOver(dispatcher, ticket, uid), assign(bo, ticket, bo)])
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect([ana.id, bo.id]).toContain(await holder(ticket))
  }
})

test('everybody says for themselves whether they are there, a supervisor for others too', async () => {
  const [ana, bo, sue] = [
    await agent('Ana Agent'),
    await agent('Bo Agent'),
    await agent('Sue Super', 'supervisor'),
  ]
  if (!isSupervisor(sue)) throw new Error('not a supervisor')
  await expect(setAvailability(ana, bo.email, 'away')).rejects.toThrow(Missing)
  await setAvailability(sue, ana.email.toUpperCase(), 'away')
  await setAvailability(sue, ana.email, 'away')
  const told = await db.execute(sql`
    select change, actor_id from events where kind = 'person.changed' and change -> 'email' ->> 1 = ${ana.email}`)
  expect(told).toMatchObject([
    { actor_id: sue.id, change: { email: [ana.email, ana.email], availability: ['available', 'away'] } },
  ])
  await expect(setAvailability(sue, (await customer()).email, 'away')).rejects.toThrow(Missing)
  await changePerson(system, bo.email, { active: false })
  await expect(setAvailability(sue, bo.email, 'away')).rejects.toThrow(Missing)
})
