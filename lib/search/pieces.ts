/** Where in the typed text something stands, in UTF-16 units. */
export interface Place {
  readonly at: number
  readonly end: number
}

export interface Value extends Place {
  /** Without its quotation marks, and without what cannot be seen. */
  readonly text: string
  readonly quoted: boolean
  /** A quotation that nobody has closed. */
  readonly open: boolean
}

/** Something between blanks: `word`, `-word`, `"two words"`, `name:value,"another value"`. */
export interface Piece extends Place {
  readonly not: boolean
  /** What stands before a colon; undefined: there is none. */
  readonly name: string | undefined
  /** One where there is no name, and at least one where there is. */
  readonly values: readonly Value[]
}

const blank = /[\s\p{Cc}]/u
const blanks = /[\s\p{Cc}]*/uy
const begin = /(-?)(?:([a-z]+):)?/iy

/** Each opening quotation mark with those that may close it: keyboards and word processors differ. */
const closing: Readonly<Record<string, string>> = { '"': '"”', '“': '”"', '„': '“”"', '«': '»' }

/** Cuts a typed search into its pieces. All of the text is in one of them, or blank. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = after(blanks, text, 0); at < text.length; ) {
    const piece = pieceAt(text, at)
    pieces.push(piece)
    at = after(blanks, text, piece.end)
  }
  return pieces
}

function pieceAt(text: string, at: number): Piece {
  begin.lastIndex = at
  const [head = '', minus, name] = begin.exec(text) ?? []
  const values = [valueAt(text, at + head.length, name !== undefined)]
  for (let end = endOf(values); name !== undefined && text[end] === ','; end = endOf(values))
    values.push(valueAt(text, end + 1, true))
  return { at, end: endOf(values), not: minus === '-', name, values }
}

const endOf = (values: readonly Value[]) => values.at(-1)?.end ?? 0

function valueAt(text: string, at: number, listed: boolean): Value {
  const closers = closing[text[at] ?? '']
  if (closers) {
    const end = find(text, at + 1, (letter) => closers.includes(letter))
    const open = end === text.length
    return { at, end: open ? end : end + 1, text: visible(text.slice(at + 1, end)), quoted: true, open }
  }
  const end = find(
    text,
    at,
    (letter) => blank.test(letter) || letter in closing || (listed && letter === ','),
  )
  return { at, end, text: visible(text.slice(at, end)), quoted: false, open: false }
}

function find(text: string, from: number, wanted: (letter: string) => boolean) {
  for (let at = from; at < text.length; at += 1) if (wanted(text[at] ?? '')) return at
  return text.length
}

function after(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  pattern.test(text)
  return pattern.lastIndex
}

/** What turns the reading direction, joins or pads is nothing that one searches for; half a character cannot be sent. */
export const visible = (text: string) =>
  text
    .replace(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .toWellFormed()
    .trim()
