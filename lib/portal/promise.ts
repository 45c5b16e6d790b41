import type { Target } from '@/lib/sla/target'
import type { Priority, Status } from '@/lib/tickets/ticket'
import { type Impact, impacts, priorityOf } from './words'

/** What is promised with a request of this category and priority, in seconds. */
export interface Aim {
  /** Its slug; null: of a request without one. */
  readonly category: string | null
  readonly priority: Priority
  readonly firstResponse: number | null
  readonly resolution: number | null
  readonly business: boolean
}

/**
 * What we aim for with a request of this impact in the category that was chosen; while none is, what holds in whichever
 * will be. Nothing where nothing is promised, or in one category something else than in another.
 */
export function aimOf(impact: Impact, category: string | undefined, aims: readonly Aim[]) {
  const goal = commonOf(
    aims
      .filter(({ priority }) => priority === priorityOf[impact])
      .filter((aim) =>
        category === undefined ? mayBeChosen(aim, aims) : aim.category === (category || null),
      ),
  )
  return goal && `We aim to ${goal.promise === 'answer' ? 'answer' : 'solve this'} within ${goal.most}`
}

/** Where there are categories, one of them is chosen. */
const mayBeChosen = ({ category }: Aim, aims: readonly Aim[]) =>
  category !== null || aims.every((aim) => aim.category === null)

/** What a category has to say of itself: `Usually answered within 2 to 16 business hours`, as the impact is. */
export function usualOf(category: string, aims: readonly Aim[]) {
  const asked: readonly Priority[] = impacts.map((impact) => priorityOf[impact])
  const goal = commonOf(aims.filter((aim) => aim.category === category && asked.includes(aim.priority)))
  if (!goal) return
  const { promise, least, most } = goal
  return `Usually ${promise === 'answer' ? 'answered' : 'solved'} within ${least === most ? most : range(least, most)}`
}

/** What all of them promise, but for its length. Business hours are no hours of a clock, so they have nothing in common. */
function commonOf(aims: readonly Aim[]) {
  const goals = aims.map(goalOf)
  const [first] = goals
  if (!first || goals.some((goal) => goal?.promise !== first.promise || goal.business !== first.business))
    return
  const lengths = goals.map((goal) => goal?.seconds ?? 0)
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
  const inWords = (seconds: number) => hoursInWords(seconds / 3600, first.business)
  return { promise: first.promise, least: inWords(least), most: inWords(most) }
}

/** What is promised first. */
function goalOf({ firstResponse, resolution, business }: Aim) {
  if (firstResponse) return { promise: 'answer', seconds: firstResponse, business } as const
  return resolution ? ({ promise: 'solution', seconds: resolution, business } as const) : undefined
}

/** `2 to 16 hours`, `30 minutes to 2 hours`. */
function range(least: string, most: string) {
  const unit = (words: string) => words.replace(/^\S+ /, '').replace(/s$/, '')
  return `${unit(least) === unit(most) ? least.split(' ')[0] : least} to ${most}`
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
