import { expect } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { startBulk } from '@/lib/bulk/start'
import { createCanned } from '@/lib/canned/create'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { customerPage } from '@/lib/people/customers'
import { colleague } from '@/lib/people/find'
import type { Hours } from '@/lib/sla/calendar'
import { createCalendar } from '@/lib/sla/calendars/create'
import { policyList } from '@/lib/sla/policies/find'
import { getUserTickets } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { tag } from '@/lib/tickets/tag'
import { isSupervisor, system } from '@/lib/viewer'
import { createView } from '@/lib/views/create'
import type { ViewQuery } from '@/lib/views/view'
import { createWallboard } from '@/lib/wallboards/create'
import { tokenOf } from '@/lib/wallboards/token'
import { barriersEverywhere } from './barriers'
import { takenDown } from './console'
import { newCustomer } from './customer'
import { comeIn } from './sign-in'
import { test } from './story'
import { addresses } from './surface'

/*
 * Every page there is, in both themes and three widths: axe finds nothing, and nothing sticks out sideways. Pages
 * come from the app folder; a new one without a visitor fails the first test.
 */

const visitors = {
  nobody: ['/', '/sign-in', '/setup', '/empty', '/wall/[token]', '/wall/none'],
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
    '/console/tickets?view=[view]&status=open',
    '/console/tickets/[refid]',
    '/console/me',
    '/console/me/figures',
    '/console/canned',
    '/console/canned?q=nothing+like+it',
    '/console/canned/new',
    '/console/canned/[canned]',
    '/console/tickets/new',
    '/console/customers',
    '/console/customers?q=nothing+like+it',
    '/console/customers/[customer]',
    '/console/teams',
    '/console/notifications',
    '/console/search',
    '/console/search?q=the+is:opne',
    '/console/search?q=nothing+like+it',
    '/console/search?q=shift',
    '/console/bulk',
    '/console/bulk/[run]',
    '/console/now',
    '/console/now/wallboards',
    '/console/reports?period=7d&priority=high,urgent',
    '/console/reports/sla',
    '/console/reports/agents',
    '/console/reports/ratings',
    '/console/reports/categories',
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
    '/admin/teams',
    '/admin/teams/new',
    '/admin/teams/[team]',
    '/admin/tags',
    '/admin/tags?q=nothing+like+it',
    '/admin/tags/[tag]',
    '/admin/tags/[tag]?into=hardware',
    '/admin/organizations',
    '/admin/organizations/new',
    '/admin/organizations/[organization]',
    '/console/customers/[customer]',
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

for (const [visitor, paths] of Object.entries(visitors))
  for (const path of paths)
    test(`${visitor} meets no barrier at ${path}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      if (visitor !== 'nobody') await comeIn(page, visitor)
      await page.goto(await filled(path))
      // Not what stands in for it until it is there.
      await expect(page.locator('[aria-busy="true"]').filter({ visible: true })).toHaveCount(0)
      expect(await barriersEverywhere(page, widths)).toEqual([])
    })

async function filled(path: string) {
  const [customer] = await db.select().from(people).where(eq(people.email, 'customer@demo.test'))
  const ticket = customer && (await getUserTickets(customer.id)).at(-1)
  return path
    .replace('[refid]', ticket?.refid ?? '')
    .replace('[view]', path.includes('[view]') ? await someView() : '')
    .replace('[calendar]', path.includes('[calendar]') ? await someCalendar() : '')
    .replace('[canned]', path.includes('[canned]') ? await someCanned() : '')
    .replace('[slug]', 'billing')
    .replace('[email]', 'agent@demo.test')
    .replace('[team]', path.includes('[team]') ? await someTeam() : '')
    .replace('[tag]', path.includes('[tag]') ? await someTag() : '')
    .replace('[organization]', path.includes('[organization]') ? await someOrganization() : '')
    .replace('[run]', path.includes('[run]') ? await someRun() : '')
    .replace('[token]', path.includes('[token]') ? await someWall() : '')
    .replace('[customer]', path.includes('[customer]') ? await someCustomer() : '')
    .replace('[policy]', (await policyList(system))[0]?.uid ?? '')
}

async function someWall() {
  const admin = await colleague(system, 'admin@demo.test')
  if (!isSupervisor(admin)) throw new Error('The demo admin is none')
  const { uid } = await createWallboard(admin, `Screen ${crypto.randomUUID().slice(0, 8)}`)
  return tokenOf(uid)
}

async function someCalendar() {
  const name = `Nights ${crypto.randomUUID()}`
  return (await createCalendar(system, { name, hours: busy })).uid
}

async function someView() {
  const marcus = await colleague(system, 'supervisor@demo.test')
  const tags = { field: 'tag', values: ['vip', 'never-used'] } as const
  const query: ViewQuery = {
    address: { assignee: 'none' },
    match: 'all',
    groups: [{ match: 'any', conditions: [tags, { field: 'created', days: 90 }] }],
  }
  return (await createView(marcus, { name: `Barriers ${crypto.randomUUID()}`, scope: 'personal', query })).uid
}

const someTeam = async () =>
  (await createTeam(system, { name: `Watch ${crypto.randomUUID()}`, members: ['agent@demo.test'] })).uid

async function someCanned() {
  const marcus = await colleague(system, 'supervisor@demo.test')
  const { uid } = await createCanned(marcus, {
    name: `Watch ${crypto.randomUUID()}`,
    shortcut: null,
    body: 'Hello {{customer.first_name}}',
    actions: [{ do: 'status', to: 'pending' }],
    scope: 'everyone',
  })
  return uid
}

async function someTag() {
  const name = `tag-${crypto.randomUUID()}`
  const ana = await colleague(system, 'agent@demo.test')
  const ticket = await takenDown(ana, await newCustomer(), 'It is broken')
  await tag(ana, ticket, { add: [name, 'hardware'] })
  return name
}

/** Of the supervisor, who has left one ticket as it was. */
async function someRun() {
  const [sam, submission] = [await colleague(system, 'supervisor@demo.test'), crypto.randomUUID()]
  const ticket = await takenDown(sam, await newCustomer(), 'It is broken')
  await startBulk(sam, {
    submission,
    wish: { kind: 'priority', to: 'high' },
    which: [ticket.refid, 'SUP-00000000'],
  })
  return submission
}

async function someCustomer() {
  const maria = await newCustomer()
  const { uid } = await createOrganization(system, {
    name: `Ward ${crypto.randomUUID()}`,
    notes: 'Pays for a night line.',
  })
  await joinOrganization(system, maria.email, uid)
  await takenDown(await colleague(system, 'agent@demo.test'), maria, 'It is broken')
  return (await customerPage(system, { q: maria.email })).rows[0]?.uid ?? ''
}

async function someOrganization() {
  const { uid } = await createOrganization(system, {
    name: `Works ${crypto.randomUUID()}`,
    notes: 'Pays for a night line.',
  })
  await joinOrganization(system, (await newCustomer()).email, uid)
  return uid
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
