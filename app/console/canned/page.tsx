import type { Metadata } from 'next'
import { CannedTable } from '@/components/console/canned/canned-table'
import { cannedPath } from '@/components/console/canned/places'
import { Clock } from '@/components/ui/clock'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ListSearch } from '@/components/ui/list-search'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ResultsSaid } from '@/components/ui/results-said'
import { requireAgent } from '@/lib/auth/session'
import { aroundActions } from '@/lib/canned/around'
import { matching } from '@/lib/canned/canned'
import { cannedList } from '@/lib/canned/find'
import { readAsked } from '@/lib/page'

export const metadata: Metadata = { title: 'Canned replies' }

export default async function CannedReplies({ searchParams }: PageProps<'/console/canned'>) {
  const agent = await requireAgent()
  const asked = await searchParams
  const { q = '' } = readAsked(asked)
  const all = await cannedList(agent)
  const found = q ? matching(all, q) : all
  const saved = all.find(({ uid }) => uid === asked.saved)
  return (
    <Clock now={new Date().toISOString()} timeZone={agent.timeZone}>
      <div className="mx-auto flex w-full max-w-wide flex-col gap-4 px-4 py-4 lg:px-6">
        <PageHeader
          title="Canned replies"
          description="What is written again and again. In a reply or a note, a / offers them; those with actions also do something with the ticket."
          actions={
            <LinkButton href={`${cannedPath}/new`} variant="primary">
              New canned reply
            </LinkButton>
          }
        />
        {saved && (
          <Notice tone="good" live>
            “{saved.name}” is saved.
          </Notice>
        )}
        {asked.deleted === '1' && (
          <Notice tone="good" live>
            It is deleted. What was written with it stays.
          </Notice>
        )}
        {all.length > 0 && (
          <ListSearch
            path={cannedPath}
            words={q}
            label="Search canned replies"
            placeholder="Name, shortcut or words"
          />
        )}
        <ResultsSaid asked={q} count={found.length} />
        {found.length > 0 ? (
          <CannedTable
            replies={found}
            around={await aroundActions(found.flatMap(({ actions }) => actions))}
          />
        ) : (
          <Nothing asked={q !== ''} />
        )}
      </div>
    </Clock>
  )
}

function Nothing({ asked }: { readonly asked: boolean }) {
  if (asked)
    return (
      <EmptyState
        title="No canned reply matches"
        action={<LinkButton href={cannedPath}>Show all canned replies</LinkButton>}
      >
        Beginnings of words find one, in its name, its shortcut and its text.
      </EmptyState>
    )
  return (
    <EmptyState
      title="There are no canned replies yet"
      action={<LinkButton href={`${cannedPath}/new`}>Write the first one</LinkButton>}
    >
      Begin with what you answered twice this week.
    </EmptyState>
  )
}
