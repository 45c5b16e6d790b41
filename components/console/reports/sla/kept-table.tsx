import { useId } from 'react'
import type { Narrowed } from '@/lib/analytics/scope'
import type { Kept } from '@/lib/analytics/sla-report'
import { percentOf } from '@/lib/analytics/totals'
import { type Target, targets, targetWord } from '@/lib/sla/target'
import { Amount } from '../amount'
import type { BehindOf } from '../overview/behind-of'
import { ReportTable, RowHead } from '../report-table'

interface KeptTableProps {
  /** What a row is of: "Priority". */
  readonly head: string
  readonly rows: readonly Kept[]
  readonly behind: BehindOf
  readonly narrower: (name: string) => Partial<Pick<Narrowed, 'category' | 'priority' | 'team'>>
}

const parts = ['In time', 'Late', 'Share'] as const

/** What was promised to the tickets of each priority, team or category, and how it was kept. */
export function KeptTable({ head, rows, behind, narrower }: KeptTableProps) {
  const titleId = useId()
  const title = `By ${head.toLowerCase()}`
  return (
    <section aria-labelledby={titleId} className="min-w-0 break-inside-avoid">
      <h2 id={titleId} className="mb-1 font-semibold text-message">
        {title}
      </h2>
      {rows.length === 0 ? (
        <p className="text-fg-muted">Nothing that was promised came due.</p>
      ) : (
        <ReportTable title={title}>
          <thead className="border-b text-fg-muted text-meta">
            <tr>
              <th
                rowSpan={2}
                scope="col"
                className="sticky start-0 bg-surface py-1 pe-3 text-start align-bottom font-medium"
              >
                {head}
              </th>
              {targets.map((target) => (
                <th
                  key={target}
                  colSpan={parts.length}
                  scope="colgroup"
                  className="px-2 pt-1 text-end font-medium text-fg"
                >
                  {targetWord[target]}
                </th>
              ))}
            </tr>
            <tr>
              {targets.map((target) =>
                parts.map((part, place) => (
                  <th
                    key={`${target} ${part}`}
                    scope="col"
                    className={`whitespace-nowrap py-1 text-end font-medium ${place ? 'px-2' : firstOfGroup}`}
                  >
                    {part}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, label, targets: kept }) => (
              <tr key={name} className="border-b">
                <RowHead>
                  <span dir="auto">{label}</span>
                </RowHead>
                {targets.map((target) => (
                  <KeptCells
                    key={target}
                    target={target}
                    {...kept[target]}
                    href={(what) => behind(what, undefined, {}, narrower(name))}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </ReportTable>
      )}
    </section>
  )
}

const firstOfGroup = 'ps-6 pe-2'

interface KeptCellsProps {
  readonly target: Target
  readonly n: number
  readonly of: number
  readonly href: (what: `${Target}_${'met' | 'missed' | 'target'}`) => string
}

const KeptCells = ({ target, n, of, href }: KeptCellsProps) => (
  <>
    <td className={`py-1.5 text-end ${firstOfGroup}`}>
      <Amount measure="count" value={n} href={href(`${target}_met`)} />
    </td>
    <td className="px-2 py-1.5 text-end">
      <Amount measure="count" value={of - n} href={href(`${target}_missed`)} />
    </td>
    <td className="px-2 py-1.5 text-end">
      <Amount measure="percent" value={percentOf({ n, of })} href={href(`${target}_target`)} />
    </td>
  </>
)
