import clsx from 'clsx'

/** The mark: a D around the half disc that an open ticket wears. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={clsx('size-5 shrink-0', className)}>
      <path
        className="fill-accent"
        fillRule="evenodd"
        d="M3 4.5A2.5 2.5 0 0 1 5.5 2H12a10 10 0 0 1 0 20H5.5A2.5 2.5 0 0 1 3 19.5ZM12 7v10a5 5 0 0 0 0-10Z"
      />
    </svg>
  )
}
