import type { Target } from '@/lib/sla/target'
import type { Priority, Status } from '@/lib/tickets/ticket'
import { type Impact, priorityOf } from './words'

/** What is promised to everybody with a ticket of this priority, in seconds. */
export interface Aim {
  readonly priority: Priority
  readonly firstResponse: number | null
  readonly resolution: number | null
  readonly business: boolean
}

/** What we aim for with a request of this impact; nothing where nothing is promised. */
export function aimOf(impact: Impact, aims: readonly Aim[]) {
  const aim = aims.find(({ priority }) => priority === priorityOf[impact])
  const within = (seconds: number) => hoursInWords(seconds / 3600, aim?.business)
  if (aim?.firstResponse) return `We aim to answer within ${within(aim.firstResponse)}`
  return aim?.resolution ? `We aim to solve this within ${within(aim.resolution)}` : undefined
}

/** `45 minutes`, `8 hours`, `3 days`; in business time `20 business hours`, as its days are not a clock's. */
export function hoursInWords(hours: number, business = false) {
  const kind = business ? 'business ' : ''
  if (hours < 1) return counted(Math.max(1, Math.round(hours * 60)), `${kind}minute`)
  if (!business && hours >= 48 && hours % 24 === 0) return counted(hours / 24, 'day')
  return counted(Math.round(hours * 10) / 10, `${kind}hour`)
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What is promised on a request, and whether we still can keep it. */
export interface Standing {
  readonly promise: 'answer' | 'solution'
  readonly is: 'ahead' | 'late'
  readonly dueAt: Date
}

/**
 * How the promise of a request stands. Nothing is promised for what is over; and while we wait for the customer we
 * promise no solution and do not call ourselves late with it.
 */
export function promiseOf(
  {
    status,
    dueAt,
    dueFor,
  }: { readonly status: Status; readonly dueAt: Date | null; readonly dueFor: Target | null },
  now: Date,
): Standing | null {
  if (!dueAt || status === 'resolved' || status === 'closed') return null
  const promise = dueFor === null || dueFor === 'resolution' ? 'solution' : 'answer'
  if (promise === 'solution' && status === 'pending') return null
  return { promise, is: now <= dueAt ? 'ahead' : 'late', dueAt }
}

/** Whose clock a time is on: `Oslo time`, `Buenos Aires time`, `UTC`. */
export function zoneInWords(timeZone: string) {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return timeZone.includes('/') && !timeZone.startsWith('Etc/') ? `${place} time` : place
}
