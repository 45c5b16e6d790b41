import { z } from 'zod'
import { mostTags, tagName } from '@/lib/tags/tag'
import { optional, publicName } from '@/lib/text'
import { refid } from '@/lib/tickets/refid'
import { priorities, statuses } from '@/lib/tickets/ticket'
import { uidShape } from '@/lib/uid'
import type { BulkWish } from './action'
import { mostTickets, tickets } from './run'

/** Of ten thousand references with their commas, and one more: that one is told what is too many. */
const longest = (mostTickets + 1) * 13

const tagNames = z.array(tagName).max(mostTags, `A ticket bears at most ${mostTags} tags`)

const bulkWish = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('assign'), to: publicName.nullable() }),
    z.object({ kind: z.literal('team'), to: uidShape().nullable() }),
    z.object({ kind: z.literal('category'), to: publicName.nullable() }),
    z.object({ kind: z.literal('status'), to: z.enum(statuses) }),
    z.object({ kind: z.literal('priority'), to: z.enum(priorities) }),
    z.object({ kind: z.literal('macro'), to: uidShape() }),
    z
      .object({ kind: z.literal('tags'), add: tagNames, remove: tagNames })
      .refine(({ add, remove }) => add.length + remove.length > 0, 'Choose a tag to add or to remove')
      .refine(
        ({ add, remove }) => !add.some((name) => remove.includes(name)),
        'A tag cannot be added and removed at once',
      ),
  ],
  { error: 'This cannot be done to many tickets at once' },
) satisfies z.ZodType<BulkWish>

const json = z
  .string()
  .max(5_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'This is no action' })
      return z.NEVER
    }
  })

const references = z
  .string()
  .max(longest, `At most ${tickets(mostTickets)} are changed at once`)
  .transform((text) => text.split(','))
  .pipe(z.array(refid))

/** What a page asks to be done to many tickets. */
export const bulkForm = z.object({
  submission: uidShape(),
  /** JSON. */
  action: json.pipe(bulkWish),
  /** References with commas between them. */
  tickets: optional(references),
  /** In their place: the address of a queue, behind its question mark. */
  matching: z
    .string()
    .max(5_000)
    .transform((search) => paramsOf(new URLSearchParams(search)))
    .optional(),
  agreed: optional(z.string().max(10).transform(Number)),
})

/** What a page asks to be done to one ticket. */
export const oneForm = bulkForm.pick({ submission: true, action: true }).extend({ ref: refid })

/** Of a parameter that is there twice the first counts, as on the page of the queue. */
export const paramsOf = (search: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...search].toReversed())
