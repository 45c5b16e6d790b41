import { expect, type Page } from '@playwright/test'
import { assign } from '@/lib/tickets/assign'
import { close } from '@/lib/tickets/close'
import { tag } from '@/lib/tickets/tag'
import type { Agent } from '@/lib/viewer'
import { barriers } from './barriers'
import { openConsole, pick, reload, row, takenDown } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

/** An agent with so many tickets, `Lamp 1.` and on, and their queue before them: the last is on top. */
async function withTickets(page: Page, count: number) {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const tickets = []
  for (let number = 1; number <= count; number++) {
    const ticket = await takenDown(ana, maria, `Lamp ${number}.`)
    await assign(ana, { ...ticket, status: 'open', assigneeId: null }, ana)
    tickets.push(ticket)
  }
  await openQueue(page, ana)
  return { ana, tickets }
}

const openQueue = (page: Page, ana: Agent) => openConsole(page, ana, '/console/tickets?assignee=me')

const bar = (page: Page) => page.getByRole('region', { name: 'Selected tickets' })
const strip = (page: Page) => page.getByRole('region', { name: 'Bulk change' })
const box = (page: Page, subject: string) => row(page, subject).getByRole('checkbox')
const priorities = (page: Page, word: string) => page.locator('td.queue-priority', { hasText: word })

/** What a screen reader says. */
const said = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toHaveText(words)

const toast = (page: Page, words: string) =>
  page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: words, exact: true }) })

test('an agent selects a range by keys, changes it by keys, and takes it back by a key', async ({ page }) => {
  await withTickets(page, 4)
  for (const key of ['j', 'j', 'x', 'Shift+J']) await page.keyboard.press(key)
  await said(page, '2 selected')
  await expect(box(page, 'Lamp 3.')).toBeChecked()
  await expect(box(page, 'Lamp 2.')).toBeChecked()
  await page.keyboard.press('Shift+K')
  await said(page, '1 selected')
  await page.keyboard.press('Shift+J')
  await expect(bar(page)).toContainText('2 selected')

  await page.keyboard.press('p')
  await page.keyboard.type('urg')
  await page.keyboard.press('Enter')
  await expect(toast(page, '2 tickets changed')).toContainText('Set priority to urgent')
  await expect(priorities(page, 'Urgent')).toHaveCount(2)
  await expect(bar(page)).toHaveCount(0)
  // The cursor is where it was.
  await expect(row(page, 'Lamp 2.').getByRole('link')).toBeFocused()
  await page.keyboard.press('z')
  await expect(toast(page, '2 tickets are as before')).toBeVisible()
  await expect(priorities(page, 'Urgent')).toHaveCount(0)

  await page.keyboard.press('x')
  await said(page, '1 selected')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
})

test('while nothing is selected the keys act on the row with the focus, and Z takes it back', async ({
  page,
}) => {
  await withTickets(page, 4)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  await expect(page.getByRole('combobox', { name: 'Search priority' })).toBeFocused()
  await page.keyboard.type('urg')
  await page.keyboard.press('Enter')
  await expect(toast(page, '1 ticket changed')).toContainText('Set priority to urgent')
  await expect(row(page, 'Lamp 3.').locator('td.queue-priority')).toHaveText('Urgent priority')
  await expect(bar(page)).toHaveCount(0)
  await expect(row(page, 'Lamp 3.').getByRole('link')).toBeFocused()
  await page.keyboard.press('z')
  await expect(toast(page, '1 ticket is as before')).toBeVisible()
  await expect(priorities(page, 'Urgent')).toHaveCount(0)

  // Whoever thinks better of it has selected nothing: the next key is for the next row.
  await page.keyboard.press('s')
  await expect(page.getByRole('combobox', { name: 'Search status' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await expect(row(page, 'Lamp 3.').getByRole('link')).toBeFocused()

  await page.keyboard.press('e')
  await expect(toast(page, '1 ticket changed')).toContainText('Resolve')
  await expect(row(page, 'Lamp 3.')).toHaveCount(0)
  // The keyboard goes on where it was: what was changed last had come to the top.
  await expect(row(page, 'Lamp 4.').getByRole('link')).toBeFocused()
  await page.keyboard.press('z')
  await expect(row(page, 'Lamp 3.')).toHaveCount(1)

  // In another list the keyboard begins at its top.
  await page.keyboard.press('j')
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unassigned')
  await expect(row(page, 'Lamp 4.')).toHaveCount(0)
  await page.keyboard.press('j')
  await expect(page.locator('a[data-row]').first()).toBeFocused()
})

test('L gives the row with the focus its own tags, as on the page of the ticket', async ({ page }) => {
  const { ana, tickets } = await withTickets(page, 2)
  const [, last] = tickets
  if (last) await tag(ana, last, { add: ['warm'] })
  await reload(page)
  await page.keyboard.press('j')
  await page.keyboard.press('l')
  await expect(page.getByRole('combobox', { name: 'Search tags' })).toBeFocused()
  await expect(page.getByRole('option', { name: 'warm', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.type('cosy')
  await page.keyboard.press('Enter')
  await expect(toast(page, '1 ticket changed')).toContainText('Add tag cosy')
  await page.keyboard.press('Escape')
  await expect(row(page, 'Lamp 2.').getByRole('list', { name: 'Tags' })).toContainText('cosy')
  await expect(row(page, 'Lamp 2.').getByRole('link')).toBeFocused()
  await expect(bar(page)).toHaveCount(0)
})

test('the palette acts on what is selected, and says on how many', async ({ page }) => {
  await withTickets(page, 3)
  for (const key of ['j', 'x', 'Shift+J']) await page.keyboard.press(key)
  await expect(bar(page)).toContainText('2 selected')
  await page.keyboard.press('Control+k')
  const here = page.getByRole('group', { name: '2 selected' })
  await expect(here.getByRole('option', { name: 'Resolve' })).toBeVisible()
  await expect(here.getByRole('option', { name: 'Open the ticket' })).toHaveCount(0)
  await page.keyboard.type('priority')
  await page.keyboard.press('Enter')
  await page.keyboard.type('urg')
  await page.keyboard.press('Enter')
  await expect(toast(page, '2 tickets changed')).toContainText('Set priority to urgent')
})

test('a key for what is selected waits for the panel that is still on its way', async ({ page }) => {
  await withTickets(page, 2)
  const { promise: sent, resolve: send } = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/**', async (route) => {
    await sent
    await route.fallback()
  })
  await box(page, 'Lamp 2.').click()
  await said(page, '1 selected')
  await expect(bar(page)).toHaveCount(0)
  await page.keyboard.press('p')
  // Not the key of the page that opens its own.
  await page.keyboard.press('c')
  send()
  await expect(page.getByRole('combobox', { name: 'Search priority' })).toBeFocused()
  await page.keyboard.type('urg')
  await page.keyboard.press('Enter')
  await expect(toast(page, '1 ticket changed')).toContainText('Set priority to urgent')
})

test('Z takes back a change of many while it is not known to be over', async ({ page }) => {
  await withTickets(page, 3)
  const changed = async (word: string) => {
    await box(page, 'Lamp 3.').click()
    await box(page, 'Lamp 2.').click()
    await expect(bar(page)).toContainText('2 selected')
    await page.keyboard.press('p')
    await expect(page.getByRole('combobox', { name: 'Search priority' })).toBeFocused()
    await page.keyboard.type(word)
    await page.keyboard.press('Enter')
    await expect(bar(page)).toHaveCount(0)
  }
  await changed('high')
  await expect(priorities(page, 'High')).toHaveCount(2)
  const { promise: known, resolve: letKnow } = Promise.withResolvers<void>()
  await page.route('**/api/console/bulk/*', async (route) => {
    await known
    await route.fallback()
  })
  await changed('urg')
  await page.keyboard.press('z')
  letKnow()
  await expect(toast(page, '2 tickets are as before')).toBeVisible()
  await expect(priorities(page, 'High')).toHaveCount(2)
})

test('what could not be changed is listed with the reason, and undo leaves it alone', async ({ page }) => {
  const { ana, tickets } = await withTickets(page, 4)
  await box(page, 'Lamp 4.').click()
  await box(page, 'Lamp 1.').click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('4 selected')
  await expect(page.getByRole('checkbox', { name: 'Select all on this page' })).toBeChecked()
  expect(await barriers(page)).toEqual([])
  const [closed] = tickets
  if (closed) await close(ana, { id: closed.id, status: 'open' })

  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Tags of 4 tickets' })
  await expect(dialog.getByRole('combobox', { name: 'Tags to add' })).toBeFocused()
  await page.keyboard.type('b')
  await expect(page.getByRole('combobox', { name: 'Search tags to add' })).toBeFocused()
  await page.keyboard.type('right lamp')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Change tags' }).click()
  await expect(strip(page)).toContainText('3 tickets changed, 1 ticket could not be changed')
  await expect(row(page, 'Lamp 2.').getByRole('list', { name: 'Tags' })).toHaveText('bright-lamp')

  await strip(page).getByRole('link', { name: 'See which and why' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add tag bright-lamp')
  await expect(row(page, 'Lamp 1.')).toContainText('This ticket is closed. Reopen it to change it.')
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click()
  await said(page, '3 tickets are as before.')
  await page.getByRole('link', { name: 'Bulk changes' }).first().click()
  await expect(row(page, 'Add tag bright-lamp')).toContainText('3 tickets are as before')

  await openQueue(page, ana)
  await expect(page.getByRole('list', { name: 'Tags' })).toHaveCount(0)
})

test('a change of all that match asks first, shows how far it is, and is taken back as one', async ({
  page,
}) => {
  await withTickets(page, 52)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await expect(bar(page)).toContainText('25 selected')
  await bar(page).getByRole('button', { name: 'Select all 52 matching' }).click()
  await said(page, '52 selected')
  const resolve = () => page.keyboard.press('e')
  await resolve()
  const asked = page.getByRole('dialog', { name: 'Change 52 tickets?' })
  await expect(asked).toContainText('Resolve')
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await resolve()
  await asked.getByRole('button', { name: 'Change 52 tickets' }).click()
  await expect(strip(page).getByRole('progressbar')).toBeVisible()
  // Whoever goes away and comes back sees it, or what became of it.
  await reload(page)
  await expect(toast(page, '52 tickets changed')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'No open ticket is assigned to you' })).toBeVisible()
  await toast(page, '52 tickets changed').getByRole('button', { name: 'Undo' }).click()
  await expect(toast(page, '52 tickets are as before')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('a[data-row]')).toHaveCount(25)
})

test('on a phone the bar has one button for all that can be changed', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await withTickets(page, 2)
  const all = page.getByRole('checkbox', { name: 'Select all on this page' })
  await all.check()
  await expect(bar(page)).toContainText('2 selected')
  await all.uncheck()
  await box(page, 'Lamp 1.').click()
  await bar(page).getByRole('button', { name: 'Change…' }).click()
  await pick(page, 'Assign', 'Nobody')
  await expect(toast(page, '1 ticket changed')).toContainText('Assign to nobody')
  await expect(row(page, 'Lamp 1.')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('a selection is of its queue: the next page keeps it, another filter drops it', async ({ page }) => {
  await withTickets(page, 26)
  await box(page, 'Lamp 26.').click()
  await expect(bar(page)).toContainText('1 selected')
  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await box(page, 'Lamp 1.').click()
  await said(page, '2 selected')
  await page.getByRole('button', { name: 'Priority', exact: true }).first().click()
  await page.getByRole('menuitemcheckbox', { name: 'Medium' }).click()
  await expect(bar(page)).toHaveCount(0)
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove filter Priority: medium' }).click()
  await expect(row(page, 'Lamp 26.')).toBeVisible()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
})
