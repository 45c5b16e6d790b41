import { Link } from '@/components/ui/link'
import { Nothing } from './nothing'
import type { Chart, Value } from './series'
import { inWords, type Measure } from './words'

/** The same numbers as a table, each with its tickets behind it. */
export function ValuesTable({ title, measure, lines, points, head }: Chart & { readonly head: string }) {
  return (
    <table aria-label={title} className="w-full border-collapse">
      <thead>
        <tr className="text-meta">
          {[head, ...lines.map(({ name }) => name)].map((name, column) => (
            <th
              key={name}
              scope="col"
              className={`sticky top-0 border-b bg-surface px-2 py-1.5 font-medium text-fg-muted ${column ? 'text-end' : 'text-start'}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ label, values }) => (
          <tr key={label} className="border-b">
            <th scope="row" className="px-2 py-1 text-start font-normal">
              {label}
            </th>
            {lines.map(({ name }, line) => (
              <Cell key={name} measure={measure} of={values[line]} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row" className="px-2 py-1.5 text-start">
            Whole period
          </th>
          {lines.map(({ name, whole }) => (
            <Cell key={name} measure={measure} of={whole} />
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

function Cell({ measure, of }: { readonly measure: Measure; readonly of: Value | undefined }) {
  const value = of?.value ?? null
  return (
    <td className="px-2 py-1 text-end">
      {of === undefined || value === null ? (
        <Nothing />
      ) : (
        <Link href={of.href} className="hover:underline">
          {inWords(measure, value)}
        </Link>
      )}
    </td>
  )
}
