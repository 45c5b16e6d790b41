import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { changePerson } from '@/lib/people/change-person'
import { suggestedCustomers } from '@/lib/people/suggested-customers'
import { ownThread } from '@/lib/portal/thread'
import { createTeam } from '@/lib/teams/create'
import { agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { fileOnBehalf } from './file-on-behalf'
import { ticketFor } from './find'

const call = { subject: 'The scanner jams', description: 'On the phone: since Monday.' }
const address = (name: string) => `${name}-${crypto.randomUUID()}@example.test`

test('an agent takes down what a customer says on the phone, with all that colleagues need', async () => {
  const [ana, carla] = [await agent(), await customer('Carla Caller')]
  const team = await createTeam(system, { name: `Hardware ${crypto.randomUUID()}`, members: [] })
  const filed = await fileOnBehalf(
    ana,
    { email: carla.email, name: 'Somebody Else' },
    { ...call, priority: 'high', team: team.uid, tags: ['VIP', 'phone', 'vip'] },
  )

  expect(filed.requester).toBe('Carla Caller')
  expect(await ticketFor(ana, filed.refid)).toMatchObject({
    channel: 'agent',
    priority: 'high',
    requester: { name: 'Carla Caller' },
    tags: ['phone', 'vip'],
    team: { uid: team.uid },
  })
  expect((await history(filed)).map(({ kind, audience }) => [kind, audience])).toEqual([
    ['ticket.created', 'everyone'],
    ['ticket.handed_over', 'agents'],
    ['ticket.tagged', 'agents'],
    ['message.received', 'everyone'],
  ])
  const { messages, events } = await ownThread(carla, filed.refid)
  expect(messages).toMatchObject([{ from: 'you', body: call.description }])
  expect(events.map(({ kind }) => kind)).toEqual(['ticket.created'])
})

test('somebody new is met by name and address, once, however many agents pick up', async () => {
  const ana = await agent('Ana Answering')
  const email = address('nora')
  const filed = await Promise.all(
    Array.from({ length: 8 }, () => fileOnBehalf(ana, { email, name: 'Nora New' }, call)),
  )
  expect(new Set(filed.map(({ refid }) => refid)).size).toBe(8)
  expect(
    await db.select({ name: people.name, role: people.role }).from(people).where(eq(people.email, email)),
  ).toEqual([{ name: 'Nora New', role: 'customer' }])
})

test('the same form twice is one ticket', async () => {
  const ana = await agent()
  const [email, submission] = [address('tess'), crypto.randomUUID()]
  const twice = await Promise.all(
    [1, 2].map(() => fileOnBehalf(ana, { email, name: 'Tess Twice' }, { ...call, submission })),
  )
  expect(twice[0]?.refid).toBe(twice[1]?.refid)
})

test('no ticket is filed for a colleague, for who was shut out, or for nobody', async () => {
  const [ana, ben, carla] = [await agent(), await agent(), await customer('Carla Closed')]
  const refused = async (email: string) => {
    const error = await fileOnBehalf(ana, { email }, call).catch((thrown: unknown) => thrown)
    return error instanceof Refused ? [error.field, error.message] : error
  }
  expect(await refused(ben.email)).toEqual(['email', 'This is the address of a colleague, not of a customer'])
  expect(await refused(address('nobody'))).toEqual(['name', 'We do not know this address yet: whose is it?'])
  await changePerson(system, carla.email, { active: false })
  expect(await refused(carla.email)).toEqual(['email', 'Carla Closed is no longer a customer'])
})

test('customers are found by pieces of their name or address, colleagues never', async () => {
  const ana = await agent('Zyxa Agent')
  const zoe = await customer('Zyxa 100% Customer')
  expect(await suggestedCustomers(ana, 'yxa')).toMatchObject([{ email: zoe.email, name: zoe.name }])
  expect(await suggestedCustomers(ana, '100%')).toHaveLength(1)
  expect(await suggestedCustomers(ana, '%yxa%')).toEqual([])
  expect(await suggestedCustomers(ana, '  ')).toEqual([])
})
