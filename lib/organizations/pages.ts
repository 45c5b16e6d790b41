import { and, asc, desc, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations, people } from '@/db/schema'
import { anywhere } from '@/lib/like'
import { nameLike } from '@/lib/name-like'
import { type Asked, type Page, type Place, pageOf, placeByUid } from '@/lib/page'
import { countedLive } from '@/lib/tickets/counted'
import type { Agent, System } from '@/lib/viewer'
import type { Member, Organization } from './organization'
import { byName, organizationRows } from './rows'

const pageSize = 50
const membersOnPage = 25

/** Organizations by name, a page at a time: all, or those with these letters. A page begins behind or before a uid. */
export async function organizationPage(
  _: Agent | System,
  { q, ...asked }: Asked,
): Promise<Page<Organization>> {
  const place = placeByUid(asked)
  const backwards = place.before !== undefined
  const read = await organizationRows(
    and(
      q ? nameLike(sql`${organizations.name}::text`, anywhere(q)) : undefined,
      place.after ? sql`${byName} > ${nameOf(place.after)}` : undefined,
      place.before ? sql`${byName} < ${nameOf(place.before)}` : undefined,
    ),
    backwards,
    pageSize + 1,
  )
  return pageOf(read, pageSize, place, ({ uid }) => uid)
}

/** Its customers by name, a page at a time. */
export async function membersOf(_: Agent | System, uid: string, asked: Place): Promise<Page<Member>> {
  const place = placeByUid(asked)
  const backwards = place.before !== undefined
  const read = await db
    .select({
      uid: people.uid,
      name: people.name,
      email: people.email,
      deactivatedAt: people.deactivatedAt,
      openTickets: sql<number>`(
        select count(*) from tickets t where t.requester_id = ${people}.id and ${countedLive(sql`t`)})`,
    })
    .from(people)
    .where(
      and(
        sql`${people.organizationId} = (select o.id from organizations o where o.uid = ${uid})`,
        place.after ? sql`(${memberName}, ${people.id}) > ${person(place.after)}` : undefined,
        place.before ? sql`(${memberName}, ${people.id}) < ${person(place.before)}` : undefined,
      ),
    )
    .orderBy(...(backwards ? [desc(memberName), desc(people.id)] : [asc(memberName), asc(people.id)]))
    .limit(membersOnPage + 1)
  return pageOf(read, membersOnPage, place, (one) => one.uid)
}

const memberName = sql`${people.name} collate "und-x-icu"`

const nameOf = (uid: string) => sql`(select c.name::text from organizations c where c.uid = ${uid})`
const person = (uid: string) =>
  sql`((select c.name from people c where c.uid = ${uid}), (select c.id from people c where c.uid = ${uid}))`
