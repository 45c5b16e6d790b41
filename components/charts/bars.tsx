import { Link } from '@/components/ui/link'

export interface Bar {
  readonly name: string
  readonly label: string
  /** In the order of the columns. */
  readonly values: readonly { readonly value: number; readonly href: string }[]
}

interface BarsProps {
  /** Names the table. */
  readonly title: string
  /** What the bars are of: "Category". */
  readonly head: string
  /** What each bar of a row counts, at most two. */
  readonly columns: readonly string[]
  readonly bars: readonly Bar[]
}

const fills = ['bg-chart-c1', 'bg-chart-c2']

/** Bars from zero on, on one scale, with their numbers: a table as it is. */
export function Bars({ title, head, columns, bars }: BarsProps) {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values.map(({ value }) => value)))
  return (
    <table aria-label={title} className="w-full table-fixed border-collapse">
      <thead className="border-b text-meta">
        <tr>
          {[head, ...columns].map((name, column) => (
            <th
              key={name}
              scope="col"
              className={`py-1.5 text-start font-medium text-fg-muted ${column ? '' : 'w-1/3'}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, label, values }) => (
          <tr key={name} className="border-b">
            <th scope="row" dir="auto" className="wrap-anywhere py-1 pe-3 text-start font-normal">
              {label}
            </th>
            {values.map(({ value, href }, column) => (
              <td key={columns[column]} className="py-1 pe-2">
                <Amount value={value} href={href} share={value / most} fill={fills[column] ?? ''} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface AmountProps {
  readonly value: number
  readonly href: string
  readonly share: number
  readonly fill: string
}

/** The number stands at the end of its bar, in the room that the longest leaves for it. */
function Amount({ value, href, share, fill }: AmountProps) {
  const inside = (
    <>
      <span
        aria-hidden="true"
        className={`h-3.5 shrink-0 rounded-e-chip print:[print-color-adjust:exact] forced-colors:bg-[CanvasText] ${fill}`}
        style={{ width: `calc((100% - 3rem) * ${share})` }}
      />
      {value.toLocaleString('en')}
    </>
  )
  const look = 'flex min-h-6 items-center gap-1.5'
  return value === 0 ? (
    <span className={`${look} text-fg-muted`}>{inside}</span>
  ) : (
    <Link href={href} className={`${look} hover:underline`}>
      {inside}
    </Link>
  )
}
