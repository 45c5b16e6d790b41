/** What is written and what of it is selected. */
export interface Selected {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Replace what lies between `from` and `to` by `insert`, then select `start` to `end`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly start: number
  readonly end: number
}

export const formats = ['bold', 'italic', 'link', 'list', 'quote', 'code'] as const
export type Format = (typeof formats)[number]

/** What a format makes of the selection; on what has it already, it is taken off. */
export function formatted(format: Format, at: Selected): Edit {
  switch (format) {
    case 'bold':
      return wrapped(at, '**')
    case 'italic':
      return wrapped(at, '_')
    case 'code':
      return picked(at).includes('\n') ? fenced(at) : wrapped(at, '`')
    case 'link':
      return linked(at)
    case 'list':
      return prefixed(at, '- ')
    case 'quote':
      return prefixed(at, '> ')
  }
}

/** An address that is pasted over words makes a link of them. Null: it is pasted as it is. */
export function pastedLink(at: Selected, pasted: string): Edit | null {
  const words = picked(at)
  if (!words || words.includes('\n') || isAddress(words) || !isAddress(pasted)) return null
  return over(at, `[${words}](${pasted.trim()})`)
}

/** The words of a message as a quotation, and room to answer below. */
export const quotation = (words: string) =>
  `${words
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')}\n\n`

/** Puts a block of its own at the caret, apart from what stands before it. */
export function block({ text, end }: Selected, insert: string): Edit {
  const before = text.slice(0, end)
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const caret = end + gap.length + insert.length
  return { from: end, to: end, insert: gap + insert, start: caret, end: caret }
}

/** Calls up the list of canned replies behind what is selected. */
export function slash({ text, end }: Selected): Edit {
  const insert = /(?:^|\s)$/.test(text.slice(0, end)) ? '/' : ' /'
  return { from: end, to: end, insert, start: end + insert.length, end: end + insert.length }
}

const picked = ({ text, start, end }: Selected) => text.slice(start, end)

const over = ({ start, end }: Selected, insert: string): Edit => ({
  from: start,
  to: end,
  insert,
  start: start + insert.length,
  end: start + insert.length,
})

function wrapped(at: Selected, mark: string): Edit {
  const { text, start, end } = at
  const long = mark.length
  const outside = text.slice(start - long, start) === mark && text.slice(end, end + long) === mark
  if (outside && start >= long)
    return {
      from: start - long,
      to: end + long,
      insert: picked(at),
      start: start - long,
      end: end - long,
    }
  // A mark beside a blank is no mark.
  const words = picked(at).trim()
  const lead = picked(at).indexOf(words)
  const [from, to] = [start + lead, start + lead + words.length]
  return { from, to, insert: `${mark}${words}${mark}`, start: from + long, end: to + long }
}

function fenced(at: Selected): Edit {
  const [from, to] = lines(at)
  const body = at.text.slice(from, to)
  const insert = `\`\`\`\n${body}\n\`\`\``
  return { from, to, insert, start: from + 4, end: from + 4 + body.length }
}

function linked(at: Selected): Edit {
  const words = picked(at)
  if (isAddress(words)) return { ...over(at, `[](${words})`), start: at.start + 1, end: at.start + 1 }
  const address = 'https://'
  const begin = at.start + words.length + 3
  return { ...over(at, `[${words}](${address})`), start: begin, end: begin + address.length }
}

function prefixed(at: Selected, mark: string): Edit {
  const [from, to] = lines(at)
  const present = at.text.slice(from, to).split('\n')
  const off = present.every((line) => line.startsWith(mark))
  const insert = present.map((line) => (off ? line.slice(mark.length) : `${mark}${line}`)).join('\n')
  return { from, to, insert, start: from + insert.length, end: from + insert.length }
}

/** The whole lines that the selection touches. */
function lines({ text, start, end }: Selected): readonly [from: number, to: number] {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  return [from, next === -1 ? text.length : next]
}

const isAddress = (words: string) => /^(?:https?:\/\/|mailto:)\S+$/i.test(words.trim())
