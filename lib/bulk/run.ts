/** So many tickets are changed at once, and no more. */
export const mostTickets = 10_000

/** From so many on, the agent is asked first and the worker does it; fewer are done while they wait. */
export const manyTickets = 50

/**
 * What became of a ticket of a run. `unchanged`: it was so already. `undoing`: still to be put back. `kept`: it was not put
 * back, because somebody has changed it since.
 */
export const itemStates = ['waiting', 'done', 'unchanged', 'failed', 'undoing', 'undone', 'kept'] as const
export type ItemState = (typeof itemStates)[number]

export type BulkCounts = Readonly<Record<ItemState, number>>

/** How far a run has come. */
export interface BulkProgress {
  /** Its public name; known to its agent only. */
  readonly uid: string
  /** What is done: "Set priority to urgent". */
  readonly words: string
  readonly total: number
  readonly counts: BulkCounts
  /** Its agent has asked to take it back. */
  readonly undone: boolean
  readonly undoable: boolean
}

export const isWorking = ({ counts }: Pick<BulkProgress, 'counts'>) => counts.waiting + counts.undoing > 0

/** How many of its tickets need no more work, of how many. */
export function progressOf({ counts, undone, total }: Pick<BulkProgress, 'counts' | 'undone' | 'total'>) {
  if (!undone) return { done: total - counts.waiting, of: total }
  const back = counts.undone + counts.kept
  return { done: back, of: back + counts.undoing }
}

/** Where a run stands, in a sentence. */
export function standsWords(run: Pick<BulkProgress, 'counts' | 'undone' | 'total'>): string {
  const { counts, undone } = run
  if (isWorking(run)) {
    const { done, of } = progressOf(run)
    return `${undone ? 'Taking back' : 'Changing'} ${tickets(of)}: ${number(done)} done`
  }
  if (undone)
    return sentence([
      counts.undone > 0 || counts.kept === 0
        ? `${tickets(counts.undone)} ${counts.undone === 1 ? 'is' : 'are'} as before`
        : '',
      counts.kept > 0 ? `${tickets(counts.kept)} could not be put back` : '',
    ])
  return sentence([
    counts.done > 0 || counts.unchanged + counts.failed === 0 ? `${tickets(counts.done)} changed` : '',
    counts.unchanged > 0 ? `${tickets(counts.unchanged)} had it already` : '',
    counts.failed > 0 ? `${tickets(counts.failed)} could not be changed` : '',
  ])
}

/** `1 ticket`, `1,200 tickets` */
export const tickets = (count: number) => `${number(count)} ${count === 1 ? 'ticket' : 'tickets'}`

const number = (count: number) => count.toLocaleString('en')

const sentence = (parts: readonly string[]) => parts.filter(Boolean).join(', ')
