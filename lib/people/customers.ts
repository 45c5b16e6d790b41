import { and, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations, people } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { type Asked, type Page, type Place, pageOf, placeByUid } from '@/lib/page'
import { countedLive } from '@/lib/tickets/counted'
import { isUid } from '@/lib/uid'
import type { Agent, System } from '@/lib/viewer'
import { inNameOrAddress, wordsOf } from './by-letters'
import type { CustomerFacts, CustomerRow } from './customer'

const pageSize = 50

/** So many are sorted at once. Where more have the letters, enough of them stand close together in the alphabet. */
const few = 10_000

/**
 * Customers by name, a page at a time: all, or those in whose name or address each word stands. A page begins behind or
 * before a uid.
 */
export async function customerPage(
  _: Agent | System,
  { q = '', ...asked }: Asked,
): Promise<Page<CustomerRow>> {
  const place = placeByUid(asked)
  const words = wordsOf(q)
  const rows = await db.execute<Stored>(words.length > 0 ? matching(words, place) : all(place))
  return pageOf(rows.map(rowOf), pageSize, place, ({ uid }) => uid)
}

/** Throws Missing for whoever is no customer. */
export async function customerByUid(_: Agent | System, uid: string): Promise<CustomerFacts> {
  if (!isUid(uid)) throw new Missing('Customer not found')
  const [customer] = await db
    .select({
      uid: people.uid,
      name: people.name,
      email: people.email,
      timeZone: people.timeZone,
      createdAt: people.createdAt,
      deactivatedAt: people.deactivatedAt,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
      organization: { uid: organizations.uid, name: organizations.name, notes: organizations.notes },
      openTickets: sql<number>`(
        select count(*) from tickets t where t.requester_id = ${people}.id and ${countedLive(sql`t`)})`,
    })
    .from(people)
    .leftJoin(organizations, eq(organizations.id, people.organizationId))
    .where(and(eq(people.uid, uid), eq(people.role, 'customer')))
  if (!customer) throw new Missing('Customer not found')
  return customer
}

const columns = sql`id, uid, name, email, organization_id, deactivated_at`

const all = (place: Place) => described(place, sql`from people where role = 'customer'`)

/**
 * A statement that is quick for rare words and for common ones, however it is planned: what has the letters is found by the
 * index of letters and sorted where it is little, else met on the way through the alphabet.
 */
function matching(words: readonly string[], place: Place) {
  const fits = sql`role = 'customer' and ${and(...words.map(inNameOrAddress))}`
  return sql`
    with found as materialized (select ${columns} from people where ${fits} limit ${few + 1})
    ${described(
      place,
      sql`from found where (select count(*) from found) <= ${few}`,
      sql`from people where ${fits} and (select count(*) from found) > ${few}`,
    )}`
}

/** The rows of a page out of one or the other of these, in order, with all that the list says of them. */
function described(place: Place, ...sources: readonly SQL[]) {
  const backwards = place.after === undefined && place.before !== undefined
  const uid = place.after ?? place.before
  const order = (of: SQL) =>
    backwards
      ? sql`${of}name collate "und-x-icu" desc, ${of}id desc`
      : sql`${of}name collate "und-x-icu", ${of}id`
  const beyond = uid
    ? sql`and (name collate "und-x-icu", id) ${backwards ? sql`<` : sql`>`} (
        (select c.name from people c where c.uid = ${uid}), (select c.id from people c where c.uid = ${uid}))`
    : sql``
  const pages = sources.map(
    (source) => sql`(select ${columns} ${source} ${beyond} order by ${order(sql``)} limit ${pageSize + 1})`,
  )
  return sql`
    select p.uid, p.name, p.email, o.name as organization, p.deactivated_at as "deactivatedAt",
      t.open as "openTickets", t.last as "activeAt"
    from (${sql.join(pages, sql` union all `)}) p
    left join organizations o on o.id = p.organization_id
    cross join lateral (
      select count(*) filter (where ${countedLive(sql`t`)}) as open, max(t.public_updated_at) as last
      from tickets t where t.requester_id = p.id) t
    order by ${order(sql`p.`)}`
}

type Stored = Omit<CustomerRow, 'deactivatedAt' | 'activeAt'> & {
  deactivatedAt: string | null
  activeAt: string | null
}

const rowOf = ({ deactivatedAt, activeAt, ...row }: Stored): CustomerRow => ({
  ...row,
  deactivatedAt: instant(deactivatedAt),
  activeAt: instant(activeAt),
})

const instant = (text: string | null) => (text === null ? null : new Date(text))
