import { behindWords, readBehind } from './behind'
import { hourInWords, periodInWords } from './words'

/** `Resolved 1 – 30 Nov 2026 by Ana`; `nameOf` tells whose an address is. */
export function behindInWords(text: string, nameOf: (email: string) => string) {
  const number = readBehind(text)
  if (!number) return 'Behind a number that is not there'
  const { what, period, by, hour, score } = number
  return [
    behindWords[what],
    what === 'backlog'
      ? `at the end of ${periodInWords({ from: period.to, to: period.to })}`
      : periodInWords(period),
    hour !== undefined && hourInWords(hour),
    score !== undefined && `with ${score}`,
    by && `by ${nameOf(by)}`,
  ]
    .filter(Boolean)
    .join(' ')
}
