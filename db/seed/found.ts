import { eq, lt, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, notifications, people, settings, tickets } from '@/db/schema'
import { demoPassword } from '@/lib/auth/demo-password'
import { hashPassword } from '@/lib/auth/password'
import { createCategory } from '@/lib/categories/create'
import { editCategory } from '@/lib/categories/edit'
import { allCategories } from '@/lib/categories/find'
import { at } from '@/lib/clock'
import { Refused } from '@/lib/errors'
import { insertPerson } from '@/lib/people/add-person'
import { changeSettings } from '@/lib/settings/change'
import { currentSettings } from '@/lib/settings/find'
import { reconsiderKeys } from '@/lib/sla/reconsider-later'
import { inTransaction } from '@/lib/transaction'
import { isAdmin, system, type Viewer } from '@/lib/viewer'
import { writeCanned } from './canned'
import { admin, categories, company, retiredCategory, staff } from './company'
import { customer, customers, other } from './customers'
import { group, teamsByName } from './groups'
import { promise } from './promises'
import { day, later } from './story'
import type { Told } from './tell'

/** A row among the settings that no setting reads: since when the demo company exists, and whether it is complete. */
const marker = 'demo'

interface Founding {
  readonly began: string
  readonly done: boolean
}

/** Throws where somebody else's helpdesk is in the database: nobody wants made-up tickets between real ones. */
export async function found(now: Date): Promise<Founding> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, marker))
  if (row) return row.value as Founding
  const began = { began: now.toISOString(), done: false }
  const passwordHash = await hashPassword(demoPassword, admin)
  await at(later(now, -200 * day), () =>
    inTransaction(async (tx) => {
      const [someone] = await tx.select({ id: people.id }).from(people).limit(1)
      if (someone)
        throw new Refused(
          'This database holds a helpdesk already, and the demo company is not added to it. Start it with `npm start`, or choose another DATA_DIR or DATABASE_URL for the demo.',
        )
      for (const { name, email, role, timeZone } of staff)
        await insertPerson(tx, system, {
          name,
          email,
          role,
          timeZone,
          passwordHash: login(email, passwordHash),
        })
      for (const { name, email, timeZone } of [customer, other, ...customers])
        await insertPerson(tx, system, {
          name,
          email,
          role: 'customer',
          timeZone,
          passwordHash: login(email, passwordHash),
        })
      await tx.insert(settings).values({ key: marker, value: began })
    }),
  )
  return began
}

/** Only the demo logins have a password; the others cannot sign in. */
const login = (email: string, passwordHash: string) => (email.endsWith('@demo.test') ? passwordHash : null)

export const complete = (founding: Founding) =>
  db
    .update(settings)
    .set({ value: { ...founding, done: true } })
    .where(eq(settings.key, marker))

/** Name, time zone, categories, teams, organizations and promises, as an admin would have set them. Does only what is not done yet. */
export const furnish = (now: Date) =>
  at(later(now, -199 * day), async () => {
    if ((await currentSettings()).workspaceName !== company.workspaceName)
      await changeSettings(system, company)
    const there = new Set((await allCategories()).map(({ slug }) => slug))
    for (const [index, category] of categories.entries()) {
      if (!there.has(category.slug)) await createCategory(system, { ...category, displayOrder: index + 1 })
    }
    await group()
    await promise()
    await writeCanned(await teamsByName())
  })

export async function peopleByEmail() {
  const rows = await db
    .select({
      id: people.id,
      role: people.role,
      name: people.name,
      email: people.email,
      timeZone: people.timeZone,
    })
    .from(people)
  return new Map<string, Viewer>(rows.map((person) => [person.email, person]))
}

/** Nobody files in it any more; its old tickets stay. */
export async function retire(moment: Date, everybody: ReadonlyMap<string, Viewer>) {
  const category = (await allCategories()).find(({ slug }) => slug === retiredCategory)
  const helen = everybody.get(admin.email)
  if (!category?.active || !helen || !isAdmin(helen)) return
  const { id: _, ...fields } = category
  await at(moment, () => editCategory(helen, retiredCategory, { ...fields, active: false, displayOrder: 90 }))
}

/** How far each ticket has been told: its last event is the last step that was taken. */
export async function toldBefore(): Promise<Told> {
  const rows = await db
    .select({
      submission: tickets.submission,
      refid: tickets.refid,
      last: sql<string>`max(${events.at})`.mapWith((text) => new Date(text)),
    })
    .from(tickets)
    .innerJoin(events, eq(events.ticketId, tickets.id))
    .groupBy(tickets.id)
  return new Map(
    rows.flatMap(({ submission, refid, last }) => (submission ? [[submission, { refid, last }]] : [])),
  )
}

/**
 * The jobs of what is history: the resolutions of tickets that are closed or open again, and the promises, which were there
 * before the tickets.
 */
export const forgetOldJobs = () =>
  db.execute(sql`
    ${sql.join(
      reconsiderKeys(null).map((key) => sql`select graphile_worker.remove_job(${key})`),
      sql` union all `,
    )}
    union all
    select graphile_worker.remove_job('close-resolved:' || ${tickets.id}) from ${tickets} where ${tickets.status} <> 'resolved'`)

/** What they were told before today they have read. */
export const readOldNews = (now: Date) =>
  db
    .update(notifications)
    .set({ readAt: later(now, -day) })
    .where(lt(notifications.createdAt, later(now, -day)))
