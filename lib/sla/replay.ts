import { type Channel, isLive, type Priority, type Status } from '@/lib/tickets/ticket'
import { advance, type Happening, type Standing } from './advance'
import type { Clock } from './clock'
import type { Rules } from './sla-policy'

/** One thing of a ticket's history that moves clocks. */
export interface Past {
  readonly at: Date
  readonly kind: 'wrote' | 'answered' | 'status' | 'taken_back' | 'priority' | 'category' | 'team' | 'tags'
  /** The status, the priority, the key of category or team, or the tags' keys after it. */
  readonly to?: string | number | readonly number[] | null
}

/** A ticket as it was filed, and what happened then, in order. */
export interface Story {
  readonly id: number
  readonly refid: string
  readonly filedAt: Date
  readonly by: 'customer' | 'agent'
  readonly channel: Channel
  readonly priority: Priority
  readonly categoryId: number | null
  /** Of the requester, now: when they joined it is not replayed. */
  readonly organizationId: number | null
  readonly past: readonly Past[]
}

/** A ticket as it is told of, with what its last resolution ended. */
interface Told extends Standing {
  readonly resolved?: { readonly at: Date; readonly waitingSince: Date | null }
}

type Mutable<Facts> = { -readonly [Name in keyof Facts]: Facts[Name] }

/** The clocks that a ticket would have now, had these rules been in force from the day it was filed. Pure. */
export function replay(story: Story, rules: Rules, now: Date): readonly Clock[] {
  const ticket: Mutable<Told> = {
    status: 'open',
    priority: story.priority,
    categoryId: story.categoryId,
    channel: story.channel,
    organizationId: story.organizationId,
    teamId: null,
    tagIds: [],
    firstAnsweredAt: null,
    waitingSince: story.by === 'customer' ? story.filedAt : null,
  }
  let clocks: readonly Clock[] = []
  const happens = (happening: Happening, at: Date) => {
    clocks = advance(clocks, ticket, happening, at, rules).clocks
  }
  happens({ kind: 'filed', by: story.by }, story.filedAt)
  for (const one of story.past) {
    const happening = turn(ticket, one)
    if (happening) happens(happening, one.at)
  }
  return clocks.map((clock) =>
    !clock.endedAt && !clock.breachedAt && clock.dueAt && clock.dueAt < now
      ? { ...clock, breachedAt: clock.dueAt }
      : clock,
  )
}

/** What one thing of the history does to the ticket, and what its clocks are told. */
function turn(ticket: Mutable<Told>, { kind, at, to }: Past): Happening | null {
  switch (kind) {
    case 'wrote':
      ticket.waitingSince ??= at
      return { kind: 'wrote' }
    case 'answered':
      ticket.firstAnsweredAt ??= at
      ticket.waitingSince = null
      return { kind: 'answered' }
    case 'status': {
      const from = ticket.status
      ticket.status = to as Status
      // What was closed by mistake is resolved since when it was.
      if (to === 'closed' || (from === 'closed' && to === 'resolved')) return null
      if (to === 'resolved') {
        ticket.resolved = { at, waitingSince: ticket.waitingSince }
        ticket.waitingSince = null
      }
      return from === 'resolved' || from === 'closed'
        ? { kind: 'reopened' }
        : { kind: 'moved', to: to as Status }
    }
    case 'taken_back':
      ticket.status = to as Status
      if (!isLive(ticket)) return { kind: 'unreopened' }
      ticket.waitingSince = ticket.resolved?.waitingSince ?? null
      return { kind: 'unresolved', since: ticket.resolved?.at ?? at }
    case 'priority':
      ticket.priority = to as Priority
      return { kind: 'reconsidered', because: 'priority' }
    case 'category':
      ticket.categoryId = to as number | null
      return { kind: 'reconsidered', because: 'category' }
    case 'team':
      ticket.teamId = to as number | null
      return { kind: 'reconsidered', because: 'team' }
    case 'tags':
      ticket.tagIds = (to ?? []) as readonly number[]
      return { kind: 'reconsidered', because: 'tags' }
  }
}
