import type { Metadata } from 'next'
import { readSearchAddress } from '@/components/console/search/address'
import { SearchScreen } from '@/components/console/search/screen'
import { requireAgent } from '@/lib/auth/session'
import { resultsPerPage, search } from '@/lib/search/search'

interface SearchPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const { q } = readSearchAddress(await searchParams)
  return { title: q ? `${q.slice(0, 60)} · Search` : 'Search' }
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const agent = await requireAgent()
  const asked = readSearchAddress(await searchParams)
  const now = new Date()
  const results = asked.q ? await search(agent, asked.q, { ...asked, now }) : null
  return (
    <SearchScreen
      asked={asked}
      results={results}
      perPage={resultsPerPage}
      me={agent.name}
      now={now}
      timeZone={agent.timeZone}
    />
  )
}
