import { z } from 'zod'
import { macroActions } from '@/lib/canned/form'
import { afterReply } from '@/lib/messages/message'
import { unfinished } from '@/lib/text'
import { bodyLimit } from '@/lib/tickets/ticket'
import { uidPattern, uidShape } from '@/lib/uid'

export const writingModes = z.enum(['reply', 'note'])

/** As `versionOf` writes it. */
export const draftVersion = z
  .string()
  .regex(new RegExp(`^${uidPattern}/\\d{1,9}$`), 'This is no version of a draft')

/** Who writes, by their address, as the page says it. */
export const writer = z.string().max(320)

/** A draft as a page sends it. */
export const draftToSave = z.object({
  mode: writingModes,
  writer,
  body: unfinished('This draft', bodyLimit),
  becomes: z.enum(afterReply).nullable().default(null),
  actions: macroActions.optional(),
  submission: uidShape(),
  turn: z.int().min(1).max(999_999_999),
  seen: draftVersion.nullable().default(null),
})
