import { slaRiskAt } from '@/lib/sla/sla'
import { isLive, type Ticket } from '@/lib/tickets/ticket'

type Promised = Pick<Ticket, 'status' | 'createdAt' | 'resolvedAt' | 'slaDueAt'>

/** What the SLA chip of a ticket shows; null where nothing was promised, or where it ended late. */
export function slaFace({ status, createdAt, resolvedAt, slaDueAt }: Promised) {
  if (!slaDueAt) return null
  if (isLive({ status }))
    return {
      state: 'ok' as const,
      startedAt: createdAt.toISOString(),
      riskAt: slaRiskAt({ createdAt, slaDueAt }).toISOString(),
      dueAt: slaDueAt.toISOString(),
    }
  return resolvedAt && resolvedAt <= slaDueAt ? { state: 'met' as const } : null
}
