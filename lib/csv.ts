import { stringify } from 'csv-stringify/sync'

type Cell = string | number | null

/** What a spreadsheet reads it by. */
export const csvHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}.csv"`,
})

/** Tells a spreadsheet that what follows is UTF-8. */
export const byteOrderMark = '\uFEFF'

/** Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula is marked as text, with an apostrophe before it. */
export const csvLines = (rows: readonly (readonly Cell[])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, quoted_string: true, record_delimiter: 'windows' },
  )
