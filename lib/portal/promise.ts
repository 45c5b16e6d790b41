import type { Settings } from '@/lib/settings/settings'
import type { Status } from '@/lib/tickets/ticket'
import { type Impact, priorityOf } from './words'

/** What we aim for with a request of this impact. */
export const aimOf = (impact: Impact, { priorities }: Pick<Settings, 'priorities'>) =>
  `We aim to solve this within ${hoursInWords(priorities[priorityOf[impact]].slaHours)}`

/** `45 minutes`, `8 hours`, `3 days`. */
export function hoursInWords(hours: number) {
  if (hours < 1) return counted(Math.max(1, Math.round(hours * 60)), 'minute')
  if (hours >= 48 && hours % 24 === 0) return counted(hours / 24, 'day')
  return counted(Math.round(hours * 10) / 10, 'hour')
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/**
 * How the promise of a request stands. Nothing is promised for what is over; and while we wait for the customer we do
 * not call ourselves late.
 */
export function promiseOf(
  { status, dueAt }: { readonly status: Status; readonly dueAt: Date | null },
  now: Date,
): 'ahead' | 'late' | null {
  if (!dueAt || status === 'resolved' || status === 'closed') return null
  if (now <= dueAt) return 'ahead'
  return status === 'pending' ? null : 'late'
}

/** Whose clock a time is on: `Oslo time`, `Buenos Aires time`, `UTC`. */
export function zoneInWords(timeZone: string) {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return timeZone.includes('/') && !timeZone.startsWith('Etc/') ? `${place} time` : place
}
