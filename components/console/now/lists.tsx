import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { PriorityGlyph } from '@/components/ui/priority-glyph'
import { SlaChip } from '@/components/ui/sla-chip'
import { Time } from '@/components/ui/time'
import type { Breach, Due } from '@/lib/analytics/now'
import { targetWord } from '@/lib/sla/target'
import { queuePath } from '../queue/address'

/** The tickets whose deadlines come next, whenever that is. */
export const NextToBreach = ({ tickets }: { readonly tickets: readonly Due[] }) => (
  <List title="Next to breach" empty="No clock is running.">
    {tickets.map(({ refid, subject, priority, target, startedAt, riskAt, dueAt, assignee }) => (
      <Row key={refid} refid={refid} subject={subject} mark={<PriorityGlyph priority={priority} />}>
        <SlaChip
          plain
          state="ok"
          startedAt={startedAt}
          riskAt={riskAt}
          dueAt={dueAt}
          target={targetWord[target]}
        />
        <span className="truncate">{`· ${targetWord[target]} · ${assignee ?? 'unassigned'}`}</span>
      </Row>
    ))}
  </List>
)

/** The deadlines that passed last. */
export const Breaches = ({ breaches }: { readonly breaches: readonly Breach[] }) => (
  <List title="Latest breaches" empty="No deadline has passed yet.">
    {breaches.map(({ id, refid, subject, target, dueAt, assignee }) => (
      <Row key={id} refid={refid} subject={subject}>
        <Time at={dueAt} className="shrink-0" />
        <span className="truncate">{`· ${targetWord[target]} · ${assignee ?? 'unassigned'}`}</span>
      </Row>
    ))}
  </List>
)

interface ListProps {
  readonly title: string
  readonly empty: string
  readonly children: readonly ReactNode[]
}

export const List = ({ title, empty, children }: ListProps) => (
  <section aria-label={title} className="min-w-0">
    <h2 className="font-semibold text-message">{title}</h2>
    {children.length === 0 ? (
      <p className="mt-2 text-fg-muted">{empty}</p>
    ) : (
      <ul className="mt-2 divide-y border-y">{children}</ul>
    )}
  </section>
)

interface RowProps {
  readonly refid: string
  readonly subject: string
  readonly mark?: ReactNode
  readonly children: ReactNode
}

const Row = ({ refid, subject, mark, children }: RowProps) => (
  <li className="py-1.5">
    <p className="flex min-w-0 items-center gap-1.5">
      {mark}
      <Link href={`${queuePath}/${refid}`} className="truncate font-medium hover:underline">
        {subject}
      </Link>
    </p>
    <p className="flex min-w-0 items-center gap-1 text-fg-muted text-meta">{children}</p>
  </li>
)
