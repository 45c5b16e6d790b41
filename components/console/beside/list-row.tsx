import clsx from 'clsx'
import type { MouseEvent } from 'react'
import { Link } from '@/components/ui/link'
import { PriorityGlyph } from '@/components/ui/priority-glyph'
import { SlaChip } from '@/components/ui/sla-chip'
import { StatusGlyph } from '@/components/ui/status-glyph'
import { Time } from '@/components/ui/time'
import { replyingWords } from '../presence/replying-words'
import { queuePath } from '../queue/address'
import type { QueueLine } from '../queue/line'
import { Viewers } from '../queue/viewers'

interface ListRowProps {
  readonly line: QueueLine
  /** Its ticket lies open beside it. */
  readonly current: boolean
  /** The list does not ask for it any more. */
  readonly gone: boolean
  readonly onPress: ((event: MouseEvent<HTMLAnchorElement>) => void) | undefined
}

/** The link covers its row; what has a hint of its own lies above it. */
export function ListRow({ line, current, gone, onPress }: ListRowProps) {
  const { refid, subject, status, priority, present } = line
  return (
    <li
      className={clsx(
        'relative flex h-14 flex-col justify-center border-b px-4 before:absolute before:inset-y-0 before:start-0 before:w-0.5',
        current ? 'bg-selected before:bg-accent' : 'hover:bg-hover',
      )}
    >
      <div className="flex items-center gap-2">
        <StatusGlyph status={status} alone />
        <Link
          href={`${queuePath}/${refid}`}
          dir="auto"
          title={subject}
          data-beside={refid}
          onClick={onPress}
          aria-current={current ? 'page' : undefined}
          className={clsx(
            'min-w-0 flex-1 truncate text-left outline-none before:absolute before:inset-0 before:-outline-offset-2 focus-visible:before:outline-2 focus-visible:before:outline-ring',
            gone ? 'text-fg-muted' : 'font-medium',
          )}
        >
          {subject}
        </Link>
        {present && <Viewers present={present} />}
        {(priority === 'urgent' || priority === 'high') && <PriorityGlyph priority={priority} alone />}
      </div>
      <div className="flex items-center gap-2 ps-5.5 text-fg-muted text-meta">
        <Words line={line} gone={gone} />
        <Due line={line} />
      </div>
    </li>
  )
}

/** What happens to it now, what the agent has begun to write, or whose it is. */
function Words({ line: { customer, draft, present }, gone }: Pick<ListRowProps, 'line' | 'gone'>) {
  const replying = present?.filter((one) => one.replying) ?? []
  const happens = gone ? 'No longer in this list' : replyingWords(replying)
  if (happens) return <span className="min-w-0 flex-1 truncate italic">{happens}</span>
  return (
    <span dir="auto" className="min-w-0 flex-1 truncate text-left">
      {draft ? `Draft: ${draft}` : customer}
    </span>
  )
}

/** The next deadline; without one, when something last happened. */
function Due({ line: { due, paused, updatedAt } }: Pick<ListRowProps, 'line'>) {
  return (
    <span className="relative flex shrink-0">
      {paused ? (
        <SlaChip plain state="paused" />
      ) : due ? (
        <SlaChip plain state="ok" startedAt={due.from} riskAt={due.risk} dueAt={due.at} target={due.target} />
      ) : (
        <Time at={updatedAt} />
      )}
    </span>
  )
}
