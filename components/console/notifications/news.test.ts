import { expect, test } from 'vitest'
import type { Notification } from '@/lib/notifications/find'
import { byTicket } from './by-ticket'
import { deadlineWords, newsWords } from './news-words'

const told = (news: Partial<Notification>): Notification => ({
  uid: 'u',
  read: false,
  kind: 'message.noted',
  change: {},
  actor: 'Ana Apt',
  mentioned: false,
  others: 0,
  said: null,
  at: new Date(0),
  dueAt: new Date(0),
  refid: 'SUP-00000001',
  subject: 'One',
  ...news,
})
const words = (news: Partial<Notification>) => newsWords(told(news), 'UTC')

test('each kind of news has its sentence, with who did it', () => {
  expect(words({})).toBe('Ana Apt added an internal note')
  expect(words({ mentioned: true })).toBe('Ana Apt called you in an internal note')
  expect(words({ mentioned: true, others: 2 })).toBe(
    'Ana Apt called you in an internal note, and on 2 other tickets',
  )
  expect(words({ kind: 'message.answered' })).toBe('Ana Apt replied to the customer')
  expect(words({ kind: 'message.received', actor: 'Carla' })).toBe('Carla wrote')
  expect(words({ kind: 'ticket.status', change: { status: ['open', 'pending'] } })).toBe(
    'Ana Apt changed status Open → Pending',
  )
  expect(words({ kind: 'ticket.assigned', change: { assignee: [null, 'Bo'] } })).toBe(
    'Ana Apt assigned the ticket to you',
  )
  expect(words({ kind: 'ticket.assigned', change: { assignee: ['Cy', 'Bo'] }, others: 1_499 })).toBe(
    'Ana Apt assigned the ticket to you, with 1,499 others',
  )
  expect(
    words({
      kind: 'ticket.assigned',
      actor: null,
      change: { assignee: [null, 'Bo'], because: [null, 'round_robin'] },
    }),
  ).toBe('Assigned the ticket to you, whose turn it was')
  expect(words({ kind: 'sla.half_way', actor: null, change: { target: [null, 'resolution'] } })).toBe(
    'Escalated: half way, resolution',
  )
})

test('the deadline is told once, in the past or the future', () => {
  const late = { dueAt: new Date('2026-11-21T03:02:00Z') }
  const due = (news: Partial<Notification>, now: string) =>
    deadlineWords(told({ ...late, ...news }), now, 'UTC')
  expect(due({}, '2026-11-21T04:00:00Z')).toBe('was due 03:02')
  expect(due({}, '2026-11-21T03:00:00Z')).toBe('is due 03:02')
  expect(deadlineWords({ dueAt: null, change: {} }, '2026-11-21T04:00:00Z', 'UTC')).toBeNull()
  const change = {
    target: [null, 'resolution'],
    expected_resolution: [null, '2026-11-21T03:02:00.000Z'],
  } as const
  expect(due({ change }, '2026-11-21T04:00:00Z')).toBeNull()
})

test('news are told a ticket at a time, the newest first', () => {
  const news = [
    told({ uid: '3', refid: 'SUP-00000002', subject: 'Two' }),
    told({ uid: '2' }),
    told({ uid: '1', refid: 'SUP-00000002', subject: 'Two' }),
  ]
  expect(byTicket(news).map(({ refid, news: of }) => [refid, of.map(({ uid }) => uid)])).toEqual([
    ['SUP-00000002', ['3', '1']],
    ['SUP-00000001', ['2']],
  ])
})
