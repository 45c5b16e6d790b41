import type { ReactNode } from 'react'
import { Loading, Skeleton } from '@/components/ui/skeleton'

const places = (count: number) => Array.from({ length: count }, (_, place) => place)

export type Shown = 'sla' | 'agents' | 'ratings' | 'categories' | 'figures'

/** Of the same geometry as the report that is coming. */
export const ReportSkeleton = ({ report }: { readonly report: Shown }) => (
  <Loading label="Loading the report">
    <div className="flex flex-col gap-8">{skeletons[report]}</div>
  </Loading>
)

const columns = { 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3', 8: 'sm:grid-cols-2 xl:grid-cols-4' }

const Cards = ({ count }: { readonly count: keyof typeof columns }) => (
  <div className={`grid gap-px overflow-hidden rounded-card border bg-border ${columns[count]}`}>
    {places(count).map((place) => (
      <div key={place} className="flex h-32.5 flex-col gap-2 bg-surface px-4 py-3">
        <Skeleton className="my-1 h-4 w-24" />
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-4 w-36" />
      </div>
    ))}
  </div>
)

const Chart = () => (
  <div className="flex min-w-0 flex-col gap-2">
    <Skeleton className="my-1 h-5 w-40" />
    <Skeleton className="h-5 w-52" />
    <Skeleton className="h-72 w-full" />
  </div>
)

const Rows = ({ count }: { readonly count: number }) => (
  <div>
    {places(count).map((place) => (
      <div key={place} className="flex h-8 items-center justify-between gap-4 border-b">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-4 w-64 max-sm:w-32" />
      </div>
    ))}
  </div>
)

const skeletons: Readonly<Record<Shown, ReactNode>> = {
  sla: (
    <>
      <Cards count={3} />
      <Chart />
      <Rows count={6} />
    </>
  ),
  agents: <Rows count={10} />,
  ratings: (
    <>
      <Cards count={2} />
      <div className="grid gap-8 lg:grid-cols-2">
        <Chart />
        <Chart />
      </div>
    </>
  ),
  categories: <Rows count={10} />,
  figures: <Cards count={8} />,
}
