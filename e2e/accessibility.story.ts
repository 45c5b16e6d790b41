import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import type { Hours } from '@/lib/sla/calendar'
import { createCalendar } from '@/lib/sla/calendars/create'
import { policyList } from '@/lib/sla/policies/find'
import { getUserTickets } from '@/lib/support'
import { system } from '@/lib/viewer'
import { signIn } from './sign-in'
import { addresses } from './surface'

/*
 * Every page there is, in both themes and three widths: axe finds nothing serious, and nothing sticks out sideways. Pages
 * come from the app folder; a new one without a visitor fails the first test.
 */

const visitors = {
  nobody: ['/', '/sign-in', '/setup', '/empty'],
  'customer@demo.test': [
    '/',
    '/tickets',
    '/tickets?q=nothing+like+it',
    '/tickets/new',
    '/tickets/[refid]',
    '/account',
  ],
  'supervisor@demo.test': [
    '/console',
    '/console/tickets',
    '/console/tickets?q=nothing+like+it',
    '/console/tickets/[refid]',
    '/console/me',
    '/console/tickets/new',
    '/console/notifications',
    '/console/reports',
  ],
  'admin@demo.test': [
    '/admin',
    '/admin/categories',
    '/admin/categories/new',
    '/admin/categories/[slug]',
    '/admin/calendars',
    '/admin/calendars/new',
    '/admin/calendars/[calendar]',
    '/admin/people',
    '/admin/people/new',
    '/admin/people/[email]',
    '/admin/sla',
    '/admin/sla/new',
    '/admin/sla/simulate',
    '/admin/sla/[policy]',
    '/admin/settings',
  ],
} as const

const widths = [360, 768, 1440]

test('every page has its visitor', () => {
  const visited = new Set(Object.values(visitors).flatMap((paths) => paths.map((path) => path.split('?')[0])))
  const pages = addresses.flatMap(({ kind, pattern }) =>
    kind === 'page' ? [pattern.replace(/\/$/, '') || '/'] : [],
  )

  expect(pages.filter((page) => !visited.has(page))).toEqual([])
})

const themes = ['light', 'dark'] as const

for (const [visitor, paths] of Object.entries(visitors))
  for (const path of paths)
    test(`${visitor} meets no barrier at ${path}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      if (visitor !== 'nobody') await signIn(page, visitor)
      await page.goto(await filled(path))
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme })
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          expect(await barriers(page), `${colorScheme}, ${width} px`).toEqual([])
        }
      }
    })

async function barriers(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return wider > 0 ? [...found, `the page is ${wider} px too wide`] : found
}

async function filled(path: string) {
  const [customer] = await db.select().from(people).where(eq(people.email, 'customer@demo.test'))
  const ticket = customer && (await getUserTickets(customer.id)).at(-1)
  return path
    .replace('[refid]', ticket?.refid ?? '')
    .replace('[calendar]', path.includes('[calendar]') ? await someCalendar() : '')
    .replace('[slug]', 'billing')
    .replace('[email]', 'agent@demo.test')
    .replace('[policy]', (await policyList(system))[0]?.uid ?? '')
}

async function someCalendar() {
  const name = `Nights ${crypto.randomUUID()}`
  return (await createCalendar(system, { name, hours: busy })).uid
}

const busy: Hours = {
  timeZone: 'Europe/Oslo',
  weekly: {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    sat: [['22:00', '06:00']],
  },
  days: [
    { date: '12-25', name: 'Christmas Day' },
    { date: '2026-12-31', name: 'New Year’s Eve', open: [['09:00', '12:00']] },
  ],
}
