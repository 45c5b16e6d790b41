import { expect, type Page, type Route } from '@playwright/test'
import { assign } from '@/lib/tickets/assign'
import { openConsole, takenDown } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

/** The server says that it is of another build than the page. */
const renewed = (route: Route) =>
  route.fulfill({
    contentType: 'text/event-stream',
    body: 'event: hello\ndata: {"missed":false,"build":"another"}\n\n',
  })

/** The server does not know the actions that the page knows. */
const forgetful = (route: Route) => {
  const headers = route.request().headers()
  return route.continue(
    headers['next-action'] ? { headers: { ...headers, 'next-action': '0'.repeat(42) } } : {},
  )
}

const reload = (page: Page) => page.getByRole('button', { name: 'Reload' })

test('a page that is older than the server says so, and comes anew by a press', async ({ page }) => {
  await page.route('**/api/console/stream*', renewed)
  const ana = await newAgent()
  await openConsole(page, ana, '/console/tickets')
  const notice = page.getByRole('status').filter({ hasText: 'Deskwell was updated' })
  await expect(notice).toBeVisible()
  await page.unroute('**/api/console/stream*')
  await reload(page).click()
  // What happens is heard after what the server says of itself.
  await page.waitForResponse((answer) => answer.url().includes('/api/console/stream'))
  const ticket = await takenDown(await newAgent(), await newCustomer(), 'Heard of')
  await assign(ana, { ...ticket, status: 'open', assigneeId: null }, ana)
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Mine' })).toContainText('1')
  await expect(notice).toHaveCount(0)
})

test('what a newer server cannot take any more stays where it was written', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria')]
  const { refid } = await takenDown(ana, maria, 'Between two versions')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.route(`**/console/tickets/${refid}`, forgetful)
  await page.keyboard.press('r')
  const reply = page.getByRole('textbox', { name: 'Reply to Maria' })
  await reply.fill('We are on it.')
  await page.getByRole('button', { name: `Send reply to ${maria.email}` }).click()
  await expect(page.getByText('Deskwell was updated while this page was open.')).toBeVisible()
  await expect(reply).toHaveValue('We are on it.')
})

test('a part that a newer server does not have any more is no dead end', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  await takenDown(ana, maria, 'Still there')
  await openConsole(page, ana, '/console/tickets')
  await page.route('**/_next/static/chunks/**', (route) => route.fulfill({ status: 404 }))
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'A part of this page could not be fetched',
  )
  await page.unroute('**/_next/static/chunks/**')
  await reload(page).click()
  await expect(page.locator('a[data-row]').first()).toBeVisible()
})
