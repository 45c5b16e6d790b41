/** Rows of cells as lines, each column as wide as its widest cell; numbers stand at the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string {
  const widths = rows.reduce<readonly number[]>(
    (sofar, row) => row.map((cell, column) => Math.max(sofar[column] ?? 0, String(cell).length)),
    [],
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
