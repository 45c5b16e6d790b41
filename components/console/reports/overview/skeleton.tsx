import { Loading, Skeleton } from '@/components/ui/skeleton'

const places = (count: number) => Array.from({ length: count }, (_, place) => place)

/** Of the same geometry as the overview. */
export function OverviewSkeleton() {
  return (
    <Loading label="Loading the overview">
      <div className="flex flex-col gap-8">
        <div className="grid gap-px overflow-hidden rounded-card border bg-border sm:grid-cols-2 xl:grid-cols-4">
          {places(12).map((place) => (
            <div key={place} className="flex h-32.5 flex-col gap-2 bg-surface px-4 py-3">
              <Skeleton className="my-1 h-4 w-24" />
              <Skeleton className="h-7 w-28" />
              <Skeleton className="h-4 w-36" />
            </div>
          ))}
        </div>
        <div className="grid gap-x-8 gap-y-8 lg:grid-cols-2 [&>:first-child]:lg:col-span-2">
          {places(5).map((place) => (
            <div key={place} className="flex flex-col gap-2">
              <Skeleton className="my-1 h-5 w-40" />
              <Skeleton className="h-5 w-52" />
              <Skeleton className="h-72 w-full" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  )
}
