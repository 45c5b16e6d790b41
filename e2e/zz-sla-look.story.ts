import { test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { calendars, calendarVersions, slaPolicies } from '@/db/schema'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { writeBack } from '@/lib/messages/write-back'
import { file } from '@/lib/tickets/file'
import { ticketByRefid } from '@/lib/tickets/lists'
import { prioritize } from '@/lib/tickets/prioritize'
import { resolve } from '@/lib/tickets/resolve'
import { reopen } from '@/lib/tickets/reopen'
import { openConsole, written } from './console'
import { newAgent, newCustomer } from './customer'
import { signIn } from './sign-in'

test('look', async ({ page, browser }) => {
  const [ana, maria] = [await newAgent('Ana Petrović'), await newCustomer()]
  const [calendar] = await db.insert(calendars).values({ name: 'Look hours' }).returning()
  await db.insert(calendarVersions).values({
    calendarId: calendar?.id ?? 0,
    number: 3,
    hours: {
      timeZone: 'Europe/Oslo',
      weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((d) => [d, [['09:00', '17:00']]])),
      days: [{ date: '2026-11-19', name: 'Founders’ Day' }],
    },
  })
  const p = { first_response: 4 * 3600, next_response: 6 * 3600, resolution: 30 * 3600 }
  const f = { first_response: 3600, next_response: 3600, resolution: 20 * 3600 }
  await db.insert(slaPolicies).values({
    name: 'Look gold', position: 99, conditions: { channels: ['api'] }, calendarId: calendar?.id ?? 0,
    targets: { low: p, medium: p, high: p, urgent: f }, pausing: ['pending'],
  })
  const day = 86400_000
  const ago = (d: number) => new Date(Date.now() - d * day)
  const t = await ticketByRefid((await at(ago(6.2), () => file(maria, maria, { subject: 'Printer on fire on the third floor', description: 'It burns', channel: 'api' }))).refid)
  await at(ago(5.2), () => answer(ana, t, written('Which one?'), 'pending'))
  await at(ago(4.1), () => writeBack(maria, t, written('The big one')))
  await at(ago(4.05), () => prioritize(ana, { ...t, priority: 'medium' }, 'urgent'))
  const t2 = await ticketByRefid((await at(ago(5), () => file(maria, maria, { subject: 'Second', description: 'It burns', channel: 'api' }))).refid)
  await at(ago(4), () => answer(ana, t2, written('Which one?'), 'pending'))
  await at(ago(3), async () => resolve(ana, await ticketByRefid(t2.refid)))
  await at(ago(2), async () => reopen(ana, await ticketByRefid(t2.refid)))
  await at(ago(1), async () => answer(ana, t2, written('Hm?'), 'pending'))
  await new Promise((done) => setTimeout(done, 6000))
  await openConsole(page, ana, `/console/tickets/${t.refid}`)
  for (const scheme of ['light', 'dark'] as const)
    for (const [w, h] of [[1440, 1300], [360, 2400]] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width: w, height: h })
      for (const [n, one] of [['a', t], ['b', t2]] as const) {
        await page.goto(`/console/tickets/${one.refid}`)
        await page.waitForLoadState('networkidle')
        if (w === 360) await page.getByRole('button', { name: 'Show details' }).click()
        const earlier = page.locator('summary', { hasText: 'Earlier' })
        if (await earlier.count()) await earlier.click()
        await page.screenshot({ path: `/tmp/lab/sla-${n}-${w}-${scheme}.png`, fullPage: true })
      }
    }
  const other = await (await browser.newContext()).newPage()
  await signIn(other, maria.email)
  await other.goto(`/tickets/${t.refid}`)
  await other.setViewportSize({ width: 700, height: 700 })
  await other.screenshot({ path: '/tmp/lab/sla-portal.png' })
})
