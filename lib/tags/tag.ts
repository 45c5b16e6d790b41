import { z } from 'zod'
import { keptTag } from './kept'

/** At most so many tags on one ticket. */
export const mostTags = 20

export const tagName = z
  .string()
  .max(200, 'A tag is at most 40 characters long')
  .transform(keptTag)
  .pipe(
    z
      .string()
      .min(1, 'A tag has at least one letter')
      .max(40, 'A tag is at most 40 characters long')
      .regex(
        /^[\p{L}\p{M}\p{N}]+([-_.:][\p{L}\p{M}\p{N}]+)*$/u,
        'A tag holds letters, digits and dashes only',
      ),
  )
