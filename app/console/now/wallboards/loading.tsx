import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function WallboardsLoading() {
  return (
    <Loading label="Loading the wallboards">
      <div className="mx-auto flex w-full max-w-wide flex-col gap-5 px-4 py-4 lg:px-6">
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-14 w-full" />
        <Skeleton className="h-36 w-full" />
      </div>
    </Loading>
  )
}
