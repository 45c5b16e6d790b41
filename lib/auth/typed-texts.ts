import { isUid } from '@/lib/uid'

export interface TypedText {
  readonly name: string
  readonly text: string
}

/** What a form carries along without showing it; a public name of a row is told by its look. */
const carried = new Set(
  'actions agreed becomes draft drawnFor from hours named newest next query ref refid sight version writer'.split(
    ' ',
  ),
)

/** The texts of a posted form that a person has typed or chosen, to be shown to them again; never a password. */
export function typedTexts(form: FormData): readonly TypedText[] {
  return [...form].flatMap(([name, value]) => {
    if (typeof value !== 'string' || name.startsWith('$ACTION') || /password/i.test(name)) return []
    const text = showable(value)
    return text.trim() === '' || carried.has(name) || isUid(text) ? [] : [{ name: showable(name), text }]
  })
}

const showable = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
