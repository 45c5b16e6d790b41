import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'

/** Tells people of the staff of an event, each once. Who has left in the meantime is not told. */
export const notify = (tx: Tx, people: readonly number[], event: { readonly id: number }) =>
  tx.execute(sql`
    insert into notifications (person_id, event_id)
    select id, ${event.id} from people
    where id = any(${sql.param(`{${people.join()}}`)}::bigint[]) and role <> 'customer' and deactivated_at is null
    order by id
    on conflict do nothing`)
