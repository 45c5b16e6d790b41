import { expect } from '@playwright/test'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { assign } from '@/lib/tickets/assign'
import { ticketByRefid } from '@/lib/tickets/lists'
import { openConsole, takenDown, visit, written } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const field = { name: 'Search tickets' } as const

test('an agent finds a ticket by a word of a note, opens it by keyboard and comes back to it', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent('Ana Finder'), await newCustomer('Maria Lost')]
  const ticket = await takenDown(ana, maria, 'Umbrella left behind')
  await note(ana, ticket, written('It lies beside the **wombatorium**.'))
  const other = await takenDown(ana, maria, 'Wombatorium opening hours')
  await openConsole(page, ana, '/console/notifications')
  await page.keyboard.press('/')
  await expect(page).toHaveURL(/\/console\/search#search$/)
  await expect(page.getByRole('searchbox', field)).toBeFocused()
  await page.keyboard.type('wombatorium')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=wombatorium/)

  const results = page.getByRole('region', { name: 'Tickets' })
  await expect(results.locator('a[data-row]')).toHaveText([
    'Wombatorium opening hours',
    'Umbrella left behind',
  ])
  await expect(page.getByRole('searchbox', field)).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'result' })).toHaveText('2 results')
  const noted = results.getByRole('listitem').filter({ hasText: 'Umbrella' })
  await expect(noted).toContainText('Internal note')
  await expect(noted.locator('mark')).toHaveText('wombatorium')
  await expect(noted).not.toContainText('**')

  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'Umbrella left behind' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Umbrella left behind')
  await page.keyboard.press('k')
  await expect(page).toHaveURL(`/console/tickets/${other.refid}`)
  await page.keyboard.press('j')
  await expect(page).toHaveURL(`/console/tickets/${ticket.refid}`)
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/\/console\/search\?q=wombatorium$/)
  await expect(page.getByRole('link', { name: 'Umbrella left behind' })).toBeFocused()
})

test('operators and the tabs narrow the results down', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Narrower'), await newCustomer('Maria Narrower')]
  const open = await takenDown(ana, maria, 'Plumbus squeaks', { priority: 'urgent' })
  await assign(ana, { id: open.id, status: 'open', assigneeId: null }, ana)
  const waiting = await takenDown(ana, maria, 'Plumbus is lost')
  await answer(ana, await ticketByRefid(waiting.refid), written('Which one?'), 'pending')
  await openConsole(page, ana, '/console/search?q=plumbus')
  const rows = page.locator('a[data-row]')
  const tabs = page.getByRole('navigation', { name: 'Status' })
  await expect(rows).toHaveCount(2)
  await expect(tabs.getByRole('link', { name: 'Pending 1' })).toBeVisible()
  await tabs.getByRole('link', { name: 'Pending 1' }).click()
  await expect(rows).toHaveText(['Plumbus is lost'])
  await expect(page.getByRole('searchbox', field)).toHaveValue('plumbus is:pending')
  await tabs.getByRole('link', { name: 'All' }).click()
  await expect(rows).toHaveCount(2)

  await page.getByRole('searchbox', field).fill('plumbus assignee:me priority:urgent')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(rows).toHaveText(['Plumbus squeaks'])
  await page.getByRole('searchbox', field).fill(`from:${maria.email} -squeaks`)
  await page.keyboard.press('Enter')
  await expect(rows).toHaveText(['Plumbus is lost'])
})

test('what cannot be understood is said under the field, at its place', async ({ page }) => {
  await openConsole(page, await newAgent(), '/console/search?q=printer+is:opne')
  const search = page.getByRole('searchbox', field)
  await expect(search).toHaveAttribute('aria-invalid', 'true')
  await expect(search).toHaveAccessibleDescription(/“opne” is not known here\. Did you mean open\?/)
  await expect(page.locator('a[data-row]')).toHaveCount(0)
})

test('whoever slips is shown what was meant', async ({ page }) => {
  const [ana, otto] = [await newAgent('Ana Helper'), await newCustomer('Ottokar Slipwright')]
  const ticket = await takenDown(ana, otto, 'Slips of the keyboard')
  await openConsole(page, ana, '/console/search?q=otokar+slipwrigt')
  await expect(page.getByRole('heading', { name: 'No ticket matches' })).toBeVisible()
  await page
    .getByRole('region', { name: 'Customers' })
    .getByRole('link', { name: /Ottokar Slipwright/ })
    .click()
  await expect(page.locator('a[data-row]')).toHaveText(['Slips of the keyboard'])

  const letters = [...ticket.refid.slice(4)]
  const slip = `SUP-${letters.slice(0, 7).join('')}${letters[7] === 'Z' ? 'Y' : 'Z'}`
  await visit(page, `/console/search?q=${slip}`)
  await page.getByRole('link', { name: ticket.refid }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slips of the keyboard')
})

test('searching needs no JavaScript', async ({ browser, baseURL }) => {
  const [ana, maria] = [await newAgent('Ana Plain'), await newCustomer()]
  await takenDown(ana, maria, 'Gazorpazorp without scripts')
  const signedIn = await browser.newPage({ baseURL })
  await openConsole(signedIn, ana, '/console/search')
  const storageState = await signedIn.context().storageState()
  const page = await browser.newPage({ baseURL, javaScriptEnabled: false, storageState })
  await page.goto('/console/search')
  await page.getByRole('searchbox', field).fill('gazorpazorp')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.locator('a[data-row]')).toHaveText(['Gazorpazorp without scripts'])
  await page.getByRole('link', { name: /^Closed/ }).click()
  await expect(page.getByRole('heading', { name: 'No ticket matches' })).toBeVisible()
  await page.close()
  await signedIn.close()
})

test('the palette is given a few tickets and customers', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Palette'), await newCustomer('Maria Snorfblat')]
  const ticket = await takenDown(ana, maria, 'Snorfblatting all day')
  await openConsole(page, ana, '/console/search')
  const glimpse = async (q: string) =>
    (await page.request.get(`/api/console/search?q=${encodeURIComponent(q)}`)).json()
  expect(await glimpse('snorfbl')).toMatchObject({
    tickets: [{ refid: ticket.refid, subject: 'Snorfblatting all day', customer: 'Maria Snorfblat' }],
    customers: [{ name: 'Maria Snorfblat' }],
  })
  expect(await glimpse(ticket.refid.slice(0, 9))).toMatchObject({ tickets: [{ refid: ticket.refid }] })
  expect(await glimpse('')).toEqual({ tickets: [], customers: [] })
  expect(JSON.stringify(await glimpse('snorfbl'))).not.toContain('"id"')
})
