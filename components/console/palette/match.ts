import { operatorNamed } from '@/lib/search/operators'

/** How well words fit what was typed: the higher, the better. Null: not at all. Case and accents do not matter. */
export function likeness(typed: string, words: string): number | null {
  const wanted = plain(typed).split(' ').filter(Boolean)
  if (wanted.length === 0) return 0
  if (asksForTickets(typed)) return null
  const text = plain(words)
  const all = text.split(' ').filter(Boolean)
  if (text.startsWith(wanted.join(' '))) return 4
  if (wanted.every((one) => all.some((word) => word.startsWith(one)))) return 3
  const letters = wanted.join('')
  if (isInitials(letters, all)) return 2
  return wanted.every((one) => text.includes(one)) ? 1 : null
}

/** `priority:` is no action. */
const asksForTickets = (typed: string) =>
  [...typed.matchAll(/(?:^|\s)-?(\p{L}+):/gu)].some(([, name = '']) => operatorNamed(name))

/** `goun` for "go to unassigned": each letter begins a word or goes on in the one before; words may be left out. */
function isInitials(letters: string, words: readonly string[]): boolean {
  if (letters === '') return true
  return words.some((word, place) =>
    prefixes(letters, word).some((length) => isInitials(letters.slice(length), words.slice(place + 1))),
  )
}

/** How many of the letters the word begins with: 1, 2 … */
function prefixes(letters: string, word: string): readonly number[] {
  const lengths: number[] = []
  for (let length = 1; length <= letters.length && word.startsWith(letters.slice(0, length)); length++)
    lengths.push(length)
  return lengths
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
