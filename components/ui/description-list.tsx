import type { ReactNode } from 'react'

export interface Description {
  readonly term: string
  readonly detail: ReactNode
}

/** Facts about one thing: a term at the left, its value at the right, stacked where there is no room. */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  return (
    <dl className="@container text-console">
      {items.map(({ term, detail }) => (
        <div
          key={term}
          className="@min-[16rem]:grid grid-cols-[minmax(5.5rem,30%)_1fr] items-baseline gap-x-3 py-1.5"
        >
          <dt className="text-fg-muted">{term}</dt>
          <dd className="min-w-0 wrap-anywhere text-fg">{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
