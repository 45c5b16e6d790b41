import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Agent } from '@/lib/viewer'

/** A customer whose name or address matches. */
export interface FoundCustomer {
  readonly id: number
  readonly uid: string
  readonly name: string
  readonly email: string
  readonly organization: string | null
  readonly live: number
  /** Each word stands in the name or the address as it was typed. */
  readonly exact: boolean
}

const mostCandidates = 400
const shortest = 3

/**
 * Customers by name and address, best first: parts of words, and words with a slip in them. Nothing for fewer than three letters,
 * which are in every other name.
 */
export async function findCustomers(
  _agent: Agent,
  text: string,
  limit: number,
): Promise<readonly FoundCustomer[]> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (Math.max(0, ...words.map(({ length }) => length)) < shortest) return []
  const contained = sql.join(
    words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return sql`(p.name ilike ${pattern} or p.email::text ilike ${pattern})`
    }),
    sql` and `,
  )
  return db.execute<FoundCustomer & Record<string, unknown>>(sql`
    with exact as materialized (
      select p.id, p.name, p.email from people p where p.role = 'customer' and ${contained} limit ${mostCandidates}
    ), alike as materialized (
      select p.id, p.name, p.email from people p
      where p.role = 'customer' and (${text} <% p.name or ${text} <% (p.email::text)) and not exists (select from exact)
      limit ${mostCandidates}
    ), best as (
      select id, exact, greatest(word_similarity(${text}, name), word_similarity(${text}, email::text)) as alike,
        similarity(${text}, name) as whole
      from (select *, true as exact from exact union all select *, false from alike) found
      order by exact desc, alike desc, whole desc, id desc limit ${limit}
    )
    select p.id, p.uid, p.name, p.email::text as email, o.name::text as organization, best.exact, (
        select count(*)::integer from tickets t where t.requester_id = p.id and t.status in ('open', 'pending', 'on_hold')) as live
    from best join people p on p.id = best.id left join organizations o on o.id = p.organization_id
    order by exact desc, alike desc, whole desc, p.id desc`)
}
