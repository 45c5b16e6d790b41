import { z } from 'zod'

/** Letters, digits, punctuation or symbols that a reader can see. Fillers and blanks only pretend to be. */
const visible = /(?![\u2800\u3164\u115f\u1160\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u

const refusals = (label: string, max: number, oneLine: boolean) => (text: string) =>
  visible.test(text) ? unstorable(label, max, oneLine)(text) : `${label} is empty`

const unstorable = (label: string, max: number, oneLine: boolean) => (text: string) => {
  if (text.length > max)
    return `${label} is too long: ${text.length.toLocaleString('en')} characters, at most ${max.toLocaleString('en')}`
  if (text.includes('\0')) return `${label} contains a NUL character, which cannot be stored`
  if (!text.isWellFormed()) return `${label} contains a broken character (half of a surrogate pair)`
  if (!oneLine) return undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text))
    return `${label} contains a line break or control character`
  if (/[\u202d\u202e]/.test(text)) return `${label} contains a character that reverses the reading direction`
  return undefined
}

const checked = (label: string, max: number, oneLine: boolean) =>
  z
    .string({ error: `${label} is missing` })
    .transform((text) => text.trim())
    .superRefine((text, context) => {
      const message = refusals(label, max, oneLine)(text)
      if (message) context.addIssue({ code: 'custom', message })
    })

/** One line of text a person typed: trimmed, visible, at most `max` UTF-16 units, stored as it is. */
export const line = (label: string, max: number) => checked(label, max, true)

/** Text of many lines (Markdown): trimmed, visible, at most `max` UTF-16 units, line ends as `\n`. */
export const prose = (label: string, max: number) =>
  z
    .string({ error: `${label} is missing` })
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .pipe(checked(label, max, false))

/** Prose that somebody is still writing: kept to the last blank, and empty is fine. */
export const unfinished = (label: string, max: number) =>
  z.string({ error: `${label} is missing` }).superRefine((text, context) => {
    const message = unstorable(label, max, false)(text)
    if (message) context.addIssue({ code: 'custom', message })
  })

const blankAsNone = (text: unknown) => (typeof text === 'string' && text.trim() === '' ? undefined : text)

/** As `line` or `prose`, where an empty field is an answer too. */
export const optional = <Output>(schema: z.ZodType<Output, string>) =>
  z.preprocess(blankAsNone, z.optional(schema))

/** A number as it is typed: an empty field is none, not 0. */
export const typed = <Output>(number: z.ZodType<Output>) => z.preprocess(blankAsNone, number)

/** An address or a slug, by which a page names a person or a category; nothing else reaches the database. */
export const publicName = z
  .string()
  .max(320)
  .regex(/^[!-~]+$/, 'There is nothing of this name')

/** Words to search for, from an address: what PostgreSQL cannot take is left out, the rest cut at `max`. */
export const searchable = (max = 200) =>
  z.string().transform((text) => text.slice(0, max).replaceAll('\0', '').toWellFormed().trim())
