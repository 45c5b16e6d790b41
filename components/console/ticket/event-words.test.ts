import { expect, test } from 'vitest'
import { eventWords } from './event-words'

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
