import type { Page } from '@playwright/test'
import { desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages, people, tickets } from '@/db/schema'
import { comeIn } from './sign-in'
import { test } from './story'

/* The pictures of the README: `npm run screenshots`. */

const size = { width: 1440, height: 900 }
const phone = { width: 390, height: 780 }

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme, viewport: size, deviceScaleFactor: 1 })

    test('the queue and a ticket', async ({ page }) => {
      await comeIn(page, 'agent@demo.test')
      await page.goto('/console/tickets')
      await settled(page)
      await page.screenshot({ path: `docs/images/queue-${theme}.png` })
      await page.goto(`/console/tickets/${await talkedAbout()}`)
      await settled(page)
      await page
        .getByRole('article', { name: 'Internal note' })
        .first()
        .evaluate((note) => note.scrollIntoView({ block: 'center' }))
      await page.screenshot({ path: `docs/images/ticket-${theme}.png` })
    })

    test('the report', async ({ page }) => {
      await comeIn(page, 'supervisor@demo.test')
      await page.goto('/console/reports')
      await settled(page)
      await page.screenshot({ path: `docs/images/report-${theme}.png` })
    })

    test('a customer on a phone', async ({ page }) => {
      await page.setViewportSize(phone)
      await comeIn(page, 'customer@demo.test')
      await page.goto('/tickets')
      await settled(page)
      await page.screenshot({ path: `docs/images/requests-${theme}.png` })
      await page.goto('/tickets/new')
      await settled(page)
      await page.screenshot({ path: `docs/images/filing-${theme}.png` })
    })
  })
}

/** The stream of the console stays open, so the network is never at rest: what is seen is. */
async function settled(page: Page) {
  await page.waitForLoadState()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(1_500)
}

/** A live ticket with a note and a few messages. */
async function talkedAbout() {
  const [ticket] = await db
    .select({ refid: tickets.refid })
    .from(tickets)
    .innerJoin(messages, eq(messages.ticketId, tickets.id))
    .innerJoin(people, eq(people.id, tickets.requesterId))
    .where(eq(tickets.status, 'open'))
    .groupBy(tickets.id)
    .having(sql`bool_or(${messages.audience} = 'agents') and count(*) between 3 and 6`)
    .orderBy(desc(tickets.updatedAt))
    .limit(1)
  return ticket?.refid ?? ''
}
