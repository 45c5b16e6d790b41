import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { slaPolicies } from '@/db/schema'
import { createCalendar } from '@/lib/sla/calendars/create'
import { configCategory } from '@/lib/support'
import { system } from '@/lib/viewer'
import { confirm, takenDown, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { enterAs } from './staff'
import { test } from './story'

const word = () => `Office ${randomBytes(4).toString('hex')}`

const always = {
  timeZone: 'Europe/Berlin',
  weekly: { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), sat: day(), sun: day() },
  days: [],
}

function day() {
  return [['00:00', '24:00']] as const
}

const calendarNamed = async (name: string) => {
  const [row] = await db.execute<{ id: number; uid: string; versions: number }>(sql`
    select c.id, c.uid, count(*)::int as versions from calendars c join calendar_versions v on v.calendar_id = c.id
    where c.name = ${name} group by c.id`)
  return row
}

/** A policy of one category, so that no other story's tickets are held to it. */
async function policyFor(category: string, calendarId: number) {
  const hours = { resolution: 8 * 3600 }
  await db.execute(sql`
    insert into sla_policies (name, position, conditions, targets, calendar_id)
    select ${`For ${category}`}, 0, json_build_object('categories', json_build_array(id)),
      ${JSON.stringify({ low: hours, medium: hours, high: hours, urgent: hours })}::text::jsonb, ${calendarId}
    from categories where slug = ${category}`)
}

const status = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

test('an admin makes a calendar, tests it, edits it, sees whom it touches, and saves', async ({ page }) => {
  const name = word()
  await enterAs(page, 'admin')
  await visit(page, '/admin/calendars')
  await page.getByRole('link', { name: 'New calendar' }).click()
  await page.getByLabel('Name', { exact: false }).first().fill(name)
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByLabel('Monday to').fill('12:00')
  await page.getByRole('button', { name: 'Add hours to Monday' }).click()
  await expect(page.getByLabel('Monday from, 2')).toBeFocused()
  await page.getByLabel('Monday from, 2').fill('13:00')
  await page.getByLabel('Monday to, 2').fill('17:00')
  await page.getByLabel('Created').fill('2026-11-23T09:00')
  await page.getByLabel('Target').fill('8 h')
  await status(page, 'Due Tue 24 Nov, 10:00')
  await status(
    page,
    /Mon 23 Nov\s*09:00–12:00 counts 3 h\s*13:00–17:00 counts 4 h\s*Tue 24 Nov\s*09:00–10:00 counts 1 h/,
  )
  await page.getByRole('button', { name: /^Copy to Mon–Fri.*Monday$/ }).click()
  await expect(page.getByRole('list', { name: 'The week' })).toContainText('Fri09:00–12:00, 13:00–17:00')
  await page.getByRole('button', { name: 'Add calendar' }).click()
  await status(page, `“${name}” is saved, version 1`)
  await expect(page.getByRole('row', { name })).toContainText('Mon–Fri 09:00–12:00, 13:00–17:00')

  const calendar = await calendarNamed(name)
  const category = await configCategory().name(`Parcels ${name}`).create()
  await policyFor(category.slug, calendar?.id ?? 0)
  const subject = `Printer of ${name}`
  const ticket = await takenDown(await newAgent(), await newCustomer(), subject, { category: category.slug })
  const dueAt = async () =>
    (
      await db.execute<{ due: string }>(
        sql`select sla_due_at::text as due from tickets where id = ${ticket.id}`,
      )
    )[0]?.due
  const before = await dueAt()

  await page.getByRole('link', { name }).click()
  await expect(page.getByText(`Used by For ${category.slug}`)).toBeVisible()
  for (const weekday of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await page.getByLabel(`${weekday} to, 2`).fill('14:00')
  }
  await page.getByRole('button', { name: 'Save calendar' }).click()
  await expect(page.getByRole('heading', { name: /^1 open ticket is promised something else/ })).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: subject })).toContainText(ticket.refid)
  expect((await calendarNamed(name))?.versions).toBe(1)
  await page.getByRole('button', { name: 'Save and apply' }).click()
  await status(page, `“${name}” is saved, version 2`)
  expect((await calendarNamed(name))?.versions).toBe(2)
  await expect.poll(dueAt, { timeout: 20_000 }).not.toBe(before)

  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 2' })).toContainText('Noor admin')
  await expect(page.getByText('Choose another calendar there')).toBeVisible()
  await db
    .update(slaPolicies)
    .set({ retiredAt: new Date() })
    .where(eq(slaPolicies.name, `For ${category.slug}`))
  await page.reload()
  await confirm(page, 'Retire calendar')
  await status(page, `“${name}” is retired`)
})

test('what is wrong is said at its field, by keyboard, and nothing that was filled in is lost', async ({
  page,
}) => {
  const taken = word()
  await createCalendar(system, { name: taken, hours: always })
  await enterAs(page, 'admin')
  await visit(page, '/admin/calendars/new')
  await page.getByLabel('Name', { exact: false }).first().fill(taken.toUpperCase())
  await page.getByRole('button', { name: 'Add hours to Monday' }).press('Enter')
  await page.getByLabel('Monday from, 2').fill('16:00')
  await page.getByLabel('Monday to, 2').fill('18:00')
  await page.getByRole('button', { name: 'Add day' }).press('Enter')
  await expect(page.getByLabel('Date')).toBeFocused()
  await page.getByRole('button', { name: 'Add calendar' }).press('Enter')
  const alert = page.getByRole('alert').filter({ hasText: 'need another look' })
  await expect(alert).toBeFocused()
  await expect(page.getByLabel('Monday from, 2')).toHaveAccessibleDescription(/These hours overlap/)
  await expect(page.getByLabel('Date')).toHaveAccessibleDescription(/Write a day that exists/)
  await alert.getByRole('link', { name: 'Give the day a name' }).press('Enter')
  await expect(page.getByRole('list').getByLabel('Name')).toBeFocused()

  await page.getByRole('button', { name: 'Remove New day' }).press('Enter')
  await page.getByRole('button', { name: 'Remove Monday 16:00 to 18:00' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Add hours to Monday' })).toBeFocused()
  await page.getByRole('button', { name: 'Add calendar' }).press('Enter')
  await expect(page.getByLabel('Name', { exact: false }).first()).toHaveAccessibleDescription(
    /Another calendar is called/,
  )
  await expect(page.getByLabel('Name', { exact: false }).first()).toHaveValue(taken.toUpperCase())
})

test('holidays come from a calendar file, and are saved with the calendar', async ({ page }) => {
  const name = word()
  const { uid } = await createCalendar(system, { name, hours: always })
  await enterAs(page, 'admin')
  await visit(page, `/admin/calendars/${uid}`)
  await page.getByText('Import a calendar file').click()
  const file = page.getByLabel('File')
  const ics = (lines: readonly string[]) => ({
    name: 'holidays.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')),
  })
  await file.setInputFiles({ name: 'page.ics', mimeType: 'text/calendar', buffer: Buffer.from('<html>') })
  await expect(page.getByText('This is no calendar file')).toBeVisible()
  const christmas = [
    'BEGIN:VEVENT',
    'SUMMARY:Christmas Day',
    'DTSTART;VALUE=DATE:20201225',
    'RRULE:FREQ=YEARLY',
    'END:VEVENT',
  ]
  const party = [
    'BEGIN:VEVENT',
    'SUMMARY:Party',
    'DTSTART:20261204T150000',
    'DTEND:20261204T230000',
    'END:VEVENT',
  ]
  await file.setInputFiles(ics([...christmas, ...party]))
  await status(page, '2 days added. Nothing is saved yet.')
  await expect(page.getByRole('listitem').filter({ hasText: 'Christmas Day' })).toContainText(
    'Closed all day',
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'Party' })).toContainText('Closed 15:00–23:00')
  await file.setInputFiles(ics(christmas))
  await status(page, '0 days added. 1 day joined with what was there.')
  await page.getByRole('button', { name: 'Save calendar' }).click()
  await page.getByRole('button', { name: 'Save and apply' }).click()
  await status(page, `“${name}” is saved, version 2`)
  await expect(page.getByRole('row', { name })).toContainText('2')
})

test('of two admins who edit one calendar, the second is told', async ({ page, browser }) => {
  const name = word()
  const { uid } = await createCalendar(system, { name, hours: always })
  const other = await browser.newPage()
  const save = async (each: Page, closing: string) => {
    await each.getByLabel('Sunday to').fill(closing)
    await each.getByRole('button', { name: 'Save calendar' }).click()
    await each.getByRole('button', { name: 'Save and apply' }).click()
  }
  for (const each of [page, other]) {
    await enterAs(each, 'admin')
    await visit(each, `/admin/calendars/${uid}`)
  }
  await save(other, '20:00')
  await other.waitForURL(/saved=/)
  await save(page, '21:00')
  await expect(page.getByText('Noor admin has changed this calendar in the meantime.')).toBeVisible()
  await expect(page.getByLabel('Sunday to')).toHaveValue('21:00')
  expect((await calendarNamed(name))?.versions).toBe(2)
  await other.close()
})

test('nobody but an admin finds these pages', async ({ page }) => {
  const { uid } = await createCalendar(system, { name: word(), hours: always })
  await enterAs(page, 'supervisor')
  for (const path of ['/admin/calendars', '/admin/calendars/new', `/admin/calendars/${uid}`])
    expect((await page.goto(path))?.status(), path).toBe(404)
})
