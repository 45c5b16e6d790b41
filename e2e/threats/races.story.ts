import { expect } from '@playwright/test'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, messages } from '@/db/schema'
import { changePerson } from '@/lib/people/change-person'
import { getUserTickets, make } from '@/lib/support'
import { waitingFor } from '@/lib/testing/waiting'
import { ticketByRefid } from '@/lib/tickets/lists'
import { system } from '@/lib/viewer'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { newCustomer, newStaff, word } from './people'
import { act } from './wire'

const request = () => ({ category: '', subject: word(), details: 'D', impact: 'question' })

test('of fifty agents who claim one ticket at once, one has it and the others read who', async () => {
  const maria = await newCustomer()
  const ticket = await make().for(maria.id).subject(word()).description('D').create()
  const agents = await Promise.all(
    Array.from({ length: 50 }, async (_, at) => {
      const agent = await newStaff('agent', `Claire Claimant ${at}`)
      return { agent, cookie: await cookieOf(agent) }
    }),
  )
  const answers = await Promise.all(
    agents.map(async ({ agent, cookie }) => ({
      agent,
      ...(await act('claimTicket', { ref: ticket.refid }, { cookie })),
    })),
  )
  const [winner, ...more] = answers.filter(({ done }) => done)
  expect(more).toEqual([])
  expect((await ticketByRefid(ticket.refid)).assigneeId).toBe(winner?.agent.id)
  const losers = answers.filter(({ done }) => !done)
  expect(losers).toHaveLength(49)
  for (const { text } of losers) expect(text).toContain(`${winner?.agent.name} has already taken this ticket`)
  const assigned = and(eq(events.ticketId, ticket.id), eq(events.kind, 'ticket.assigned'))
  expect(await db.select({ id: events.id }).from(events).where(assigned)).toHaveLength(1)
})

test('of a hundred requests that a customer files at once, the five of the hour are there', async () => {
  const maria = await newCustomer()
  const cookie = await cookieOf(maria)
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => act('fileRequest', request(), { cookie })),
  )

  expect(answers.filter(({ leadsTo }) => leadsTo)).toHaveLength(5)
  const refused = answers.filter((answer) => answer.refused)
  expect(refused).toHaveLength(95)
  for (const { text } of refused) expect(text).toMatch(/"retryAt":"\d{4}-/)
  expect(await getUserTickets(maria.id)).toHaveLength(5)
})

test('one form sent twenty times at once is one ticket, and one reply', async () => {
  const maria = await newCustomer()
  const cookie = await cookieOf(maria)
  const same = { ...request(), submission: crypto.randomUUID() }
  const filed = await Promise.all(Array.from({ length: 20 }, () => act('fileRequest', same, { cookie })))
  expect(new Set(filed.map(({ leadsTo }) => leadsTo)).size).toBe(1)
  const [ticket, ...more] = await getUserTickets(maria.id)
  expect(more).toEqual([])

  const reply = { refid: String(ticket?.refid), body: word(), submission: crypto.randomUUID() }
  const sent = await Promise.all(Array.from({ length: 20 }, () => act('replyToRequest', reply, { cookie })))
  expect(sent.every(({ done }) => done)).toBe(true)
  const written = await db.select({ id: messages.id }).from(messages).where(eq(messages.body, reply.body))
  expect(written).toHaveLength(1)
})

test("a customer cannot use up somebody else's form by sending its number first", async () => {
  const [maria, mallory] = [await newCustomer(), await newCustomer()]
  const submission = crypto.randomUUID()
  await act('fileRequest', { ...request(), submission }, { cookie: await cookieOf(mallory) })
  const { leadsTo } = await act(
    'fileRequest',
    { ...request(), submission },
    { cookie: await cookieOf(maria) },
  )
  expect(leadsTo).toMatch(/^\/tickets\/SUP-/)
  expect(
    [await getUserTickets(maria.id), await getUserTickets(mallory.id)].map(({ length }) => length),
  ).toEqual([1, 1])
})

test('once it is acknowledged that an agent may do no more, nothing more is done in their name', async () => {
  const [maria, ana] = [await newCustomer(), await newStaff()]
  const cookie = await cookieOf(ana)
  const ticket = await make().for(maria.id).subject(word()).description('D').create()
  const form = { ref: ticket.refid, actions: '[]', writer: ana.email }
  const note = () =>
    act('noteOnTicket', { ...form, body: word(), submission: crypto.randomUUID() }, { cookie })
  const written = () =>
    db.$count(messages, and(eq(messages.ticketId, ticket.id), eq(messages.authorId, ana.id)))
  let acknowledged: number | undefined
  const { ending, underWay } = await db.transaction(async (tx) => {
    await tx.execute(sql`select from tickets where id = ${ticket.id} for update`)
    const underWay = note()
    await expect.poll(() => waitingFor(tx)).toBe(1)
    const ending = changePerson(system, ana.email, { active: false }).then(async () => {
      acknowledged = await written()
    })
    // It waits for what is under way; or else it is acknowledged now, and the note comes after it.
    await expect.poll(async () => acknowledged !== undefined || (await waitingFor(tx)) === 2).toBe(true)
    return { ending, underWay }
  })
  await Promise.all([ending, underWay])
  expect(acknowledged).toBe(1)
  expect(await written()).toBe(1)
  expect((await note()).text).toContain('You are signed out.')
})
