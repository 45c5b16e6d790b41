import { sql } from 'drizzle-orm'
import { drafts, waitingReplies } from '@/db/schema'
import type { Tx } from '@/lib/transaction'
import type { MacroAction } from './action'

/** What actions name otherwise now, as after a rename or a merge, macros name otherwise too, and what has been begun with them. */
export async function renameInMacros(tx: Tx, kinds: readonly MacroAction['do'][], from: string, to: string) {
  for (const kind of kinds) {
    const action = (name: string) => sql`${JSON.stringify({ do: kind, to: name })}::jsonb`
    const renamed = sql`actions = (
      select jsonb_agg(case when a = ${action(from)} then ${action(to)} else a end order by place)
      from jsonb_array_elements(actions) with ordinality as of_it (a, place))
      where actions @> jsonb_build_array(${action(from)})`
    await tx.execute(sql`update canned_replies set changed_at = moment(), ${renamed}`)
    for (const begun of [drafts, waitingReplies]) await tx.execute(sql`update ${begun} set ${renamed}`)
  }
}
