import { listed } from '@/lib/listed'
import { codeIn } from './code'

/** What stands in canned replies in double braces, and what it says of. */
export const placeholders = {
  'customer.name': 'The customer’s name',
  'customer.first_name': 'Its first word',
  'customer.email': 'Their address',
  'ticket.refid': 'The ticket’s reference',
  'ticket.subject': 'Its subject',
  'ticket.status': 'Its status, as the customer reads it',
  'agent.name': 'Your name',
  'agent.first_name': 'Its first word',
  'organization.name': 'For whom the customer works',
  'workspace.name': 'Who we are',
} as const

export type Placeholder = keyof typeof placeholders

/** What is known; what is not, stays to be filled in by a person. */
export type Values = Readonly<Partial<Record<Placeholder, string>>>

/** A place to be filled in: from its first brace to behind its last. */
export interface Blank {
  readonly start: number
  readonly end: number
  /** What stands between the braces. */
  readonly words: string
}

/**
 * The blanks of a text, in order. Outside of code: what stands there is said as it is. Elsewhere a backslash before the first
 * brace makes it plain text, as Markdown itself reads it.
 */
export function blanks(text: string): readonly Blank[] {
  if (!text.includes('{{')) return []
  const code = codeIn(text)
  let place = 0
  /** Asked from the beginning to the end, so that all of it is gone through once. */
  const isCode = (at: number) => {
    while ((code[place]?.end ?? at + 1) <= at) place += 1
    return (code[place]?.start ?? at + 1) <= at
  }
  return [...text.matchAll(blank)]
    .map(({ index, 1: slashes = '', 2: words = '', 0: found }) => ({
      start: index + slashes.length,
      end: index + found.length,
      words: words.trim(),
    }))
    .filter(({ start }) => !isCode(start))
}

/** An even number of backslashes are themselves; an odd one takes the meaning of the brace. */
const blank = /(?<!\\)((?:\\\\)*)\{\{([^{}\n]{0,200})\}\}/g

/** A text with what is known in its blanks, in one pass: what is put in is never read again. */
export function fill(text: string, values: Values): string {
  let [filled, from] = ['', 0]
  for (const { start, end, words } of blanks(text)) {
    const value = isPlaceholder(words) ? values[words] : undefined
    if (value === undefined) continue
    const said = words === 'customer.email' ? linked(value) : escaped(value)
    filled += text.slice(from, start) + said
    from = end
  }
  return filled + text.slice(from)
}

export const isPlaceholder = (words: string): words is Placeholder => Object.hasOwn(placeholders, words)

/** Words of somebody else as Markdown that says them and does nothing: no format, no link, no blank, no line of its own. */
export const escaped = (words: string) =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<~|{&@]/g, '\\$&')
    // Of these Markdown makes links of addresses that nobody marked as one.
    .replace(/:(?=\/)|(?<=[^\s\\])\.(?=\p{L})/gu, '\\$&')
    // At the beginning of a line these would make a heading, a list or a quotation.
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')

/** An address as Markdown that links to it. */
const linked = (email: string) => (/^[\w.+-]+@[\w.-]+$/.test(email) ? `<${email}>` : escaped(email))

/** The first of somebody's names, as letters begin with it. */
export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

/** What placeholders say wherever somebody writes. */
export const writerValues = (agent: { readonly name: string }, workspace: string) =>
  ({
    'agent.name': agent.name,
    'agent.first_name': firstName(agent.name),
    'workspace.name': workspace,
  }) satisfies Values

/** What is to be filled in, in words: `{{invoice number}} and {{date}}`. */
export const blankWords = (open: readonly Blank[]) =>
  listed([...new Set(open.map(({ words }) => `{{${words}}}`))])
