import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Customer } from '@/lib/viewer'

/** Arrangement for tests: so many messages of a customer, a minute apart, the last an hour ago; `#` stands for their number. */
export const writtenByThem = (
  customer: Customer,
  ticket: { readonly id: number },
  count: number,
  body = 'No. #',
) =>
  db.execute(sql`
    insert into messages (ticket_id, author_id, audience, channel, body, created_at)
    select ${ticket.id}, ${customer.id}, 'everyone', 'portal', replace(${body}, '#', n::text),
      now() - interval '1 hour' - (${count}::integer - n) * interval '1 minute'
    from generate_series(1, ${count}::integer) n`)
