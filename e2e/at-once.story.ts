import { expect, type Page } from '@playwright/test'
import { assign } from '@/lib/tickets/assign'
import { close } from '@/lib/tickets/close'
import { ticketByRefid } from '@/lib/tickets/lists'
import { openConsole, picker, row, takenDown, told, visit, withoutNews } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

/** An agent with three tickets, and a queue before them: `Lamp 3.` is on top. */
async function withLamps(page: Page, asked = 'assignee=me') {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const tickets = []
  for (const number of [1, 2, 3]) {
    const ticket = await takenDown(ana, maria, `Lamp ${number}.`)
    await assign(ana, { ...ticket, status: 'open', assigneeId: null }, ana)
    tickets.push(ticket)
  }
  await openConsole(page, ana, `/console/tickets?${asked}`)
  return { ana, tickets }
}

/** The server does what it is asked, but what it answers does not arrive before it is let go. */
async function holdAnswers(page: Page) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/console/**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    await held
    await route.fulfill({ response })
  })
  return () => letGo()
}

const rows = (page: Page) => page.locator('a[data-row]')
const priority = (page: Page, subject: string) => row(page, subject).locator('td.queue-priority')

test('a change of a row is there before the server has answered, and Z takes it back', async ({ page }) => {
  await withLamps(page)
  const letGo = await holdAnswers(page)
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(rows(page)).toHaveText(['Lamp 2.', 'Lamp 1.'])
  await expect(row(page, 'Lamp 2.').getByRole('link')).toBeFocused()
  for (const word of ['high', 'urg']) {
    await page.keyboard.press('p')
    await expect(page.getByRole('combobox', { name: 'Search priority' })).toBeFocused()
    await page.keyboard.type(word)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listbox')).toHaveCount(0)
  }
  await expect(priority(page, 'Lamp 2.')).toHaveText('Urgent priority')
  await expect(page.getByText('1 ticket changed')).toHaveCount(0)
  // Before the answer is there, it is the last change all the same.
  await page.keyboard.press('z')
  await expect(priority(page, 'Lamp 2.')).toHaveText('Urgent priority')

  letGo()
  await told(page, '1 ticket is as before')
  await expect(priority(page, 'Lamp 2.')).toHaveText('High priority')
  await expect(row(page, 'Lamp 3.')).toHaveCount(0)
})

test('a change that is refused brings the row back to its place, with the reason', async ({ page }) => {
  await withoutNews(page)
  const { tickets } = await withLamps(page, 'assignee=me&status=open,closed&sort=subject&dir=desc')
  const [, second] = tickets
  if (second) await close(await newAgent('Ben Faster'), { id: second.id, status: 'open' })
  const letGo = await holdAnswers(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(rows(page)).toHaveText(['Lamp 3.', 'Lamp 1.'])

  letGo()
  await told(page, 'This ticket is closed and cannot become resolved')
  await expect(
    page.getByRole('region', { name: 'Notifications' }).getByText(second?.refid ?? 'no ticket'),
  ).toBeVisible()
  await expect(rows(page)).toHaveText(['Lamp 3.', 'Lamp 2.', 'Lamp 1.'])
  // What the list did not know is in it now.
  await expect(row(page, 'Lamp 2.').locator('td.queue-status')).toHaveText('Closed')
  await expect(row(page, 'Lamp 1.').getByRole('link')).toBeFocused()
})

test('three keys in a row resolve three tickets', async ({ page }) => {
  const { tickets } = await withLamps(page)
  await page.keyboard.press('j')
  for (const key of ['e', 'e', 'e']) await page.keyboard.press(key)
  await expect(rows(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No open ticket is assigned to you' })).toBeVisible()
  for (const { refid } of tickets) expect((await ticketByRefid(refid)).status).toBe('resolved')
})

test('where the list asks for no status the row stays, and says what it is now', async ({ page }) => {
  await withLamps(page, 'assignee=me&status=open,resolved&sort=subject&dir=asc')
  const letGo = await holdAnswers(page)
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(row(page, 'Lamp 1.').locator('td.queue-status')).toHaveText('Resolved')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+E')
  await expect(rows(page)).toHaveText(['Lamp 1.', 'Lamp 3.'])
  letGo()
  await told(page, '1 ticket changed')
  await expect(row(page, 'Lamp 1.').locator('td.queue-status')).toHaveText('Resolved')
  await expect(rows(page)).toHaveText(['Lamp 1.', 'Lamp 3.'])
})

test('whoever takes a ticket that was found has it at once', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Atonce'), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Nobody has this lamp')
  await openConsole(page, ana, `/console/search?q=${refid}`)
  const letGo = await holdAnswers(page)
  const found = page.getByRole('region', { name: 'Tickets' }).getByRole('listitem')
  await page.keyboard.press('j')
  await page.keyboard.press('i')
  await expect(found).toContainText('with Ana Atonce')
  letGo()
  await told(page, `${refid} is yours`)
  await page.keyboard.press('z')
  await told(page, `${refid} is as before`)
  await expect(found).not.toContainText('with Ana Atonce')
})

test('on its page, too, what was pressed last is taken back before the server has answered', async ({
  page,
}) => {
  const { tickets } = await withLamps(page)
  const refid = tickets[0]?.refid ?? ''
  await visit(page, `/console/tickets/${refid}`)
  await page.keyboard.press('p')
  await page.keyboard.type('high')
  await page.keyboard.press('Enter')
  await told(page, 'Priority is high now')

  let letGo = await holdAnswers(page)
  await page.keyboard.press('w')
  await page.keyboard.press('z')
  letGo()
  await told(page, `You no longer follow ${refid}`)
  await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
  await expect(picker(page, 'Priority')).toHaveText('High')

  // Of two tags one after the other, the second alone.
  letGo = await holdAnswers(page)
  await page.keyboard.press('l')
  for (const tag of ['bright', 'dim']) {
    await page.keyboard.type(tag)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('z')
  letGo()
  await expect(page.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText(['bright'])
  expect((await ticketByRefid(refid)).priority).toBe('high')
})
