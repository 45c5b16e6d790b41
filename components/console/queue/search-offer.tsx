import { Link } from '@/components/ui/link'
import { readQuery } from '@/lib/search/query'
import { searchAddress, searchWords } from '../search/address'

/** A queue knows no operators: who writes some is shown the way to the search, which does. */
export function SearchOffer({ words = '' }: { readonly words: string | undefined }) {
  if (!asksMore(words)) return null
  return (
    <p className="text-fg-muted">
      Here “is:”, “tag:” and the like are words as others.{' '}
      <Link href={searchAddress({ q: words.trim() })} className="text-accent-text hover:underline">
        {searchWords(words.trim())}
      </Link>
    </p>
  )
}

function asksMore(text: string) {
  const { query, problems } = readQuery(text)
  return query.asks.length + problems.length > 0
}
