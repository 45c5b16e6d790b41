import { expect, test } from 'vitest'
import type { PublicEvent, PublicMessage } from './thread'
import { timeline } from './timeline'

const minute = (count: number) => new Date(Date.UTC(2026, 10, 23, 12, count))

const message = (body: string, createdAt: Date, from: 'you' | 'us' = 'you'): PublicMessage => ({
  uid: body,
  audience: 'everyone',
  author: from === 'you' ? 'Maria Sørensen' : 'Ana',
  from,
  body,
  createdAt,
})

const event = (
  kind: string,
  from: 'you' | 'us' | 'helpdesk',
  at: Date,
  status: string | null = null,
  other: string | null = null,
): PublicEvent => ({
  uid: `${kind}${at.getTime()}`,
  audience: 'everyone',
  kind,
  actor: from === 'us' ? 'Ana' : null,
  from,
  status,
  other,
  at,
})

const told = (messages: readonly PublicMessage[], events: readonly PublicEvent[]) =>
  timeline(messages, events).map((entry) =>
    entry.is === 'message' ? `"${entry.message.body}"` : entry.event.sentence,
  )

test('the story reads from the oldest to the newest, words before what they did', () => {
  expect(
    told(
      [message('It is broken', minute(0)), message('Which one?', minute(5), 'us')],
      [
        event('ticket.created', 'you', minute(0)),
        event('ticket.status', 'us', minute(5), 'pending'),
        event('ticket.resolved', 'us', minute(9)),
      ],
    ),
  ).toEqual(['"It is broken"', '"Which one?"', 'Ana asked for your reply', 'Ana marked this as solved'])
})

test('closing what was not solved is told as one step', () => {
  expect(
    told(
      [],
      [event('ticket.resolved', 'you', minute(1)), event('ticket.closed', 'you', minute(1), 'closed')],
    ),
  ).toEqual(['You closed this request'])
})

test('a request that a program closed before it was solved did not close by itself', () => {
  const closed = [
    event('ticket.resolved', 'helpdesk', minute(1)),
    event('ticket.closed', 'helpdesk', minute(1)),
  ]
  expect(told([], closed)).toEqual(['We closed this request'])
})

test('a request that was solved first and closed later is told as two steps', () => {
  expect(
    told([], [event('ticket.resolved', 'us', minute(1)), event('ticket.closed', 'helpdesk', minute(2))]),
  ).toEqual(['Ana marked this as solved', 'This request closed by itself, as it stayed solved'])
})

test('a closing that was taken back leaves the request solved', () => {
  const closed = [
    event('ticket.closed', 'us', minute(1)),
    event('ticket.status', 'us', minute(2), 'resolved'),
  ]
  expect(told([], closed).at(-1)).toBe('Ana marked this as solved')
})

test('what a message of the customer does by itself is not told again', () => {
  expect(told([message('Here', minute(1))], [event('ticket.status', 'you', minute(1), 'open')])).toEqual([
    '"Here"',
  ])
})

test('an event that the portal does not know is not shown', () => {
  expect(told([], [event('ticket.assigned', 'us', minute(1))])).toEqual([])
})

test('a closed request that was opened by mistake is told as closed again', () => {
  expect(
    told(
      [],
      [event('ticket.reopened', 'us', minute(1)), event('ticket.resolved', 'us', minute(2), 'closed')],
    ),
  ).toEqual(['Ana reopened this request', 'Ana closed this request'])
})

test('what went to another request, or came from one, is told with where', () => {
  expect(
    told(
      [],
      [
        event('ticket.split', 'us', minute(1), null, 'SUP-00000001'),
        event('ticket.merged', 'us', minute(2), null, 'SUP-00000002'),
        event('ticket.merged', 'us', minute(3), 'closed', 'SUP-00000003'),
        event('ticket.merged', 'us', minute(4)),
        event('ticket.created', 'us', minute(5), null, 'SUP-00000004'),
      ],
    ),
  ).toEqual([
    'Ana moved a part of this request to SUP-00000001',
    'Ana joined SUP-00000002 with this one',
    'Ana joined this request with SUP-00000003',
    'Ana joined another request of yours with this one',
    'Ana made this request of a part of SUP-00000004',
  ])
})

test('who opened a request for somebody is told before the words that they took down', () => {
  expect(told([message('It is broken', minute(0))], [event('ticket.created', 'us', minute(0))])).toEqual([
    'Ana opened this request for you',
    '"It is broken"',
  ])
})
