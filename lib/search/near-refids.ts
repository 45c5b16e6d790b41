import { hasRefidPrefix, lettersOfRefid, refidLetters } from '@/lib/tickets/refid'

const alphabet = [...refidLetters]

/**
 * All references that are one slip away from what was typed: a letter wrong, missing or too many, or two neighbours
 * swapped. None where it does not look like a reference: it has neither our prefix nor a digit among its letters.
 */
export function nearRefids(text: string): readonly string[] {
  const letters = lettersOfRefid(text)
  const looksLikeOne = hasRefidPrefix(text) || /\d/.test(text)
  if (!looksLikeOne || !/^[0-9A-Z]{7,9}$/.test(letters)) return []
  const near = slips(letters).filter(
    (one) => one !== letters && [...one].every((letter) => refidLetters.includes(letter)),
  )
  return [...new Set(near)].map((one) => `SUP-${one}`)
}

function slips(letters: string): readonly string[] {
  const places = Array.from({ length: letters.length + 1 }, (_, place) => place)
  const put = (place: number, middle: string, skipped: number) =>
    letters.slice(0, place) + middle + letters.slice(place + skipped)
  switch (letters.length) {
    case 7:
      return places.flatMap((place) => alphabet.map((letter) => put(place, letter, 0)))
    case 9:
      return places.slice(0, 9).map((place) => put(place, '', 1))
    default:
      return places
        .slice(0, 8)
        .flatMap((place) => [
          ...alphabet.map((letter) => put(place, letter, 1)),
          ...(place < 7 ? [put(place, `${letters[place + 1]}${letters[place]}`, 2)] : []),
        ])
  }
}
