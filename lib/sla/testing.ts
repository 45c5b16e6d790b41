import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { calendars, calendarVersions, categories, slaPolicies, tickets } from '@/db/schema'
import { at } from '@/lib/clock'
import { customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { ticketByRefid } from '@/lib/tickets/lists'
import type { Channel, Priority } from '@/lib/tickets/ticket'
import type { Viewer } from '@/lib/viewer'
import type { Hours } from './calendar'
import { reconsiderSome } from './reconsider'
import type { Rules, SlaPolicy, Targets } from './sla-policy'
import type { Target } from './target'

/** Of March 2026, in UTC; the 2nd is a Monday. `march(2, '09:00')` */
export const march = (day: number, time: string) =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${time.length === 5 ? `${time}:00` : time}Z`)

/** Monday to Friday, nine to five, in UTC. */
export const office: Hours = {
  timeZone: 'UTC',
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  days: [],
}

export const [hour, minute] = [3600, 60]

/** The same for every priority, in seconds. */
export const always = (targets: Partial<Record<Target, number>>): Targets => ({
  low: targets,
  medium: targets,
  high: targets,
  urgent: targets,
})

/** One policy for every ticket, around the clock. */
export const onePolicy = (terms: Pick<SlaPolicy, 'targets'> & Partial<SlaPolicy>): Rules => ({
  policies: [
    {
      id: 1,
      name: 'Everyone',
      fallback: true,
      retired: false,
      conditions: {},
      calendarVersionId: null,
      pausing: [],
      steps: [],
      ...terms,
    },
  ],
  hoursOf: () => null,
})

let count = 0

/** A calendar with its first version. */
export async function calendar(hours: Hours = office) {
  count += 1
  const [{ id } = { id: 0 }] = await db
    .insert(calendars)
    .values({ name: `Calendar ${count}` })
    .returning({ id: calendars.id })
  return { id, versionId: await newVersion({ id }, hours) }
}

/** What the calendar says from now on. Gives the version's key. */
export async function newVersion({ id }: { readonly id: number }, hours: Hours) {
  const [version] = await db
    .insert(calendarVersions)
    .values({
      calendarId: id,
      hours,
      number: sql`(select count(*) + 1 from calendar_versions where calendar_id = ${id})`,
    })
    .returning({ id: calendarVersions.id })
  return version?.id ?? 0
}

type Terms = Pick<SlaPolicy, 'targets'> &
  Partial<Pick<SlaPolicy, 'pausing' | 'steps'>> & { readonly calendar?: { readonly id: number } }

/** A policy for tickets of a category of its own, so that one test's rules are nobody else's. */
export async function promising({ calendar: counted, ...terms }: Terms) {
  count += 1
  const name = `Promised ${count}`
  const [category = { id: 0, slug: '' }] = await db
    .insert(categories)
    .values({ name, slug: `promised-${count}` })
    .returning({ id: categories.id, slug: categories.slug })
  const [policy = { id: 0 }] = await db
    .insert(slaPolicies)
    .values({
      ...terms,
      name,
      position: count,
      conditions: { categories: [category.id] },
      targets: terms.targets,
      calendarId: counted?.id ?? null,
      ...(terms.pausing && { pausing: [...terms.pausing] }),
    } as typeof slaPolicies.$inferInsert)
    .returning({ id: slaPolicies.id })
  return { ...policy, category }
}

export type Promised = Awaited<ReturnType<typeof promising>>

/** Changes it past the verb that an admin has, and without telling the tickets. */
export const amend = (policy: { readonly id: number }, terms: Partial<Terms>) =>
  db
    .update(slaPolicies)
    .set(terms as Partial<typeof slaPolicies.$inferInsert>)
    .where(eq(slaPolicies.id, policy.id))

/** A ticket that a customer files for themselves, or (`by`) somebody for them. */
export async function filed(
  promised: Promised,
  moment: Date,
  {
    by,
    priority = 'medium',
    channel = 'portal',
  }: { readonly by?: Viewer; readonly priority?: Priority; readonly channel?: Channel } = {},
) {
  const requester = await customer()
  const { id, refid } = await at(moment, () =>
    file(by ?? requester, requester, {
      subject: 'The printer is on fire',
      description: 'Since this morning.',
      priority,
      channel,
      category: promised.category.slug,
    }),
  )
  return { id, refid, requester }
}

/** As it is now, for verbs that want to know what the agent had before their eyes. */
export const now = ({ refid }: { readonly refid: string }) => ticketByRefid(refid)

/** All that a job and those after it do, at once. */
export async function reconsiderAll(job: Parameters<typeof reconsiderSome>[0]) {
  let changed = 0
  for (let after: number | null = 0; after !== null; ) {
    const some: Awaited<ReturnType<typeof reconsiderSome>> = await reconsiderSome({ ...job, after })
    changed += some.changed
    after = some.next
  }
  return changed
}

interface Row {
  [column: string]: unknown
  readonly target: Target
  readonly instance: number
}

interface LedgerRow extends Row {
  readonly kind: string
  readonly at: string
  readonly reason: string
  readonly dueAt: string | null
  readonly actorId: number | null
  readonly eventId: number | null
  readonly calendarVersionId: number | null
}

/** The ledger of a ticket, in its order. */
export const ledgerOf = async ({ id }: { readonly id: number }) =>
  (
    await db.execute<LedgerRow>(sql`
      select target, instance, kind, at, reason, due_at as "dueAt", actor_id as "actorId", event_id as "eventId",
        calendar_version_id as "calendarVersionId"
      from sla_ledger where ticket_id = ${id} order by id`)
  ).map(({ at: moment, dueAt, ...row }) => ({
    ...row,
    at: new Date(moment),
    dueAt: dueAt === null ? null : new Date(dueAt),
  }))

/** The ledger of one target in short: `breached 02 10:00`, of later instances `2 started 03 09:00`. */
export const story = async (ticket: { readonly id: number }, target: Target) =>
  (await ledgerOf(ticket))
    .filter((entry) => entry.target === target)
    .map(({ instance, kind, at: moment }) => `${instance > 1 ? `${instance} ` : ''}${kind} ${short(moment)}`)

const short = (moment: Date) => moment.toISOString().slice(8, 19).replace('T', ' ').replace(/:00$/, '')

/** When the ticket's next promise is due; null: nothing runs. */
export async function dueAt({ id }: { readonly id: number }) {
  const [row] = await db.select({ due: tickets.slaDueAt }).from(tickets).where(eq(tickets.id, id))
  return row?.due ?? null
}
