import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function NowLoading() {
  return (
    <Loading label="Loading the board">
      <div className="mx-auto flex w-full max-w-300 flex-col gap-6 px-4 py-4 lg:px-6">
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-56 w-full" />
        <div className="grid gap-6 lg:grid-cols-3">
          <Skeleton className="h-72 w-full" />
          <Skeleton className="h-72 w-full" />
          <Skeleton className="h-72 w-full" />
        </div>
      </div>
    </Loading>
  )
}
