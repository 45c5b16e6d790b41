import type { ReactNode } from 'react'

/** The words, with each reference in one piece: a browser would break it at its dash. */
export const unbroken = (words: string): ReactNode =>
  words.split(/\b(SUP-[0-9A-Z]{8})\b/).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same words are in the same place
      <span key={place} className="whitespace-nowrap">
        {part}
      </span>
    ),
  )
