import { expect, test } from 'vitest'
import { eventWords as wordsOf } from './event-words'

const eventWords = (event: Parameters<typeof wordsOf>[0]) => wordsOf(event, 'Europe/Oslo')

test('an agent reads what was done, before and after', () => {
  expect(
    eventWords({ author: 'Mia', kind: 'ticket.prioritized', change: { priority: ['medium', 'urgent'] } }),
  ).toBe('changed priority Medium → Urgent')
  expect(eventWords({ author: 'Mia', kind: 'ticket.status', change: { status: ['open', 'on_hold'] } })).toBe(
    'changed status Open → On hold',
  )
  expect(
    eventWords({ author: 'Mia', kind: 'ticket.resolved', change: { status: ['pending', 'resolved'] } }),
  ).toBe('resolved the ticket (was pending)')
  expect(
    eventWords({ author: 'Mia', kind: 'ticket.categorized', change: { category: [null, 'Billing'] } }),
  ).toBe('changed category none → Billing')
})

test('taking, handing over and giving back a ticket read differently', () => {
  expect(eventWords({ author: 'Mia', kind: 'ticket.assigned', change: { assignee: [null, 'Ana'] } })).toBe(
    'assigned Ana',
  )
  expect(eventWords({ author: 'Mia', kind: 'ticket.assigned', change: { assignee: ['Ana', 'Bo'] } })).toBe(
    'changed assignee Ana → Bo',
  )
  expect(eventWords({ author: 'Mia', kind: 'ticket.assigned', change: { assignee: ['Ana', null] } })).toBe(
    'unassigned Ana',
  )
  expect(eventWords({ author: 'Ana', kind: 'ticket.assigned', change: { assignee: [null, 'Ana'] } })).toBe(
    'took the ticket',
  )
})

test('a team and tags are told by what is different', () => {
  const handed = (change: Parameters<typeof wordsOf>[0]['change']) =>
    eventWords({ author: 'Mia', kind: 'ticket.handed_over', change })
  expect(handed({ team: [null, 'Billing'] })).toBe('handed the ticket over to Billing')
  expect(handed({ team: ['Billing', 'Second line'], assignee: ['Ana', null] })).toBe(
    'handed the ticket over to Second line (was Billing), unassigned Ana',
  )
  expect(handed({ team: ['Billing', null] })).toBe('took the ticket from Billing')
  const tagged = (before: string | null, after: string | null) =>
    eventWords({ author: 'Mia', kind: 'ticket.tagged', change: { tags: [before, after] } })
  expect(tagged(null, 'vip')).toBe('added the tag vip')
  expect(tagged('bug, vip', 'bug, refund')).toBe('added the tag refund and removed the tag vip')
  expect(tagged('bug, vip', null)).toBe('removed the tags bug, vip')
})

test('what was given by the helpdesk itself is told with the reason', () => {
  const given = (assignee: readonly [string | null, string | null], because: string) =>
    eventWords({ author: null, kind: 'ticket.assigned', change: { assignee, because: [null, because] } })
  expect(given([null, 'Ana'], 'round_robin')).toBe('assigned Ana, whose turn it was')
  expect(given([null, 'Ana'], 'least_loaded')).toBe('assigned Ana, who had least to do')
  expect(given(['Bo', null], 'away')).toBe('unassigned Bo, who is away')
})

test('what the clocks did by themselves is told with their target and, of an escalation, what is expected', () => {
  const sla = (kind: `sla.${string}`, more = {}) =>
    eventWords({ author: null, kind, change: { target: [null, 'first_response'], ...more } })
  expect(sla('sla.at_risk')).toBe('warned: first response at risk')
  expect(sla('sla.breached', { instance: [null, 2] })).toBe('warned: first response no. 2 breached')
  expect(sla('sla.urgent_escalation', { expected_resolution: [null, '2026-11-24T08:40:00Z'] })).toBe(
    'escalated: urgent escalation, first response; resolution expected by Tue 24 Nov 2026, 09:40 UTC+1',
  )
  expect(sla('sla.urgent_escalation', { expected_resolution: [null, null] })).toBe(
    'escalated: urgent escalation, first response',
  )
  expect(
    sla('sla.urgent_escalation', { expected_resolution: [null, null], not_assigned: [null, 'Bo'] }),
  ).toBe('escalated: urgent escalation, first response; not assigned to Bo, who is away')
  expect(
    sla('sla.vip_is_late', {
      target: [null, 'resolution'],
      expected_resolution: [null, '2026-11-24T08:40:00Z'],
    }),
  ).toBe('escalated: vip is late, resolution due Tue 24 Nov 2026, 09:40 UTC+1')
})
