import { Loading, Skeleton } from '@/components/ui/skeleton'

/** The shapes of what is coming, so that nothing jumps when it is there. */
export function ListSkeleton() {
  return (
    <Loading label="Loading your requests">
      <Skeleton className="h-5 w-36" />
      <div className="mt-2 border-t">
        {['w-3/5', 'w-2/5', 'w-1/2', 'w-3/4', 'w-2/5', 'w-1/2'].map((width, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey places have no other name
          <div key={place} className="flex items-start gap-6 border-b py-3.5">
            <div className="flex-1">
              <Skeleton className={`h-6.5 ${width}`} />
              <Skeleton className="mt-1 h-4.5 w-48" />
            </div>
            <Skeleton className="h-6 w-24" />
          </div>
        ))}
      </div>
    </Loading>
  )
}

export function ThreadSkeleton() {
  return (
    <Loading label="Loading the request">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="mt-1 h-7 w-4/5" />
      <Skeleton className="mt-2.5 h-6 w-64" />
      <div className="mt-8 space-y-7 border-t pt-6">
        {['h-20', 'h-32'].map((height) => (
          <div key={height} className="flex gap-3">
            <Skeleton className="size-8 shrink-0 rounded-full" />
            <div className="flex-1">
              <Skeleton className="h-5 w-40" />
              <Skeleton className={`mt-2 ${height}`} />
            </div>
          </div>
        ))}
      </div>
    </Loading>
  )
}

export function FormSkeleton() {
  return (
    <Loading label="Loading the form">
      <Skeleton className="h-5 w-32" />
      <div className="mt-2 grid gap-2 sm:grid-cols-2">
        {['a', 'b', 'c', 'd'].map((card) => (
          <Skeleton key={card} className="h-18 rounded-card" />
        ))}
      </div>
      <Skeleton className="mt-6 h-5 w-20" />
      <Skeleton className="mt-1 h-10" />
      <Skeleton className="mt-6 h-5 w-20" />
      <Skeleton className="mt-1 h-49" />
    </Loading>
  )
}
