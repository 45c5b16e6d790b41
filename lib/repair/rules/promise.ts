import { mismatches, recompute } from '@/lib/sla/recompute'
import type { Rule } from '../rule'

/** Clocks, and the deadline on the ticket, are what the SLA's ledger tells. */
export const promise: Rule = {
  name: 'promise',
  find: mismatches,
  mend: (tx, { ticketId }) => recompute(tx, ticketId),
}
