/** A piece of text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}
export type Marked = readonly Piece[]

/** Around what was found, in what the database gives back: letters that nobody types. What people wrote is freed of them first. */
export const marks = { start: '\ue000', end: '\ue001' } as const

/** The text with its marks as pieces: structure, never HTML. */
export function marked(text: string): Marked {
  let hit = false
  return text.split(eitherMark).flatMap((part) => {
    if (part !== marks.start && part !== marks.end) return part === '' ? [] : [{ text: part, hit }]
    hit = part === marks.start
    return []
  })
}

const eitherMark = new RegExp(`([${marks.start}${marks.end}])`)
