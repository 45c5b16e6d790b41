import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'
import { heldWithRules } from './load'

export const batch = 500

/** The next tickets that are not over, by their keys, with the rules in force. */
export async function liveAfter(
  reader: Pick<Tx, 'execute' | 'select'>,
  after: number,
  { most = batch, locked = false }: { readonly most?: number; readonly locked?: boolean } = {},
) {
  const rows = await reader.execute<{ id: number }>(sql`
    select id from tickets where status in ('open', 'pending', 'on_hold') and id > ${after} order by id limit ${most}
    ${locked ? sql`for no key update` : sql``}`)
  return heldWithRules(
    reader,
    rows.map(({ id }) => id),
  )
}
