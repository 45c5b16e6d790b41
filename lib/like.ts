// Patterns for LIKE and ILIKE, in which what has a meaning in patterns stands for itself.

/** These letters anywhere. */
export const anywhere = (words: string) => `%${verbatim(words)}%`

/** These letters first. */
export const startsWith = (words: string) => `${verbatim(words)}%`

/** These letters last. */
export const endsWith = (words: string) => `%${verbatim(words)}`

const verbatim = (words: string) => words.replace(/[\\%_]/g, '\\$&')
