import { z } from 'zod'
import { optional, publicName } from '@/lib/text'
import { refid } from '@/lib/tickets/refid'
import { priorities, statuses } from '@/lib/tickets/ticket'
import { uidShape } from '@/lib/uid'

const orNone = (schema: z.ZodType<string, string>) =>
  optional(schema.transform((name) => (name === 'none' ? null : name)))

/** Of the fields of a ticket that are to be put back, how each was: by its public name, or `none`. */
export const undoForm = z.object({
  ref: refid,
  status: optional(z.enum(statuses)),
  priority: optional(z.enum(priorities)),
  assignee: orNone(publicName),
  team: orNone(z.union([z.literal('none'), uidShape()])),
  category: orNone(publicName),
})

export type Was = Partial<Omit<z.output<typeof undoForm>, 'ref'>>
