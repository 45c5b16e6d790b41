import { Loading, Skeleton } from '@/components/ui/skeleton'

const messages = ['h-32', 'h-24', 'h-40']

/** Of the same geometry as the ticket. */
export function TicketSkeleton() {
  return (
    <Loading label="Loading the ticket">
      <div className="flex min-h-dvh flex-col lg:flex-row">
        <div className="min-w-0 flex-1">
          <div className="flex flex-col gap-3 border-b px-4 py-3 lg:px-6">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-6 w-2/3" />
            <Skeleton className="h-5 w-72" />
          </div>
          <div className="mx-auto flex w-full max-w-[52rem] flex-col gap-3 px-4 py-4 lg:px-6">
            {messages.map((height) => (
              <Skeleton key={height} className={`rounded-card ${height}`} />
            ))}
          </div>
        </div>
        <div className="flex flex-col gap-3 p-4 max-lg:hidden lg:w-80 lg:border-s">
          <Skeleton className="h-28" />
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
      </div>
    </Loading>
  )
}
