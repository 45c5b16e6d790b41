import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { anywhere } from '@/lib/like'
import { nameLike } from '@/lib/name-like'
import type { Agent } from '@/lib/viewer'

const most = 8

export interface SuggestedCustomer {
  readonly email: string
  readonly name: string
  readonly organization: string | null
}

/** Active customers in whose name or address the words stand, those who wrote last first. */
export async function suggestedCustomers(_: Agent, words: string): Promise<readonly SuggestedCustomer[]> {
  if (words.trim() === '') return []
  const pattern = anywhere(words.trim())
  const rows = await db.execute<{ email: string; name: string; organization: string | null }>(sql`
    select p.email, p.name, o.name as organization
    from people p left join organizations o on o.id = p.organization_id
    where p.role = 'customer' and p.deactivated_at is null and (${nameLike(sql`p.name`, pattern)} or p.email::text ilike ${pattern})
    order by (select max(t.id) from tickets t where t.requester_id = p.id) desc nulls last, p.id
    limit ${most}`)
  return [...rows]
}
