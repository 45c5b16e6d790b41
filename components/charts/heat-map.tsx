import { Link } from '@/components/ui/link'
import { Roving } from './roving'
import { spot } from './spot'

interface HeatMapProps {
  /** Names the table, and what is counted: "Tickets created". */
  readonly title: string
  /** Of each hour of the week, from Monday midnight on: 168. */
  readonly hours: readonly { readonly value: number; readonly href: string }[]
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour)

/** The darkest is still light enough for the numbers on it. */
const darkest = 45

/** When in the week something happens: a table whose cells are the darker the more there is in them. */
export function HeatMap({ title, hours }: HeatMapProps) {
  const most = Math.max(1, ...hours.map(({ value }) => value))
  const first = hours.findIndex(({ value }) => value > 0)
  return (
    <Roving>
      <table aria-label={title} className="w-full min-w-184 table-fixed border-separate border-spacing-0.5">
        <thead className="text-meta">
          <tr>
            <th scope="col" className="w-9 bg-surface">
              <span className="sr-only">Day</span>
            </th>
            {hoursOfDay.map((hour) => (
              <th key={hour} scope="col" className="py-1 font-normal text-fg-muted">
                {String(hour).padStart(2, '0')}
                <span className="sr-only">:00</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day, row) => (
            <tr key={day}>
              <th
                scope="row"
                className="sticky start-0 bg-surface text-start font-normal text-fg-muted text-meta"
              >
                {day}
              </th>
              {hoursOfDay.map((hour) => {
                const place = row * 24 + hour
                const { value = 0, href = '' } = hours[place] ?? {}
                return (
                  <td
                    key={hour}
                    className="h-7 rounded-chip bg-sunken p-0 text-center text-fg-muted text-meta print:[print-color-adjust:exact]"
                    style={value > 0 ? { backgroundColor: shade(value / most) } : undefined}
                  >
                    {value === 0 ? (
                      0
                    ) : (
                      <Link
                        href={href}
                        aria-label={`${day} ${hour}:00: ${value}`}
                        tabIndex={place === first ? 0 : -1}
                        className="flex h-7 items-center justify-center rounded-chip text-fg hover:underline"
                        {...spot(hour, row)}
                      >
                        {value}
                      </Link>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Roving>
  )
}

const shade = (share: number) =>
  `color-mix(in oklab, var(--chart-c1) ${Math.round(6 + (darkest - 6) * share)}%, var(--surface))`
