/** What the numbers of the reports mean, in the words that the reports show. Each is computed in `find.ts`. */
export const definitions = {
  totalOpen: 'Tickets with something left to do: open, pending or on hold.',
  breached: 'Tickets not resolved yet whose promised moment has passed.',
  atRisk:
    'Tickets not resolved yet with at most a fifth of their time left, or half an hour where that is more. Those past their moment count as breached.',
  totalResolved:
    'Tickets that are resolved or closed now. One that was reopened is open again and does not count.',
  first_response:
    'Of the first responses that were promised and were given or ran out of time: the share given in time. A late one stays a miss.',
  next_response:
    'Of the answers to what customers wrote later, counted from their oldest message that waited: the share given in time. A late one stays a miss.',
  resolution:
    'Of the resolutions that were promised and were reached or ran out of time: the share reached in time. A reopened ticket is promised one anew; a late one stays a miss.',
  avgFirstResponse:
    'Average time from filing to the first public reply of an agent, around the clock. Notes and changes of status are no reply; tickets still waiting for one are not in it.',
  avgResolution:
    'Average time from filing to the last resolution, around the clock, of the tickets that are resolved or closed now.',
  successRate: 'Of all tickets ever resolved: the share that was never reopened.',
  dailyTrends:
    'Filed: tickets on the day they came in. Resolved: resolutions on the day they were made, whenever the ticket was filed; a ticket that is reopened and resolved again counts again.',
} as const
