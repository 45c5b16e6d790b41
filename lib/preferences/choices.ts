/** For how many seconds a reply that was sent can be taken back. */
export const undoChoices = [0, 5, 10, 30] as const
export type UndoSeconds = (typeof undoChoices)[number]
