/** For so long, in hours, whoever changed tickets can take it back. */
export const undoHours = 24
