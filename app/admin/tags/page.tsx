import type { Metadata } from 'next'
import { TagFilter } from '@/components/admin/tag-filter'
import { tagsPath } from '@/components/admin/tag-places'
import { TagTable } from '@/components/admin/tag-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ListSearch } from '@/components/ui/list-search'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { ResultsSaid } from '@/components/ui/results-said'
import { requireAdmin } from '@/lib/auth/session'
import { readAsked } from '@/lib/page'
import { tagPage } from '@/lib/tags/find'
import { tagName } from '@/lib/tags/tag'

export const metadata: Metadata = { title: 'Tags' }

export default async function Tags({ searchParams }: PageProps<'/admin/tags'>) {
  const admin = await requireAdmin()
  const params = await searchParams
  const { q, ...place } = readAsked(params)
  const unused = params.show === 'unused'
  const { rows, next, previous } = await tagPage(admin, { q, ...place, unused })
  const kept = unused ? { show: 'unused' } : undefined
  const asked = new URLSearchParams({ ...kept, ...(q && { q }) })
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="Tags"
        description="Words that agents put on tickets. A new one is made by using it; here they are kept in order."
      />
      <Done {...params} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ListSearch path={tagsPath} kept={kept} words={q} label="Search tags" placeholder="Search tags" />
        <TagFilter unused={unused} />
      </div>
      <ResultsSaid asked={asked.toString()} count={rows.length} paged={Boolean(next || previous)} />
      {rows.length > 0 ? (
        <TagTable tags={rows} />
      ) : (
        <Nothing
          asked={q !== undefined || place.after !== undefined || place.before !== undefined}
          unused={unused}
        />
      )}
      <Pager href={asked.size > 0 ? `${tagsPath}?${asked}` : tagsPath} next={next} previous={previous} />
    </div>
  )
}

type Params = Awaited<PageProps<'/admin/tags'>['searchParams']>

/** What has just been done, by what the address says of it: only what can be a tag is repeated. */
function Done({ renamed, merged, into, deleted }: Params) {
  const words = sentence(tag(renamed), tag(merged), tag(into), tag(deleted))
  return (
    words && (
      <Notice tone="good" live>
        {words}
      </Notice>
    )
  )
}

const tag = (value: Params[string]) => tagName.safeParse(value).data

function sentence(renamed?: string, merged?: string, into?: string, deleted?: string) {
  if (renamed) return `The tag is called “${renamed}” now.`
  if (merged && into) return `“${merged}” is merged into “${into}”.`
  return deleted && `“${deleted}” is deleted.`
}

function Nothing({ asked, unused }: { readonly asked: boolean; readonly unused: boolean }) {
  if (!asked && !unused)
    return (
      <EmptyState title="There are no tags yet">
        Agents make them as they tag tickets, and policies as they ask for them.
      </EmptyState>
    )
  return (
    <EmptyState
      title={asked ? 'No tag matches' : 'Every tag is in use'}
      action={<LinkButton href={tagsPath}>Show all tags</LinkButton>}
    />
  )
}
