import { QueueSkeleton } from '@/components/console/queue/skeleton'

export default function Loading() {
  return <QueueSkeleton />
}
