import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { calendars, calendarVersions, slaPolicies } from '@/db/schema'
import { at } from '@/lib/clock'
import { Conflict, Missing } from '@/lib/errors'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { type Admin, isAdmin, system } from '@/lib/viewer'
import type { Hours } from '../calendar'
import { reconsiderAll } from '../testing'
import { createCalendar } from './create'
import { editCalendar } from './edit'
import { calendarForm, calendarIn } from './fields'
import { calendarList, versionsOf } from './find'
import { previewCalendar } from './preview'
import { retireCalendar } from './retire'

const office: Hours = {
  timeZone: 'Europe/Berlin',
  weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
  days: [{ date: '12-25', name: 'Christmas Day' }],
}
const longer: Hours = { ...office, weekly: { ...office.weekly, wed: [['09:00', '17:00']] } }

let kim: Admin
let number = 0
beforeAll(async () => {
  const added = await agent('Kim Admin', 'admin')
  if (isAdmin(added)) kim = added
})

const made = async (name = `Office ${++number}`) => ({
  name,
  ...(await createCalendar(kim, { name, hours: office })),
})

const calendarOf = async (uid: string) => (await calendarList(kim)).find((one) => one.uid === uid)

const jobs = async () =>
  (
    await db.execute<{ count: number }>(
      sql`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'sla-reconsider'`,
    )
  )[0]?.count ?? 0

const policyWith = async (calendarId: number, name = 'Gold') =>
  db
    .insert(slaPolicies)
    .values({
      name,
      position: 1,
      calendarId,
      targets: {
        low: { resolution: 3600 },
        medium: { resolution: 3600 },
        high: { resolution: 3600 },
        urgent: { resolution: 3600 },
      },
    })
    .returning({ id: slaPolicies.id })

test('a calendar begins with its first version, and the audit says who made it', async () => {
  const { uid, name } = await made()
  expect(await calendarOf(uid)).toEqual({
    uid,
    name,
    retiredAt: null,
    number: 1,
    hours: office,
    usedBy: [],
  })
  expect(await versionsOf(kim, uid)).toMatchObject([{ number: 1, createdBy: 'Kim Admin' }])
  const [event] = await db.execute(
    sql`select actor_id, change from events where kind = 'calendar.created' order by id desc limit 1`,
  )
  expect(event).toEqual({ actor_id: kim.id, change: { name: [null, name] } })
})

test('other hours are a new version and have open tickets looked at; the old version stays as it was', async () => {
  const { id, uid, name } = await made()
  const before = await jobs()
  await editCalendar(kim, uid, { name, hours: longer }, { number: 1, name })
  // And once more, for what was being filed meanwhile.
  expect(await jobs()).toBe(before + 2)
  expect(await calendarOf(uid)).toMatchObject({ number: 2, hours: longer })
  expect((await versionsOf(kim, uid)).map(({ number }) => number)).toEqual([2, 1])
  const versions = await db
    .select({ hours: calendarVersions.hours })
    .from(calendarVersions)
    .where(eq(calendarVersions.calendarId, id))
    .orderBy(calendarVersions.number)
  expect(versions).toEqual([{ hours: office }, { hours: longer }])
})

test('another name alone is no new version, and the same again is nothing at all', async () => {
  const { uid, name } = await made()
  const before = await jobs()
  await editCalendar(kim, uid, { name: 'Headquarters', hours: office }, { number: 1, name })
  await editCalendar(kim, uid, { name: 'Headquarters', hours: office }, { number: 1, name })
  expect(await calendarOf(uid)).toMatchObject({ name: 'Headquarters', number: 1 })
  expect(await jobs()).toBe(before)
  const events = await db.execute(
    sql`select change from events where kind = 'calendar.changed' and change::text like '%Headquarters%'`,
  )
  expect(events).toHaveLength(1)
})

test('of two edits at once, one is told', async () => {
  const { uid, name } = await made()
  const answers = await Promise.allSettled(
    ['18:00', '19:00'].map((close) =>
      editCalendar(
        kim,
        uid,
        { name, hours: { ...office, weekly: { mon: [['09:00', close]] } } },
        { number: 1, name },
      ),
    ),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
  expect(await versionsOf(kim, uid)).toHaveLength(2)
})

test('who did not know of another name does not undo it with the old one', async () => {
  const { uid, name } = await made()
  await editCalendar(kim, uid, { name: 'Renamed', hours: office }, { number: 1, name })
  await expect(editCalendar(kim, uid, { name, hours: longer }, { number: 1, name })).rejects.toThrow(
    'Kim Admin has changed this calendar in the meantime',
  )
  expect(await calendarOf(uid)).toMatchObject({ name: 'Renamed', number: 1 })
})

test('names are unique among the active, whatever the case; a retired one makes room', async () => {
  const { uid } = await made('Nights')
  const other = await made()
  const taken = { name: 'Refused', field: 'name', message: 'Another calendar is called “nights”' }
  await expect(createCalendar(kim, { name: 'nights', hours: office })).rejects.toMatchObject(taken)
  await expect(
    editCalendar(kim, other.uid, { name: 'nights', hours: longer }, { number: 1, name: other.name }),
  ).rejects.toMatchObject(taken)
  expect(await versionsOf(kim, other.uid)).toHaveLength(1)
  await retireCalendar(kim, uid)
  await createCalendar(kim, { name: 'nights', hours: office })
})

test('one that a policy uses is not retired; one that a retired policy used is, once, and never edited again', async () => {
  const { id, uid, name } = await made()
  const [policy] = await policyWith(id)
  await expect(retireCalendar(kim, uid)).rejects.toThrow('Used by the policy “Gold”')
  expect(await calendarOf(uid)).toMatchObject({ usedBy: ['Gold'] })
  await db
    .update(slaPolicies)
    .set({ retiredAt: new Date() })
    .where(eq(slaPolicies.id, policy?.id ?? 0))
  await retireCalendar(system, uid)
  await retireCalendar(kim, uid)
  expect((await calendarList(kim)).at(-1)?.retiredAt).not.toBeNull()
  await expect(editCalendar(kim, uid, { name, hours: longer }, { number: 1, name })).rejects.toThrow(
    'retired',
  )
  await expect(db.delete(calendars).where(eq(calendars.id, id))).rejects.toThrow()
})

test.each(['nowhere', '00000000-0000-4000-8000-000000000000'])('“%s” is no calendar', async (uid) => {
  await expect(
    editCalendar(kim, uid, { name: 'x', hours: office }, { number: 1, name: 'x' }),
  ).rejects.toThrow(Missing)
  await expect(retireCalendar(kim, uid)).rejects.toThrow(Missing)
  await expect(previewCalendar(kim, uid, office)).rejects.toThrow(Missing)
})

test('the preview says which open tickets get another deadline, and the edit gives it to them', async () => {
  const { id, uid, name } = await made()
  const [policy] = await policyWith(id, 'Preview')
  const requester = await customer()
  // A Monday, half an hour before closing, and not past for long: previews ask the database's clock.
  const monday = new Date('2099-11-23T15:30:00Z')
  const ticket = await at(monday, () =>
    make().for(requester.id).subject('Printer').description('It is on fire').create(),
  )
  const half = { ...office, weekly: { ...office.weekly, mon: [['09:00', '16:30'] as const] } }
  const seen = await at(monday, () => previewCalendar(kim, uid, half))
  expect(seen).toMatchObject({
    count: 1,
    first: [
      {
        refid: ticket.refid,
        subject: 'Printer',
        changes: [
          {
            target: 'resolution',
            before: new Date('2099-11-24T08:30:00Z'),
            after: new Date('2099-11-24T09:00:00Z'),
          },
        ],
      },
    ],
  })
  expect(await calendarOf(uid)).toMatchObject({ number: 1 })

  await editCalendar(kim, uid, { name, hours: half }, { number: 1, name })
  await at(monday, () => reconsiderAll({ because: 'calendar', actorId: kim.id }))
  const [row] = await db.execute<{ due: string }>(
    sql`select sla_due_at as due from tickets where id = ${ticket.id}`,
  )
  expect(new Date(row?.due ?? 0)).toEqual(new Date('2099-11-24T09:00:00Z'))
  expect(await previewCalendar(kim, uid, half)).toBeNull()
  await db
    .update(slaPolicies)
    .set({ retiredAt: new Date() })
    .where(eq(slaPolicies.id, policy?.id ?? 0))
})

test('what a form posts is refused at its fields, all of them at once', () => {
  const hours = {
    timeZone: 'Europe/Atlantis',
    weekly: {
      mon: [
        ['09:00', '12:00'],
        ['11:00', '17:00'],
      ],
      tue: [['nine', '17:00']],
    },
    days: [{ date: '2026-02-30', name: '', closed: [['12:00', '12:00']] }],
  }
  const read = calendarForm.safeParse({ name: ' ', hours: JSON.stringify(hours) })
  expect(new Set(read.error?.issues.map(({ path }) => path.join('.')))).toEqual(
    new Set(['name', 'timeZone', 'weekly-tue-0', 'days-0-date', 'days-0-name', 'days-0-closed-0']),
  )
  const empty = { timeZone: 'UTC', weekly: { mon: [] }, days: [] }
  for (const [posted, field] of [
    [JSON.stringify(empty), 'weekly'],
    ['{', 'weekly'],
  ] as const)
    expect(calendarForm.safeParse({ name: 'Office', hours: posted }).error?.issues[0]?.path).toEqual([field])
})

test('what a form posts comes out in order', () => {
  const hours = {
    ...office,
    weekly: {
      tue: [],
      mon: [
        ['13:00', '17:00'],
        ['09:00', '12:00'],
      ],
    },
    days: [
      { date: '2026-12-31', name: ' New Year’s Eve ', open: [['09:00', '12:00']] },
      { date: '2026-01-01', name: 'New Year' },
    ],
  }
  const posted = { name: ' Office ', hours: JSON.stringify(hours) }
  expect(calendarForm.safeParse(posted).success).toBe(true)
  expect(calendarIn(posted)).toEqual({
    name: 'Office',
    hours: {
      timeZone: 'Europe/Berlin',
      weekly: {
        mon: [
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ],
      },
      days: [
        { date: '2026-01-01', name: 'New Year' },
        { date: '2026-12-31', name: 'New Year’s Eve', open: [['09:00', '12:00']] },
      ],
    },
  })
})
