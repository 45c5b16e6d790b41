import { z } from 'zod'
import type { NamingPolicy } from '@/lib/sla/policies/naming'
import { keptTag, tagLimit, tooLong } from './kept'

export interface TagRow {
  readonly name: string
  /** How many bear it, closed ones too. */
  readonly tickets: number
  /** How many canned replies put it on tickets. */
  readonly macros: number
  /** Those in use that ask for it or put it on tickets. */
  readonly policies: readonly NamingPolicy[]
}

/** At most so many tags on one ticket. */
export const mostTags = 20

export const tagName = z
  .string()
  .max(200, tooLong)
  .transform(keptTag)
  .pipe(
    z
      .string()
      .min(1, 'A tag has at least one letter')
      .max(tagLimit, tooLong)
      .regex(
        /^[\p{L}\p{M}\p{N}]+([-_.:][\p{L}\p{M}\p{N}]+)*$/u,
        'A tag holds letters, digits and dashes only',
      ),
  )

/** Why a tag cannot be deleted; null: nobody uses it. */
export function whyKept({ tickets, macros, policies }: Pick<TagRow, 'tickets' | 'macros' | 'policies'>) {
  const users = [
    ...(tickets > 0
      ? [tickets === 1 ? '1 ticket bears it' : `${tickets.toLocaleString('en')} tickets bear it`]
      : []),
    ...(macros > 0
      ? [macros === 1 ? '1 canned reply adds it' : `${macros.toLocaleString('en')} canned replies add it`]
      : []),
    ...policies.map(({ name }) => `the policy “${name}” names it`),
  ]
  if (users.length === 0) return null
  return `This tag is in use: ${users.join(', ')}. Merge it into another one instead.`
}
