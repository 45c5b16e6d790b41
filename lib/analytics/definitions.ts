import type { Target } from '@/lib/sla/target'

/** A number of the reports: what it is called, and what it means, in the words that the reports and docs/metrics.md show. */
export interface Definition {
  readonly name: string
  readonly means: string
}

export const definitions = {
  created: {
    name: 'Created',
    means:
      'Tickets that were filed in the period, on the day they came in. Spam and tickets merged into others count nowhere. Of an agent: the tickets that the agent has now.',
  },
  resolved: {
    name: 'Resolved',
    means:
      'Resolutions made in the period, on the day they were made, whenever the ticket was filed. A ticket that is reopened and resolved again counts again; how many tickets they are stands beside it.',
  },
  backlog: {
    name: 'Backlog',
    means:
      'Tickets that were neither resolved nor closed when the day, the week, the month or the period ended.',
  },
  firstResponse: {
    name: 'First response time',
    means:
      'From the customer’s first message to the first public reply of an agent, on the day of the reply. Notes, changes of status and automatic replies are no reply. Half of the tickets were answered within the median, nine in ten within the p90.',
  },
  nextResponse: {
    name: 'Next response time',
    means:
      'From each first message that a customer wrote later and that waited for an answer to the next public reply of an agent, on the day of the reply.',
  },
  resolution: {
    name: 'Resolution time',
    means:
      'From filing to the last resolution, of the tickets resolved in the period that have not been reopened since. Half of them took no longer than the median, nine in ten no longer than the p90.',
  },
  compliance: {
    name: 'SLA compliance',
    means:
      'Of the targets that were met or missed in the period: the share met, for each kind of target by itself. Where nothing was due there is no share, and a line has a gap.',
  },
  firstResponseSla: {
    name: 'SLA: first response',
    means:
      'Of the first responses that were promised and were given or ran out of time in the period: the share given in time. A late one stays a miss. Where nothing was due there is no share.',
  },
  nextResponseSla: {
    name: 'SLA: next response',
    means:
      'Of the answers that were promised to what customers wrote later, and were given or ran out of time in the period: the share given in time, counted from the oldest message that waited. A late one stays a miss.',
  },
  resolutionSla: {
    name: 'SLA: resolution',
    means:
      'Of the resolutions that were promised and were reached or ran out of time in the period: the share reached in time. A reopened ticket is promised one anew; a late one stays a miss.',
  },
  success: {
    name: 'Not reopened',
    means: 'Of the tickets that were resolved in the period: the share that has not been reopened since.',
  },
  reopened: {
    name: 'Reopened',
    means:
      'Of the tickets that were resolved for the first time in the period: the share that was reopened at least once. Of the last seven days it is provisional, because their tickets may still come back.',
  },
  oneTouch: {
    name: 'One-touch',
    means:
      'Of the resolutions of the period that last: the share that took exactly one public reply of an agent.',
  },
  satisfaction: {
    name: 'Satisfaction',
    means:
      'Of the ratings given in the period: the share of 4 and 5. With fewer than five ratings there is no share, because one more would turn it over. The average of 1 to 5 stands beside it.',
  },
  ratings: {
    name: 'Ratings',
    means:
      'Ratings that customers gave in the period to what was resolved, on the day they gave them. A ticket has one; changed later, it counts as what it was changed to.',
  },
  keptTargets: {
    name: 'Kept SLA targets',
    means:
      'Of the first responses, next responses and resolutions that were promised and were given or ran out of time in the period: the share given in time. A late one stays a miss. Where nothing was due there is no share.',
  },
  lateTargets: {
    name: 'Late',
    means:
      'First responses, next responses and resolutions that were promised and whose time ran out in the period. Of an agent: those of tickets that the agent had then.',
  },
  agentResolved: {
    name: 'Resolved by an agent',
    means:
      'Resolutions made in the period of tickets that the agent had then. What nobody had is credited to nobody, so that the agents together may have fewer than there are.',
  },
  replies: {
    name: 'Replies',
    means:
      'Public messages of the agent to customers in the period. Notes, changes of status and automatic replies are none.',
  },
  agentRating: {
    name: 'Average rating',
    means:
      'Of the ratings of 1 to 5 that were given in the period to tickets which the agent resolved. Fewer than five say more about luck than about an agent: only their number is shown.',
  },
  load: {
    name: 'Unresolved now',
    means: 'Tickets that the agent has now and that are neither resolved nor closed, whatever the period.',
  },
  atRisk: {
    name: 'At risk now',
    means:
      'Tickets not resolved yet with at most a fifth of their time left, or half an hour where that is more. Those past their moment count as breached.',
  },
  breached: {
    name: 'Breached now',
    means: 'Tickets not resolved yet whose promised moment has passed.',
  },
  hours: {
    name: 'When tickets are created',
    means: 'Tickets created in the period, by the hour of the week in the time zone of the workspace.',
  },
} as const satisfies Record<string, Definition>

/** Fewer ratings than this have no share. */
export const fewestRatings = 5

/** The numbers of the board, which are those of the moment at which it is looked at. */
export const boardDefinitions = {
  open: { name: 'Open', means: 'Tickets with something left to do: open, pending or on hold.' },
  unassigned: { name: 'Unassigned', means: 'Tickets not resolved yet that nobody has.' },
  needsFirstReply: {
    name: 'Needs first reply',
    means: 'Tickets not resolved yet to which no agent has replied.',
  },
  atRisk: {
    name: 'At risk',
    means:
      'Tickets not resolved yet whose next deadline is ahead, with at most a fifth of its time left, or half an hour where that is more.',
  },
  breached: {
    name: 'Breached',
    means: 'Tickets not resolved yet that have passed a deadline which still runs.',
  },
  oldestWaiting: {
    name: 'Oldest waiting',
    means: 'Since when the customer who waits longest for an answer has been waiting.',
  },
} as const satisfies Readonly<Record<string, Definition>>

/** What the share kept of each target is called. */
export const slaDefinition = {
  first_response: 'firstResponseSla',
  next_response: 'nextResponseSla',
  resolution: 'resolutionSla',
} as const satisfies Readonly<Record<Target, keyof typeof definitions>>
