import type { Status } from '@/lib/tickets/ticket'
import { applied, type Clock, type Entry, lastMomentOf, latest, nameOf, type Terms } from './clock'
import type { HoursOf } from './sla-policy'
import { type Target, targets } from './target'

/** The clocks of a ticket while entries are made. */
export class Book {
  readonly clocks: Map<string, Clock>
  readonly entries: Entry[] = []

  constructor(
    before: readonly Clock[],
    private readonly at: Date,
    private readonly hoursOf: HoursOf,
  ) {
    this.clocks = new Map(before.map((clock) => [nameOf(clock), clock]))
  }

  running() {
    return [...this.clocks.values()].filter(({ endedAt }) => !endedAt)
  }

  breachOverdue() {
    for (const clock of this.running()) this.breachBefore(clock, this.at)
  }

  private breachBefore(clock: Clock, at: Date) {
    if (clock.dueAt && clock.dueAt < at && !clock.breachedAt)
      this.add({ ...clock, kind: 'breached', at: clock.dueAt, reason: 'deadline' })
  }

  /** Unless one runs; from now on, or since what it is for has waited. */
  start(target: Target, termsFor: (target: Target) => Terms | null, reason: string, since?: Date) {
    const terms = termsFor(target)
    const earlier = [...this.clocks.values()].filter((clock) => clock.target === target)
    if (!terms || earlier.some(({ endedAt }) => !endedAt)) return
    const at = since ?? latest(this.at, ...earlier.map(lastMomentOf))
    const instance = 1 + earlier.length
    this.add({ target, instance, kind: 'started', at, reason, terms })
    const begun = since && this.clocks.get(nameOf({ target, instance }))
    if (begun) this.breachBefore(begun, this.at)
  }

  /** What has ended without a promise kept since then goes on. */
  revive(since: Date, reason: string) {
    for (const target of targets) this.takeBack(target, 'voided', since, reason)
  }

  /** The last clock of the target goes on, breached if it was, where what has ended it so since then was a mistake. */
  takeBack(target: Target, outcome: 'met' | 'voided', since: Date, reason: string) {
    const last = this.lastOf(target)
    if (last?.outcome === outcome && last.endedAt && last.endedAt >= since)
      this.add({ ...last, kind: 'revived', at: this.after(last), reason })
  }

  /** The only one that can run, or that what happened last can have ended. */
  private lastOf(target: Target) {
    return [...this.clocks.values()]
      .filter((clock) => clock.target === target)
      .reduce<Clock | undefined>(
        (last, one) => (last && last.instance > one.instance ? last : one),
        undefined,
      )
  }

  /** By what happened while the clock did not run. */
  endAt(target: Target, kind: 'met' | 'voided', moment: Date, reason: string) {
    for (const clock of this.running())
      if (clock.target === target) {
        this.breachBefore(clock, moment)
        this.add({ ...clock, kind, at: latest(moment, lastMomentOf(clock)), reason })
      }
  }

  end(target: Target, kind: 'met' | 'voided', reason: string) {
    for (const clock of this.running())
      if (clock.target === target) this.add({ ...clock, kind, at: this.after(clock), reason })
  }

  retarget(clock: Clock, terms: Terms, reason: string) {
    this.add({ ...clock, kind: 'retargeted', at: this.after(clock), reason, terms })
    // From the original start, the new deadline may lie in the past.
    const after = this.clocks.get(nameOf(clock))
    if (after) this.breachBefore(after, this.at)
  }

  /** Stands still or goes on, as its status says. */
  stand(status: Status) {
    for (const clock of this.running()) {
      const still = clock.pauses.some(({ to }) => !to)
      const wanted = clock.pausing.includes(status)
      if (still !== wanted)
        this.add({ ...clock, kind: wanted ? 'paused' : 'resumed', at: this.after(clock), reason: status })
    }
  }

  // A transaction that waited for the ticket, or a machine whose clock was put back, is earlier than what it comes after.
  private after(clock: Clock) {
    return latest(this.at, lastMomentOf(clock))
  }

  private add({ target, instance, kind, at, reason, terms }: Omit<Entry, 'dueAt'>) {
    const entry = { target, instance, kind, at, reason, ...(terms && { terms }) }
    const name = nameOf(entry)
    const before = this.clocks.get(name)
    const after = applied(before, entry, this.hoursOf)
    this.clocks.set(name, after)
    this.entries.push({ ...entry, dueAt: after.endedAt ? (before?.dueAt ?? null) : after.dueAt })
  }
}
