import { type Chart, totals } from './series'

/** The same numbers as a table. */
export function ValuesTable({ title, lines, points, head }: Chart & { readonly head: string }) {
  const cell = 'px-2 py-1 text-end'
  return (
    <table aria-label={title} className="w-full max-w-140 border-collapse">
      <thead>
        <tr className="text-meta">
          {[head, ...lines].map((name, column) => (
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
            {lines.map((name, line) => (
              <td key={name} className={cell}>
                {values[line]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row" className="px-2 py-1.5 text-start">
            Total
          </th>
          {totals({ lines, points }).map(({ name, total }) => (
            <td key={name} className={cell}>
              {total.toLocaleString('en')}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}
