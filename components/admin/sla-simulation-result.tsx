import { useEffect, useRef } from 'react'
import { Link } from '@/components/ui/link'
import type { Compliance, Simulation } from '@/lib/sla/simulate'
import { targets, targetWord } from '@/lib/sla/target'

/** None: not promised, or nothing has come of it yet. */
const standingWord = { met: 'kept', breached: 'breached', none: 'no outcome' } as const

/** What would have been kept, beside what is kept as it is. */
export function SimulationResult({ result }: { readonly result: Simulation }) {
  const { tickets, days, before, after, changed, first } = result
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (result) title.current?.focus()
  }, [result])
  return (
    <section className="flex flex-col gap-4 border-t pt-5">
      <div>
        <h2 ref={title} tabIndex={-1} className="font-semibold text-message">
          {changed === 0 ? 'No ticket would have gone another way' : changedWords(changed)}
        </h2>
        <p className="text-fg-muted">
          Of {tickets === 1 ? '1 ticket' : `${tickets.toLocaleString('en')} tickets`} filed in the last {days}{' '}
          days
        </p>
      </div>
      <table className="w-full max-w-120 border-collapse">
        <thead>
          <tr className="border-b text-fg-muted text-meta">
            <th scope="col" className="py-1 text-start font-medium">
              Kept
            </th>
            <th scope="col" className="py-1 text-end font-medium">
              As it is
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-medium">
              As it would be
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-medium">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target} className="border-b">
              <th scope="row" className="py-1.5 text-start align-top font-medium">
                {targetWord[target]}
              </th>
              <Share of={before[target]} />
              <Share of={after[target]} />
              <td className="py-1.5 ps-3 text-end align-top tabular-nums">
                {pointsBetween(before[target], after[target])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {first.length > 0 && (
        <ul className="flex max-h-96 flex-col divide-y overflow-y-auto">
          {first.map((one) => (
            <li
              key={`${one.refid} ${one.target}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5"
            >
              <Link
                href={`/console/tickets/${one.refid}`}
                target="_blank"
                className="wrap-anywhere min-w-0 hover:underline"
              >
                {one.subject} <span className="whitespace-nowrap text-fg-muted text-meta">{one.refid}</span>
              </Link>
              <span className="text-fg-muted text-meta">
                {targetWord[one.target]}: {standingWord[one.before]} → {standingWord[one.after]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const changedWords = (changed: number) =>
  changed === 1
    ? '1 ticket would have gone another way'
    : `${changed.toLocaleString('en')} tickets would have gone another way`

/** Nothing ended: a dash, never 100 %. */
function Share({ of }: { readonly of: Compliance }) {
  const share = shareOf(of)
  return (
    <td className="py-1.5 ps-3 text-end align-top tabular-nums">
      {share === null ? '—' : `${share.toFixed(1)} %`}
      {share !== null && (
        <span className="block text-fg-muted text-meta">
          of {(of.met + of.breached).toLocaleString('en')}
        </span>
      )}
    </td>
  )
}

/** Percent; null where nothing ended. */
const shareOf = ({ met, breached }: Compliance) =>
  met + breached === 0 ? null : (100 * met) / (met + breached)

/** `+3.2`, `−0.4`, `0.0`; a dash where there is nothing to compare. */
function pointsBetween(before: Compliance, after: Compliance) {
  const [then, now] = [shareOf(before), shareOf(after)]
  if (then === null || now === null) return '—'
  const points = (Math.round((now - then) * 10) / 10).toFixed(1)
  if (Number(points) === 0) return '0.0'
  return points.startsWith('-') ? `−${points.slice(1)}` : `+${points}`
}
