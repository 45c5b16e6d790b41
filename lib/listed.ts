// By hand: what Intl makes of a list differs between two ICU versions, the server's and the browser's.

/** `Ana`, `Ana and Bo`, `Ana, Bo and Cy`. */
export const listed = (words: readonly string[]) => joined(words, 'and')

/** `low`, `low or high`, `low, high or urgent`. */
export const alternatives = (words: readonly string[]) => joined(words, 'or')

const joined = (words: readonly string[], last: 'and' | 'or') =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
