import { expect, test, vi } from 'vitest'
import { Refused } from '@/lib/errors'
import { configCategory, make } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { agent, customer } from '@/lib/testing/people'
import { waitingFor } from '@/lib/testing/waiting'
import { inTransaction } from '@/lib/transaction'
import { type Agent, system } from '@/lib/viewer'
import { assign } from './assign'
import { categorize } from './categorize'
import { claim } from './claim'
import { handOver } from './hand-over'
import { ticketByRefid } from './lists'
import { prioritize } from './prioritize'
import { rename } from './rename'
import { transition } from './transition'

const [ana, ben] = [await agent('Ana Able'), await agent('Ben Busy')]
const category = await configCategory().name('Invoices').create()
const team = await createTeam(system, { name: 'First line', members: [] })

const filed = async () => {
  const { id } = await customer()
  const { refid } = await make().for(id).subject('Printer on fire').description('It burns.').create()
  return ticketByRefid(refid)
}
type Filed = Awaited<ReturnType<typeof filed>>

/** `act` comes while Ana's closing is underway, and waits for it. */
async function whileAnaCloses(ticket: Filed, act: () => Promise<unknown>) {
  const { acting } = await inTransaction(async (tx) => {
    await transition(tx, ana, ticket, 'closed')
    const acting = act().catch((error: unknown) => error)
    await vi.waitFor(async () => expect(await waitingFor(tx)).toBe(1))
    return { acting }
  })
  return acting
}

test.each<[string, (agent: Agent, ticket: Filed) => Promise<unknown>]>([
  ['priority', (agent, ticket) => prioritize(agent, ticket, 'urgent')],
  ['category', (agent, ticket) => categorize(agent, ticket, category.slug)],
  ['team', (agent, ticket) => handOver(agent, ticket, team.uid)],
  ['assignee', (agent, ticket) => assign(agent, ticket, agent)],
  ['subject', (agent, ticket) => rename(agent, ticket, 'A printer')],
])('a ticket that is closed meanwhile keeps its %s, and who came late is told who was faster', async (_, change) => {
  const ticket = await filed()
  const { message } = (await whileAnaCloses(ticket, () => change(ben, ticket))) as Error

  expect(message).toBe('Ana Able changed this ticket in the meantime. It is closed now and unassigned.')
  const { subject, priority, categoryId, teamId, assigneeId } = ticket
  expect(await ticketByRefid(ticket.refid)).toMatchObject({
    status: 'closed',
    ...{ subject, priority, categoryId, teamId, assigneeId },
  })
})

test('nobody claims a ticket that is closed meanwhile', async () => {
  const ticket = await filed()
  const refusal = await whileAnaCloses(ticket, () => claim(ben, ticket))

  expect(refusal).toEqual(new Refused('This ticket is closed. Reopen it to change it.'))
  expect(await ticketByRefid(ticket.refid)).toMatchObject({ status: 'closed', assigneeId: null })
})
