/** Where a link stands among those that the arrow keys lead through (`Roving`). */
export const spot = (column: number, row: number) => ({ 'data-column': column, 'data-row': row })
