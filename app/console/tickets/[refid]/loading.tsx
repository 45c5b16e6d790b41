import { TicketSkeleton } from '@/components/console/ticket/skeleton'

export default function Loading() {
  return <TicketSkeleton />
}
