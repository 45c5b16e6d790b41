import { useEffect, useRef } from 'react'
import { Link } from '@/components/ui/link'
import type { Compliance, Simulation } from '@/lib/sla/simulate'
import { targets, targetWord } from '@/lib/sla/target'

const standingWord = { met: 'kept', breached: 'breached', none: 'not promised' } as const

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
          Of {tickets.toLocaleString('en')} tickets filed in the last {days} days
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
            <th scope="col" className="py-1 text-end font-medium">
              As it would be
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target} className="border-b">
              <th scope="row" className="py-1.5 text-start font-medium">
                {targetWord[target]}
              </th>
              <Share of={before[target]} />
              <Share of={after[target]} />
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
function Share({ of: { met, breached } }: { readonly of: Compliance }) {
  const all = met + breached
  return (
    <td className="py-1.5 text-end tabular-nums">
      {all === 0 ? '—' : `${((100 * met) / all).toFixed(1)} %`}
      {all > 0 && <span className="text-fg-muted text-meta"> of {all.toLocaleString('en')}</span>}
    </td>
  )
}
