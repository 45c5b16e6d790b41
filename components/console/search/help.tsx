import { Link } from '@/components/ui/link'
import { examples } from '@/lib/search/operators'
import { searchAddress } from './address'

/** The language by examples, each of which can be tried. */
export function SearchHelp({ open }: { readonly open: boolean }) {
  return (
    <details open={open} className="group text-console">
      <summary className="inline-flex h-7 items-center rounded-control text-accent-text hover:underline">
        How to search
      </summary>
      <dl className="mt-2 grid gap-x-6 gap-y-1 border-t pt-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {examples.map(({ write, finds }) => (
          <div key={write} className="contents">
            <dt>
              <Link
                href={searchAddress({ q: write })}
                className="inline-flex min-h-6 items-center rounded-chip bg-hover px-1.5 font-mono text-meta hover:text-accent-text"
              >
                {write}
              </Link>
            </dt>
            <dd className="pb-1.5 text-fg-muted sm:pb-0">{finds}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
