import { plural } from '@/lib/plural'
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
  const goals = goalsOf(
    aims
      .filter(({ priority }) => priority === priorityOf[impact])
      .filter((aim) =>
        category === undefined ? mayBeChosen(aim, aims) : aim.category === (category || null),
      ),
  )
  const [first] = goals
  // Business hours are no hours of a clock: neither is the longer one.
  if (!first || goals.some(({ business }) => business !== first.business)) return
  const within = hoursInWords(Math.max(...goals.map(({ hours }) => hours)), first.business)
  return `We aim to ${first.promise === 'answer' ? 'answer' : 'solve this'} within ${within}`
}

/** Where there are categories, one of them is chosen. */
const mayBeChosen = ({ category }: Aim, aims: readonly Aim[]) =>
  category !== null || aims.every((aim) => aim.category === null)

/**
 * What a category has to say of itself, whatever the impact will be: `Usually answered within 9 business hours`. An hour of a
 * calendar is never shorter than one of the clock, so that as many of them cover these.
 */
export function usualOf(category: string, aims: readonly Aim[]) {
  const asked: readonly Priority[] = impacts.map((impact) => priorityOf[impact])
  const goals = goalsOf(aims.filter((aim) => aim.category === category && asked.includes(aim.priority)))
  if (!goals[0]) return
  const most = (kind: boolean) =>
    Math.max(0, ...goals.filter(({ business }) => business === kind).map(({ hours }) => hours))
  const [byClock, byCalendar] = [most(false), most(true)]
  const within = [
    ...(byCalendar > 0 ? [hoursInWords(byCalendar, true)] : []),
    ...(byClock > byCalendar ? [hoursInWords(byClock)] : []),
  ]
  return `Usually ${goals[0].promise === 'answer' ? 'answered' : 'solved'} within ${within.join(' or ')}`
}

/** What all of them promise first; none where not all promise an answer, or all a solution. */
function goalsOf(aims: readonly Aim[]) {
  const goals = aims.flatMap(({ firstResponse, resolution, business }) => {
    const seconds = firstResponse || resolution
    const promise = firstResponse ? 'answer' : 'solution'
    return seconds ? { promise, hours: seconds / 3600, business } : []
  })
  const alike = goals.length === aims.length && goals.every(({ promise }) => promise === goals[0]?.promise)
  return alike ? goals : []
}

/** `45 minutes`, `8 hours`, `3 days`; in business time `20 business hours`, as its days are not a clock's. */
export function hoursInWords(hours: number, business = false) {
  const kind = business ? 'business ' : ''
  if (hours < 1) return plural(Math.max(1, Math.round(hours * 60)), `${kind}minute`)
  if (!business && hours >= 48 && hours % 24 === 0) return plural(hours / 24, 'day')
  return plural(Math.round(hours * 10) / 10, `${kind}hour`)
}

/** What is promised on a request, and whether we still can keep it. */
export interface OpenPromise {
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
): OpenPromise | null {
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
