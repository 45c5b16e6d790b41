import ListChecks from 'lucide-react/icons/list-checks'
import { Clock } from '@/components/ui/clock'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { BulkRun } from '@/lib/bulk/find'
import { standsWords } from '@/lib/bulk/run'
import { allOpenHref } from '../queue/address'
import { bulkHref } from './places'

interface RunListProps {
  readonly runs: readonly BulkRun[]
  readonly now: Date
  readonly timeZone: string
}

/** What somebody has changed many tickets by, latest first. */
export function RunList({ runs, now, timeZone }: RunListProps) {
  return (
    <Clock now={now.toISOString()} timeZone={timeZone}>
      <div className="mx-auto flex w-full max-w-wide flex-col gap-4 px-4 py-4 lg:px-6">
        <PageHeader
          title="Bulk changes"
          description="What you have changed from the queue, and what became of it. Each is kept for a month."
        />
        {runs.length === 0 ? (
          <EmptyState
            icon={<ListChecks />}
            title="You have not changed many tickets at once yet"
            action={<LinkButton href={allOpenHref}>Go to the queue</LinkButton>}
          >
            Select tickets there with X, or with the boxes before them.
          </EmptyState>
        ) : (
          <Table
            label="Bulk changes"
            head={
              <>
                <Head>Change</Head>
                <Head className="w-32 text-end">When</Head>
              </>
            }
          >
            {runs.map((run) => (
              <Row key={run.uid}>
                <Cell>
                  <RowLink href={bulkHref(run.uid)} className="wrap-anywhere">
                    {run.words}
                  </RowLink>
                  <span className="block text-fg-muted text-meta">{standsWords(run)}</span>
                </Cell>
                <Cell className="text-end text-fg-muted">
                  <Time at={run.createdAt.toISOString()} />
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </div>
    </Clock>
  )
}
