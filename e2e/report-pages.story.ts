import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { events } from '@/db/schema'
import { note } from '@/lib/messages/note'
import { assign } from '@/lib/tickets/assign'
import { ticketByRefid } from '@/lib/tickets/lists'
import { resolve } from '@/lib/tickets/resolve'
import { tag } from '@/lib/tickets/tag'
import { type Agent, system } from '@/lib/viewer'
import { row, takenDown, visit, written } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'
import { origin } from './threats/wire'

/** Two agents of whom one has resolved one ticket and the other two, and the tag that nothing else has. */
async function twoAgents() {
  const [ana, ben, maria] = [await newAgent('Ana Petrović'), await newAgent('Ben Okri'), await newCustomer()]
  const name = `seen-${crypto.randomUUID().slice(0, 8)}`
  await resolved(ana, await takenDown(ana, maria, 'The lamp'), name)
  await resolved(ben, await takenDown(ana, maria, '=1+1 is the chair'), name)
  await resolved(ben, await takenDown(ana, maria, 'The kettle'), name)
  return { ana, ben, name }
}

async function resolved(agent: Agent, { refid }: { readonly refid: string }, name: string) {
  await tag(system, await ticketByRefid(refid), { add: [name] })
  await note(agent, await ticketByRefid(refid), written(`Between us: ${name} secret`))
  await assign(system, await ticketByRefid(refid), agent)
  await resolve(system, await ticketByRefid(refid))
}

const agents = (page: Page) => page.getByRole('table', { name: 'Agents' })

test('agents are sorted with the keyboard, and a number is followed to its tickets', async ({ page }) => {
  const { ben, name } = await twoAgents()
  await enterAs(page, 'supervisor')
  await visit(page, `/console/reports/agents?tag=${name}`)
  await expect(agents(page).getByRole('rowheader')).toHaveText(['Ben Okri', 'Ana Petrović', 'All of these'])
  const heading = agents(page).getByRole('columnheader', { name: /^Agent/ })
  await heading.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(agents(page).getByRole('rowheader').first()).toHaveText('Ana Petrović')
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await expect(heading.getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/sort=agent$/)

  await agents(page).getByRole('row', { name: 'Ben Okri' }).getByRole('link').first().press('Enter')
  await expect(page).toHaveURL(/\/console\/tickets\?behind=resolved/)
  expect(new URL(page.url()).searchParams.get('behind')).toContain(`by:${ben.email}`)
  await expect(row(page, 'The kettle')).toBeVisible()
  await expect(row(page, '=1+1 is the chair')).toBeVisible()
  await expect(row(page, 'The lamp')).toHaveCount(0)
})

test('the tickets of a queue are had as a table, with no note and no formula', async ({ page }) => {
  const { name } = await twoAgents()
  await enterAs(page, 'supervisor')
  await visit(page, `/console/tickets?status=resolved&tag=${name}`)
  await page.getByRole('button', { name: 'Display' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('tickets.csv')
  const text = await readFile(await file.path(), 'utf8')
  expect(text.trim().split('\r\n')).toHaveLength(4)
  expect(text).toContain(`"'=1+1 is the chair"`)
  expect(text).not.toContain('secret')

  const taken = await db
    .select({ change: events.change })
    .from(events)
    .where(eq(events.kind, 'tickets.exported'))
  expect(taken.map(({ change }) => change.asked?.[1])).toContainEqual(expect.stringContaining(name))
})

test('an agent finds their own figures and nobody else’s', async ({ page }) => {
  const { ana, ben } = await twoAgents()
  await comeIn(page, ana.email)
  for (const path of [
    ...['sla', 'agents', 'ratings', 'categories'].map((report) => `/console/reports/${report}`),
    `/api/console/reports/agents?agent=${ana.email}`,
  ])
    expect((await page.request.get(path)).status(), path).toBe(404)
  expect((await page.request.post('/api/console/queue/export', { headers: { origin } })).status()).toBe(404)

  await visit(page, `/console/me/figures?agent=${ben.email}`)
  const card = page.locator('dl > div').filter({ hasText: 'Resolved' }).first()
  await expect(card.getByRole('link').first()).toHaveText('1')
  await expect(page.getByText('Ben Okri')).toHaveCount(0)
})
