import { Avatar } from '@/components/ui/avatar'
import { Link } from '@/components/ui/link'
import type { SearchResults } from '@/lib/search/search'
import { searchAddress } from './address'

/** Customers that the words fit, each leading to all of their tickets. */
export function FoundCustomers({ customers }: Pick<SearchResults, 'customers'>) {
  return (
    <section aria-labelledby="found-customers" className="border-b px-4 pt-3 pb-4 lg:px-6">
      <h2 id="found-customers" className="mb-2 font-medium text-fg-muted text-meta">
        Customers
      </h2>
      <ul className="flex flex-wrap gap-2">
        {customers.map(({ uid, name, email, organization, live }) => (
          <li key={uid} className="min-w-0">
            <Link
              href={searchAddress({ q: `from:${email}` })}
              className="flex max-w-full items-center gap-2.5 rounded-control border px-2.5 py-1.5 hover:bg-hover"
            >
              <Avatar name={name} />
              <span className="min-w-0">
                <span dir="auto" className="block truncate font-medium">
                  {name}
                </span>
                <span className="block truncate text-fg-muted text-meta">
                  {email}
                  {organization && ` · ${organization}`}
                  {live > 0 && ` · ${live} open`}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
