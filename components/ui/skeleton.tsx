import clsx from 'clsx'

/** A grey place of the size of what is coming; sizes by class: `h-4 w-40`. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden="true" className={clsx('block animate-pulse rounded-chip bg-hover', className)} />
}

/** Wraps the skeletons of a page or pane and says once that it is loading. */
export function Loading({
  label = 'Loading',
  children,
}: {
  readonly label?: string
  readonly children: React.ReactNode
}) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}…</span>
      {children}
    </div>
  )
}
