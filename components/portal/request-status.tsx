import { StatusBadge } from '@/components/ui/status-badge'
import type { OwnTicketLine } from '@/lib/portal/find'
import { glyphForCustomer, statusForCustomer } from '@/lib/portal/words'

export function RequestStatus({ ticket }: { readonly ticket: Pick<OwnTicketLine, 'status' | 'answeredAt'> }) {
  return <StatusBadge status={glyphForCustomer(ticket)} word={statusForCustomer(ticket)} />
}
