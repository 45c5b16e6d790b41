import { Loading, Skeleton } from '@/components/ui/skeleton'

export default function ReportsLoading() {
  return (
    <Loading label="Loading reports">
      <div className="mx-auto flex w-full max-w-wide flex-col gap-8 px-4 py-4 lg:px-6">
        <div>
          <Skeleton className="h-7 w-32" />
          <Skeleton className="mt-1 h-4 w-72 max-w-full" />
        </div>
        <FigureSkeletons count={3} />
        <FigureSkeletons count={5} />
        <div className="flex flex-col gap-4">
          <Skeleton className="h-9 w-60" />
          <Skeleton className="h-9 w-64" />
          <Skeleton className="h-77 w-full" />
        </div>
      </div>
    </Loading>
  )
}

function FigureSkeletons({ count }: { readonly count: number }) {
  return (
    <div>
      <Skeleton className="h-5 w-24" />
      <div className="mt-2 grid grid-cols-2 gap-x-6 gap-y-4 sm:flex sm:flex-wrap sm:gap-x-12">
        {Array.from({ length: count }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places do not move
          <Skeleton key={place} className="h-14 w-24" />
        ))}
      </div>
    </div>
  )
}
