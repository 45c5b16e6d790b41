import { and, asc, desc, eq, gt, lt, ne, notInArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { tags } from '@/db/schema'
import { inMacros } from '@/lib/canned/adding-tag'
import { Missing, Refused } from '@/lib/errors'
import { anywhere } from '@/lib/like'
import { type Asked, type Page, pageOf } from '@/lib/page'
import { policiesNaming } from '@/lib/sla/policies/naming'
import type { Admin, System } from '@/lib/viewer'
import { readTag } from './read'
import { type TagRow, tagName } from './tag'

const pageSize = 50

/** Tags by name, a page at a time: all, those with these letters, or those that nobody uses. */
export async function tagPage(
  _: Admin | System,
  { q, after, before, unused = false }: Asked & { readonly unused?: boolean },
): Promise<Page<TagRow>> {
  const naming = await policiesNaming(db, 'tags')
  const backwards = after === undefined && before !== undefined
  const rows = await db
    .select(columns)
    .from(tags)
    .where(
      and(
        q ? sql`${tags.name} like ${anywhere(q.toLowerCase().replace(/\s+/g, '-'))}` : undefined,
        unused ? sql`not exists (select from ticket_tags b where b.tag_id = ${tags.id})` : undefined,
        unused ? sql`${inMacros} = 0` : undefined,
        unused && naming.size > 0 ? notInArray(tags.id, [...naming.keys()]) : undefined,
        after !== undefined ? gt(tags.name, after) : undefined,
        backwards ? lt(tags.name, before) : undefined,
      ),
    )
    .orderBy(backwards ? desc(tags.name) : asc(tags.name))
    .limit(pageSize + 1)
  return pageOf(
    rows.map(({ id, ...row }) => ({ ...row, policies: naming.get(id) ?? [] })),
    pageSize,
    { after, before },
    ({ name }) => name,
  )
}

/** Throws Missing. */
export async function tagByName(_: Admin | System, name: string): Promise<TagRow> {
  const [[row], naming] = await Promise.all([
    tagName.safeParse(name).data === name ? db.select(columns).from(tags).where(eq(tags.name, name)) : [],
    policiesNaming(db, 'tags'),
  ])
  if (!row) throw new Missing('Tag not found')
  const { id, ...tag } = row
  return { ...tag, policies: naming.get(id) ?? [] }
}

/** More than anybody looks through to choose one. */
const mostOthers = 500

/** The names of other tags, for a form that asks for one. */
export async function otherTags(_: Admin | System, name: string) {
  const rows = await db
    .select({ name: tags.name })
    .from(tags)
    .where(ne(tags.name, name))
    .orderBy(asc(tags.name))
    .limit(mostOthers)
  return rows.map((row) => row.name)
}

/** Another tag that one is to be merged into, and how many tickets bear both. Throws Refused (`into`). */
export async function otherTag(_: Admin | System, name: string, into: string) {
  const target = readTag(into, 'into')
  if (target === name) throw new Refused('A tag cannot be merged into itself', 'into')
  const [other] = await db.execute<{ name: string; both: number }>(sql`
    select o.name, (
      select count(*) from ticket_tags b join tags g on g.id = b.tag_id
      where g.name = ${name} and exists (select from ticket_tags t where t.ticket_id = b.ticket_id and t.tag_id = o.id)) as both
    from tags o where o.name = ${target}`)
  if (!other) throw new Refused(`There is no tag “${target}”`, 'into')
  return other
}

const columns = {
  id: tags.id,
  name: tags.name,
  tickets: sql<number>`(select count(*) from ticket_tags b where b.tag_id = ${tags.id})`,
  macros: inMacros,
}
