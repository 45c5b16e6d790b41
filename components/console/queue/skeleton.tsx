import { Loading, Skeleton } from '@/components/ui/skeleton'

const rows = Array.from({ length: 12 }, (_, index) => index)

/** Of the same geometry as the queue. */
export function QueueSkeleton() {
  return (
    <Loading label="Loading tickets">
      <div className="px-4 pt-4 lg:px-6">
        <Skeleton className="my-1 h-5 w-32" />
        <Skeleton className="my-1 h-3 w-44" />
      </div>
      <div className="flex gap-2 border-b px-4 py-3 lg:px-6">
        <Skeleton className="h-7 w-full md:w-64" />
        <Skeleton className="h-7 w-96 max-md:hidden" />
      </div>
      <div className="h-8 border-b max-md:hidden" />
      {rows.map((row) => (
        <div key={row} className="flex h-21 items-center gap-4 border-b px-4 md:h-11 lg:px-6">
          <Skeleton className="size-4 rounded-full" />
          <Skeleton className="h-3 w-24 max-md:hidden" />
          <Skeleton className="h-3 flex-1" />
          <Skeleton className="h-3 w-20 max-md:hidden" />
          <Skeleton className="h-3 w-20" />
        </div>
      ))}
    </Loading>
  )
}
