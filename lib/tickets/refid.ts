import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Missing } from '@/lib/errors'

/** Crockford base32: no I, L, O or U, so that a reference survives being read aloud. */
export const refidLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const wholeLetters = new RegExp(`^[${refidLetters}]{8}$`)
const begunLetters = new RegExp(`^[${refidLetters}]{3,7}$`)

/** `SUP-` and 40 random bits from the system's generator; the unique index decides whether it is free. */
export function makeRefid() {
  const bits = randomBytes(5).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const letters = Array.from(
    { length: 8 },
    (_, place) => refidLetters[Number((bits >> BigInt(35 - 5 * place)) & 31n)],
  )
  return `SUP-${letters.join('')}`
}

/**
 * The reference as we write it, from the ways people write it: any case, without the dash or the prefix, O for 0, I or L
 * for 1. Null: it cannot be one.
 */
export function readRefid(text: string): string | null {
  const letters = lettersOfRefid(text)
  return wholeLetters.test(letters) ? `SUP-${letters}` : null
}

/** All references between two, as every database sorts them. */
export interface RefidRange {
  readonly first: string
  readonly last: string
}

/**
 * The references that begin with what was typed. Null: it begins none, as a word or a number does that does not say so with
 * its prefix.
 */
export function readBegunRefid(text: string): RefidRange | null {
  const isOne = hasRefidPrefix(text) || /^(?=.*\d)(?=.*\p{L})\S{4,}$/u.test(text.trim())
  const letters = lettersOfRefid(text)
  if (!isOne || !begunLetters.test(letters)) return null
  return { first: `SUP-${letters.padEnd(8, '0')}`, last: `SUP-${letters.padEnd(8, 'Z')}` }
}

/** What an address names a ticket by. */
export interface AddressedTicket {
  readonly refid: string
}

/** The same of a ticket's address. Throws Missing where it cannot be one. */
export function refidOf({ refid }: AddressedTicket): string {
  const read = readRefid(refid)
  if (!read) throw new Missing()
  return read
}

/** The references of a list in an address: `SUP-1...,SUP-2...`. What is none is left out, and so is what is too much. */
export const readRefids = (text: string | null | undefined): readonly string[] => [
  ...new Set(
    (text ?? '')
      .slice(0, 2_000)
      .split(',')
      .filter((word) => refid.safeParse(word).success)
      .slice(0, 100),
  ),
]

/** Whether it says of itself that it is a reference. */
export const hasRefidPrefix = (text: string) => /^\s*#?SUP[-\s]/i.test(text)

/** What stands behind the prefix, in our letters where they are only another way to write them. */
export const lettersOfRefid = (text: string) =>
  text
    .trim()
    .toUpperCase()
    .replace(/^#?(SUP[-\s]?)?/, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/** A reference in an address or a form. */
export const refid = z.string().regex(new RegExp(`^SUP-[${refidLetters}]{8}$`))

/** A reference as somebody types it. */
export const typedRefid = z.string().transform((text, context) => {
  const read = readRefid(text)
  if (read) return read
  context.addIssue({
    code: 'custom',
    message: 'Enter a reference like SUP-7K2M9QXD, or choose a ticket of the list',
  })
  return z.NEVER
})
