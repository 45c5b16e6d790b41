import { eq } from 'drizzle-orm'
import { tags } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'
import { tagName } from './tag'

/** A tag's name as somebody writes it, in the way in which it is kept. Throws Refused at `field`. */
export function readTag(text: string, field: string) {
  const read = tagName.safeParse(text)
  if (!read.success) throw new Refused(read.error.issues[0]?.message ?? 'This is no tag', field)
  return read.data
}

/** The tag of this name; whoever puts it on a ticket meanwhile waits until the transaction ends. Throws Missing. */
export async function heldTag(tx: Tx, name: string) {
  const [tag] = await tx
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(eq(tags.name, name))
    .for('update')
  if (!tag) throw new Missing(`There is no tag “${name}” any more`)
  return tag
}
