/** What can happen. The history, the audit, analytics and later mail, automation and live updates read these words. */
export type EventKind =
  | 'ticket.created'
  | 'ticket.assigned'
  | 'ticket.prioritized'
  | 'ticket.categorized'
  | 'ticket.handed_over'
  | 'ticket.tagged'
  | 'ticket.status'
  | 'ticket.resolved'
  | 'ticket.closed'
  | 'ticket.reopened'
  | 'message.received'
  | 'message.answered'
  | 'message.noted'
  | 'rating.given'
  | 'rating.changed'
  | 'category.created'
  | 'category.changed'
  | 'team.created'
  | 'team.changed'
  | 'tag.renamed'
  | 'tag.merged'
  | 'tag.deleted'
  | 'organization.created'
  | 'organization.changed'
  | 'person.added'
  | 'person.changed'
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
