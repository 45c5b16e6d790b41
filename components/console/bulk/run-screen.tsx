import { Clock } from '@/components/ui/clock'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { BulkRun, LeftTicket } from '@/lib/bulk/find'
import { isWorking, standsWords, tickets } from '@/lib/bulk/run'
import { queuePath } from '../queue/address'
import { bulkPath } from './places'
import { RunFollower } from './run-follower'
import { RunProgress } from './run-progress'
import { UndoButton } from './undo-button'

interface RunScreenProps {
  readonly run: BulkRun
  /** Those tickets that it has left as they were; the first of them. */
  readonly left: readonly LeftTicket[]
  readonly now: Date
  readonly timeZone: string
}

/** One change of many tickets: how far it has come, and what it has left as it was. */
export function RunScreen({ run, left, now, timeZone }: RunScreenProps) {
  const { uid, words, total, counts, undone, undoable, createdAt } = run
  const working = isWorking(run)
  const more = (undone ? counts.kept : counts.failed) - left.length
  return (
    <Clock now={now.toISOString()} timeZone={timeZone}>
      <div className="mx-auto flex w-full max-w-wide flex-col gap-4 px-4 py-4 lg:px-6">
        <PageHeader
          back={<Link href={bulkPath}>Bulk changes</Link>}
          title={words}
          description={
            <>
              {tickets(total)}, <Time at={createdAt.toISOString()} />
            </>
          }
          actions={undoable && <UndoButton run={uid} working={working} />}
        />
        <div className="flex flex-col gap-1.5">
          {/* Each second another number: only the last one is said. */}
          <p role="status" aria-busy={working}>
            {standsWords(run)}.
          </p>
          {working && <RunProgress run={run} />}
        </div>
        {working && <RunFollower />}
        {left.length > 0 && (
          <section className="flex flex-col gap-1">
            <h2 className="font-semibold text-portal">
              {undone ? 'Could not be put back' : 'Could not be changed'}
            </h2>
            <Left left={left} />
            {more > 0 && <p className="text-fg-muted">And {tickets(more)} more.</p>}
          </section>
        )}
      </div>
    </Clock>
  )
}

function Left({ left }: Pick<RunScreenProps, 'left'>) {
  return (
    <Table
      label="Tickets that were left as they are"
      head={
        <>
          <Head className="w-32 text-start">Reference</Head>
          <Head>Subject and reason</Head>
        </>
      }
    >
      {left.map(({ refid, subject, reason }) => (
        <Row key={refid}>
          <Cell className="font-mono text-meta">
            {subject === null ? refid : <RowLink href={`${queuePath}/${refid}`}>{refid}</RowLink>}
          </Cell>
          <Cell className="wrap-anywhere">
            {subject !== null && (
              <span dir="auto" className="block">
                {subject}
              </span>
            )}
            <span className="text-fg-muted">{reason}</span>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
