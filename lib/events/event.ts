/** What can happen. The history, the audit, the reports, notifications and live updates read these words. */
export type EventKind =
  | 'ticket.created'
  | 'ticket.assigned'
  | 'ticket.prioritized'
  | 'ticket.categorized'
  | 'ticket.handed_over'
  | 'ticket.tagged'
  | 'ticket.renamed'
  | 'ticket.followed'
  | 'ticket.unfollowed'
  | 'ticket.merged'
  | 'ticket.unmerged'
  | 'ticket.split'
  | 'ticket.linked'
  | 'ticket.unlinked'
  | 'ticket.marked_spam'
  | 'ticket.unmarked_spam'
  | 'ticket.status'
  | 'ticket.resolved'
  | 'ticket.closed'
  | 'ticket.reopened'
  | 'message.received'
  | 'message.answered'
  | 'message.noted'
  | 'reply.held_back'
  | 'rating.given'
  | 'rating.changed'
  | 'category.created'
  | 'category.changed'
  | 'team.created'
  | 'team.changed'
  | 'tag.renamed'
  | 'tag.merged'
  | 'tag.deleted'
  | 'canned_reply.created'
  | 'canned_reply.changed'
  | 'canned_reply.deleted'
  | 'view.created'
  | 'view.changed'
  | 'view.deleted'
  | 'tickets.exported'
  | 'wallboard.created'
  | 'wallboard.renewed'
  | 'wallboard.revoked'
  | 'organization.created'
  | 'organization.changed'
  | 'person.added'
  | 'person.changed'
  | 'person.password_set'
  | 'session.opened'
  | 'session.closed'
  | 'settings.changed'
  | 'calendar.created'
  | 'calendar.changed'
  | 'sla_policy.created'
  | 'sla_policy.changed'
  /** `sla.at_risk`, `sla.breached`, and the steps that policies name. */
  | `sla.${string}`

type Scalar = string | number | boolean | null

/** Field to [before, after], in words that a person reads: names, slugs and statuses, never internal keys. */
export type Change = Readonly<Record<string, readonly [before: Scalar, after: Scalar]>>

/**
 * Of what a change calls by a name, the keys, for programs that ask later which was meant: names change. Events from before
 * there were keys have none.
 */
export type Keys = Readonly<
  Partial<Record<'assignee' | 'team' | 'category', readonly [before: number | null, after: number | null]>>
>
