import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, notifications } from '@/db/schema'
import { at } from '@/lib/clock'
import { history } from '@/lib/events/find'
import { answer } from '@/lib/messages/answer'
import { agent, customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { prioritize } from '@/lib/tickets/prioritize'
import type { Priority } from '@/lib/tickets/ticket'
import { type Customer, system } from '@/lib/viewer'
import { fireDue } from '../fire'
import { createPolicy } from './create'

const began = new Date('2026-03-02T08:00:00Z')
const after = (minutes: number, seconds = 0) => new Date(began.getTime() + minutes * 60_000 + seconds * 1000)

const onCall = await agent('Odile On-Call', 'supervisor')
const ana = await agent()
await createPolicy(system, {
  name: 'Urgent',
  conditions: {},
  targets: {
    low: {},
    medium: { first_response: 8 * 3600, resolution: 24 * 3600 },
    high: {},
    urgent: { first_response: 60 * 60, resolution: 4 * 3600 },
  },
  calendar: null,
  pausing: ['pending'],
  steps: [
    {
      key: 'urgent_escalation',
      target: 'first_response',
      priorities: ['urgent'],
      when: { minutes: 0 },
      actions: [{ do: 'notify', people: [onCall.email] }],
    },
  ],
})

const filed = async (priority: Priority, requester?: Customer) => {
  const cleo = requester ?? (await customer())
  const ticket = {
    subject: 'All screens are dark',
    description: 'Help!',
    priority,
    channel: 'portal',
  } as const
  return at(began, () => file(cleo, cleo, ticket))
}

const escalations = async (ticket: { readonly id: number }) =>
  (await history(ticket)).filter(({ kind }) => kind === 'sla.urgent_escalation')

const toldOf = (ticket: { readonly id: number }) =>
  db
    .select({ personId: notifications.personId, kind: events.kind })
    .from(notifications)
    .innerJoin(events, eq(events.id, notifications.eventId))
    .where(eq(events.ticketId, ticket.id))

test('urgent and unanswered for 60 minutes: whoever is on call is notified, once, and the history says by when it is expected to be resolved', async () => {
  const ticket = await filed('urgent')
  await at(after(59, 59), fireDue)
  expect(await escalations(ticket)).toEqual([])
  expect(await toldOf(ticket)).toEqual([])

  await at(after(60), fireDue)
  await at(after(61), fireDue)
  expect(await escalations(ticket)).toEqual([
    {
      kind: 'sla.urgent_escalation',
      audience: 'agents',
      actor: null,
      at: after(60),
      change: {
        target: [null, 'first_response'],
        expected_resolution: [null, after(4 * 60).toISOString()],
      },
    },
  ])
  expect(await toldOf(ticket)).toEqual([{ personId: onCall.id, kind: 'sla.urgent_escalation' }])
})

test('answered in time, nobody is woken', async () => {
  const ticket = await filed('urgent')
  await at(after(59), () => answer(ana, ticket, { body: 'We are on it.', channel: 'agent' }))
  await at(after(90), fireDue)
  expect(await escalations(ticket)).toEqual([])
})

test('what is not urgent does not escalate, until it is made urgent: then at the moment that was due', async () => {
  const ticket = await filed('medium')
  await at(after(90), fireDue)
  expect(await escalations(ticket)).toEqual([])

  await at(after(100), () => prioritize(ana, { ...ticket, status: 'open', priority: 'medium' }, 'urgent'))
  await at(after(101), fireDue)
  expect(await escalations(ticket)).toMatchObject([{ at: after(60) }])
  expect(await toldOf(ticket)).toEqual([{ personId: onCall.id, kind: 'sla.urgent_escalation' }])
})
