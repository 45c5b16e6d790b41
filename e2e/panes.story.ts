import { expect, type Page } from '@playwright/test'
import { changePreferences } from '@/lib/preferences/change'
import { assign } from '@/lib/tickets/assign'
import { ticketByRefid } from '@/lib/tickets/lists'
import { resolve } from '@/lib/tickets/resolve'
import type { Agent, Customer } from '@/lib/viewer'
import { openConsole, reload, takenDown, told, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

/** The newest first. */
const mine = '/console/tickets?assignee=me&sort=created'

const list = (page: Page) => page.getByRole('navigation', { name: 'List' })
const subject = (page: Page) => page.getByRole('heading', { level: 1 })
const step = (page: Page, name: 'Next' | 'Previous') => page.getByRole('button', { name: `${name} ticket` })

/** One more ticket of hers; the last one is the first in her list. */
async function given(ana: Agent, maria: Customer, title: string) {
  const ticket = await takenDown(ana, maria, title)
  await assign(ana, { id: ticket.id, status: 'open', assigneeId: null }, ana)
  return ticket
}

/** Of two tickets of hers the agent has opened the one that stands first. */
async function atTheFirst(page: Page) {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const second = await given(ana, maria, 'Second in line')
  const first = await given(ana, maria, 'First in line')
  await openConsole(page, ana, mine)
  await page.getByRole('link', { name: 'First in line' }).click()
  await expect(subject(page)).toHaveText('First in line')
  return { first, second }
}

/** What is asked for at the address that ends so waits until it is let go. */
async function holdBack(page: Page, end: string) {
  const { promise: free, resolve } = Promise.withResolvers<void>()
  await page.route(
    (url) => url.pathname.endsWith(end),
    async (route) => {
      await free
      await route.continue()
    },
  )
  return resolve
}

test('three panes: the list stays beside the ticket, follows what happens and can be hidden', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const [ana, ben, maria] = [await newAgent(), await newAgent('Ben Other'), await newCustomer('Maria Pane')]
  const third = await given(ana, maria, 'Third in line')
  await given(ana, maria, 'Second in line')
  await given(ana, maria, 'First in line')
  await openConsole(page, ana, mine)
  await page.getByRole('link', { name: 'First in line' }).click()
  await expect(subject(page)).toHaveText('First in line')
  await expect(list(page).getByRole('listitem')).toHaveText([
    /First in line/,
    /Second in line/,
    /Third in line/,
  ])
  const current = list(page).locator('[aria-current="page"]')
  await expect(current).toHaveText('First in line')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await expect(step(page, 'Previous')).toHaveAttribute('title', 'This is the first ticket of the list')

  // The same pane all the way: nothing of it is drawn anew.
  await list(page).evaluate((pane) => pane.setAttribute('data-same', ''))
  await page.keyboard.press('j')
  await expect(current).toHaveText('Second in line')
  await expect(subject(page)).toHaveText('Second in line')
  await list(page).getByRole('link', { name: 'Third in line' }).click()
  await expect(subject(page)).toHaveText('Third in line')
  await step(page, 'Previous').click()
  await expect(subject(page)).toHaveText('Second in line')
  await expect(step(page, 'Previous')).toBeFocused()
  await page.goBack()
  await expect(current).toHaveText('Third in line')
  await expect(list(page)).toHaveAttribute('data-same', '')

  await resolve(ben, { ...third, status: 'open' })
  await expect(list(page).getByRole('listitem').nth(2)).toContainText('No longer in this list')
  await given(ana, maria, 'A surprise')
  await expect(list(page).getByRole('listitem')).toHaveCount(3)
  await list(page).getByRole('button', { name: '1 new' }).click()
  await expect(list(page).getByRole('listitem')).toHaveText([/A surprise/, /First in line/, /Second in line/])

  await page.getByRole('button', { name: 'Hide the list' }).click()
  await expect(list(page)).toHaveCount(0)
  await reload(page)
  await expect(list(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the list' }).click()
  await expect(list(page).getByRole('link', { name: 'First in line' })).toBeVisible()
  await page.setViewportSize({ width: 1439, height: 900 })
  await expect(list(page)).toHaveCount(0)
})

test('J on the last row of a page goes on to the next page, and K back', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  for (let count = 27; count > 0; count -= 1) await given(ana, maria, `Number ${count} in line`)
  await openConsole(page, ana, mine)
  await page.getByRole('link', { name: 'Number 25 in line' }).click()
  await expect(subject(page)).toHaveText('Number 25 in line')
  await page.keyboard.press('j')
  await expect(subject(page)).toHaveText('Number 26 in line')
  await page.keyboard.press('k')
  await expect(subject(page)).toHaveText('Number 25 in line')
  await step(page, 'Next').click()
  await expect(subject(page)).toHaveText('Number 26 in line')
  await page.keyboard.press('j')
  await expect(subject(page)).toHaveText('Number 27 in line')
  await page.keyboard.press('j')
  await told(page, 'This is the last ticket of the list')

  await page.keyboard.press('u')
  await expect(page).toHaveURL(/\?assignee=me&sort=created&after=/)
  await expect(page.locator('a[data-row]')).toHaveText(['Number 26 in line', 'Number 27 in line'])
  await expect(page.getByRole('link', { name: 'Number 27 in line' })).toBeFocused()
})

test('who comes by a link has the list that the console begins with, or is told why not', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Other')]
  const earlier = await takenDown(ana, maria, 'The earlier one')
  const { refid } = await takenDown(ana, maria, 'The one in the mail')
  await page.route('**/api/console/list*', (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"href": "/cons' }),
  )
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await expect(list(page).getByRole('alert')).toContainText('The list could not be fetched')
  await page.unroute('**/api/console/list*')
  await list(page).getByRole('button', { name: 'Try again' }).click()
  await expect(list(page).getByRole('link', { name: 'All open' })).toBeVisible()
  await expect(list(page).locator('[data-beside]').first()).toBeVisible()

  // Beside it is what else its customer has asked.
  const others = page.getByRole('list', { name: 'Other tickets of Maria Other' })
  await expect(others.getByRole('listitem')).toHaveText([/The earlier one/])
  await others.getByRole('link', { name: 'The earlier one' }).click()
  await expect(page).toHaveURL(`/console/tickets/${earlier.refid}`)
  await page.getByRole('link', { name: 'All 2 tickets' }).click()
  await expect(subject(page)).toContainText('Maria Other')
})

test('what is pressed on the way to a ticket is not meant for the one that is left', async ({ page }) => {
  const { first, second } = await atTheFirst(page)
  const letTicketCome = await holdBack(page, second.refid)
  for (const key of ['j', 'e', 'n']) await page.keyboard.press(key)
  letTicketCome()
  await expect(subject(page)).toHaveText('Second in line')
  await expect(page.getByRole('textbox', { name: 'Internal note' })).toBeFocused()
  await page.keyboard.type('e')
  const [left, come] = [await ticketByRefid(first.refid), await ticketByRefid(second.refid)]
  expect([left?.status, come?.status]).toEqual(['open', 'open'])
})

test('nor is what is pressed after a row beside it, or on the way back to the list', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const { first, second } = await atTheFirst(page)
  const letTicketCome = await holdBack(page, second.refid)
  await list(page).getByRole('link', { name: 'Second in line' }).click()
  for (const key of ['e', 'n']) await page.keyboard.press(key)
  letTicketCome()
  await expect(subject(page)).toHaveText('Second in line')
  await expect(page.getByRole('textbox', { name: 'Internal note' })).toBeFocused()

  // Keys are meant for the ticket that has come.
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(page.getByRole('textbox', { name: /^Reply to/ })).toBeFocused()
  await page.keyboard.press('Escape')
  const letQueueCome = await holdBack(page, '/console/tickets')
  for (const key of ['u', 'e']) await page.keyboard.press(key)
  letQueueCome()
  await expect(page).toHaveURL(/\/console\/tickets\?assignee=me/)
  await expect(page.getByRole('link', { name: 'Second in line' })).toBeFocused()
  const [left, come] = [await ticketByRefid(first.refid), await ticketByRefid(second.refid)]
  expect([left.status, come.status]).toEqual(['open', 'open'])
})

test('who signs in next in the same tab is not shown the list of whoever was there before', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const [ana, ben, maria] = [await newAgent(), await newAgent('Ben Next'), await newCustomer()]
  const { refid } = await given(ana, maria, 'What Ana has')
  await openConsole(page, ana, mine)
  await page.getByRole('link', { name: 'What Ana has' }).click()
  await expect(list(page).locator(`[data-beside="${refid}"]`)).toBeVisible()
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await openConsole(page, ben, `/console/tickets/${refid}`)
  await expect(list(page).getByRole('link', { name: 'All open' })).toBeVisible()
})

test('what one writes stands on its row beside it, and no longer once it is sent', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Pane')]
  await changePreferences(ana, { undoSeconds: 30 })
  const ticket = await given(ana, maria, 'Written beside')
  await openConsole(page, ana, mine)
  await page.getByRole('link', { name: 'Written beside' }).click()
  const line = list(page).getByRole('listitem')
  const field = page.getByRole('textbox', { name: 'Reply to Maria Pane' })
  await field.fill('Thanks')
  await expect(line).toContainText('Draft: Thanks')
  await field.fill('Thanks, done')
  await expect(line).toContainText('Draft: Thanks, done')
  await field.press('Control+Enter')
  await expect(page.getByRole('article', { name: /not sent yet/ })).toBeVisible()
  await expect(line).not.toContainText('Draft')
  expect((await ticketByRefid(ticket.refid)).status).toBe('open')
})

test('a ticket that was opened elsewhere than in the list is not beside that list', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const [ana, ben, maria] = [await newAgent(), await newAgent('Ben Giver'), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'From her news')
  await assign(ben, { id: ticket.id, status: 'open', assigneeId: null }, ana)
  await openConsole(page, ana, '/console/tickets?spam=only')
  await expect(subject(page)).toContainText('Spam')
  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Notifications' }).click()
  await page.getByRole('link', { name: 'From her news' }).click()
  await expect(subject(page)).toHaveText('From her news')
  await expect(list(page).getByRole('link', { name: 'All open' })).toBeVisible()
  await expect(list(page).getByText('There are no tickets in this list')).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(subject(page)).toHaveText('Notifications')
})

test('nor is one that was opened by its address', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'From a mail')
  await openConsole(page, ana, '/console/tickets?assignee=me')
  await expect(subject(page)).toContainText('Mine')
  await visit(page, `/console/tickets/${refid}`)
  await expect(list(page).getByRole('link', { name: 'All open' })).toBeVisible()
  await expect(list(page).getByText('There are no tickets in this list')).toHaveCount(0)
})
