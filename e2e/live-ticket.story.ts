import { type Browser, expect, type Locator, type Page, type Route } from '@playwright/test'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { assign } from '@/lib/tickets/assign'
import { close } from '@/lib/tickets/close'
import { ticketFor } from '@/lib/tickets/find'
import { prioritize } from '@/lib/tickets/prioritize'
import { reopen } from '@/lib/tickets/reopen'
import { resolve } from '@/lib/tickets/resolve'
import type { Agent, Customer } from '@/lib/viewer'
import { openConsole, row, takenDown, withoutNews, written } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const hers = async (ana: Agent, maria: Customer, subject: string) => {
  const ticket = await takenDown(ana, maria, subject)
  await assign(ana, { id: ticket.id, status: 'open', assigneeId: null }, ana)
  return ticketFor(ana, ticket.refid)
}

const another = async (browser: Browser, agent: Agent, path: string) => {
  const page = await (await browser.newContext()).newPage()
  await openConsole(page, agent, path)
  return page
}

/** Of a stream that says so and ends. */
const missed = 'event: hello\ndata: {"missed":true}\n\n'

const reply = (page: Page, customer: Customer) =>
  page.getByLabel(`Reply to ${customer.name}`, { exact: true })

async function boxOf(one: Locator) {
  const box = await one.boundingBox()
  if (!box) throw new Error('It is not on the page')
  return box
}

test('a ticket that lies open follows what happens, and the reply that is being written stays', async ({
  page,
}) => {
  const [ana, ben, maria] = [await newAgent(), await newAgent('Ben Beside'), await newCustomer()]
  const ticket = await hers(ana, maria, 'It follows')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await reply(page, maria).fill('I am about to')
  await writeBack(maria, ticket, { body: 'It smokes, too', channel: 'portal' })
  await expect(page.getByRole('article').filter({ hasText: 'It smokes, too' })).toBeVisible()
  await note(ben, ticket, written('Not again'))
  await expect(page.getByRole('article').filter({ hasText: 'Not again' })).toBeVisible()
  await prioritize(ben, ticket, 'urgent')
  await expect(page.locator('main header').first()).toContainText('Urgent')
  await expect(reply(page, maria)).toHaveValue('I am about to')
  await expect(reply(page, maria)).toBeFocused()
})

test('a reply that is being written when a colleague closes the ticket stays under the pen, and goes once it is reopened', async ({
  page,
}) => {
  const [ana, ben, maria] = [await newAgent('Ana Here'), await newAgent('Ben Closer'), await newCustomer()]
  const ticket = await hers(ana, maria, 'Closed meanwhile')
  const path = `/console/tickets/${ticket.refid}`
  await openConsole(page, ana, path)
  await reply(page, maria).fill('I am about to')
  await close(ben, ticket)
  const told = page.getByText('Reopen it to write to')
  await expect(told).toContainText('Ben Closer closed it')
  await expect(reply(page, maria)).toBeFocused()
  await page.keyboard.type(' judge')
  await expect(reply(page, maria)).toHaveValue('I am about to judge')
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Reopen it to change it' })).toBeVisible()
  await expect(reply(page, maria)).toHaveValue('I am about to judge')

  await reopen(ben, await ticketFor(ben, ticket.refid))
  await expect(told).toHaveCount(0)
  await reply(page, maria).press('Control+Enter')
  await expect(page.getByRole('article', { name: /^Reply from Ana Here/ })).toContainText('to judge')
})

test('on a small screen the field that is written in stays in its place, and what is new is one press away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await hers(ana, maria, 'It stays')
  for (const count of [1, 2, 3, 4])
    await writeBack(maria, ticket, {
      body: `${count}. ${'It goes on and on. '.repeat(30)}`,
      channel: 'portal',
    })
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await reply(page, maria).fill('One')
  const top = async () => Math.round((await reply(page, maria).boundingBox())?.y ?? 0)
  const before = await top()
  await writeBack(maria, ticket, { body: 'And on. '.repeat(80), channel: 'portal' })
  const fresh = page.getByRole('button', { name: 'Something new happened' })
  await expect(fresh).toBeVisible()
  await expect(fresh.locator('.lucide-arrow-up')).toBeVisible()
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(60)
  await fresh.press('Enter')
  await expect(fresh).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'And on. And on.' })).toBeFocused()

  // On a large one it lies over the timeline, but not over what has the focus there.
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.getByRole('button', { name: 'Quote the message' }).first().focus()
  for (let stop = 1; stop < 10; stop++) {
    await page.keyboard.press('Tab')
    const [focused, composer] = [page.locator(':focus'), page.getByRole('region', { name: 'Write' })]
    const [{ y, height }, { y: end }] = [await boxOf(focused), await boxOf(composer)]
    expect(y + height).toBeLessThanOrEqual(end)
  }
})

test('what is new is said to be below, and one’s own doing is not said at all', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  const [ana, ben, maria] = [await newAgent('Ana Here'), await newAgent('Ben Beside'), await newCustomer()]
  const ticket = await hers(ana, maria, 'It is long')
  for (const count of [1, 2, 3, 4])
    await writeBack(maria, ticket, { body: `${count}. ${'It goes on. '.repeat(90)}`, channel: 'portal' })
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  const fresh = page.getByRole('button', { name: 'Something new happened' })
  await note(ana, ticket, written('From my other window'))
  await expect(page.getByRole('article').filter({ hasText: 'my other window' })).toBeAttached()
  await expect(fresh).toHaveCount(0)
  await note(ben, ticket, written('From his'))
  await expect(fresh.locator('.lucide-arrow-down')).toBeVisible()

  // A key leads there, too.
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('listitem').filter({ hasText: 'From his' })).toBeFocused()
  await expect(fresh).toHaveCount(0)
})

test('each of two agents sees that the other looks, and replies, on the ticket and on its row', async ({
  browser,
  page,
}) => {
  const [ana, ben, maria] = [await newAgent('Ana Here'), await newAgent('Ben Beside'), await newCustomer()]
  const ticket = await hers(ana, maria, 'Two look at it')
  await openConsole(page, ana, '/console/tickets?assignee=me')
  await expect(row(page, 'Two look at it')).toBeVisible()
  const other = await another(browser, ben, `/console/tickets/${ticket.refid}`)
  await expect(page.getByRole('img', { name: 'Ben Beside is viewing' })).toBeVisible()
  await reply(other, maria).pressSequentially('Hello')
  await expect(row(page, 'Two look at it')).toContainText('Replying: Ben Beside')

  await page.getByRole('link', { name: 'Two look at it' }).click()
  await expect(page.getByRole('list', { name: 'Also here' })).toContainText('Ben Beside replying')
  await expect(page.getByText('Replying: Ben Beside')).toBeVisible()
  await expect(other.getByRole('list', { name: 'Also here' })).toContainText('Ana Here viewing')
  await reply(other, maria).fill('')
  await expect(page.getByRole('list', { name: 'Also here' })).toContainText('Ben Beside viewing')
  await other.goto('/console/tickets')
  await expect(page.getByRole('list', { name: 'Also here' })).toHaveCount(0)
})

test('rows follow what happens and none moves; what is new waits behind a pill, what has left says so', async ({
  page,
}) => {
  const [ana, ben, maria] = [await newAgent(), await newAgent('Ben Giver'), await newCustomer()]
  const [first, second] = [await hers(ana, maria, 'The first'), await hers(ana, maria, 'The second')]
  await openConsole(page, ana, '/console/tickets?assignee=me')
  const subjects = page.locator('a[data-row]')
  await expect(subjects).toHaveText(['The second', 'The first'])

  await writeBack(maria, first, { body: 'Still broken', channel: 'portal' })
  await expect(row(page, 'The first')).toContainText('Still broken')
  await hers(ana, maria, 'The third')
  const pill = page.getByRole('button', { name: '1 new' })
  await expect(pill).toBeVisible()
  await resolve(ben, second)
  await expect(row(page, 'The second')).toContainText('No longer in this list')
  await expect(subjects).toHaveText(['The second', 'The first'])

  await pill.focus()
  await page.keyboard.press('Enter')
  await expect(subjects).toHaveText(['The third', 'The first'])
  await expect(pill).toHaveCount(0)
  await expect(subjects.first()).toBeFocused()
})

test('a row whose news could not be fetched follows all the same, without another word', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const [first, second] = [await hers(ana, maria, 'Is cut off'), await hers(ana, maria, 'Is refused')]
  await openConsole(page, ana, '/console/tickets?assignee=me')
  const failing = async (ticket: typeof first, body: string, fails: (route: Route) => Promise<void>) => {
    await page.route('**/api/console/queue?*', fails, { times: 1 })
    const asked = page.waitForRequest('**/api/console/queue?*')
    await writeBack(maria, ticket, { body, channel: 'portal' })
    await asked
    await expect(row(page, ticket.subject)).toContainText(body)
  }
  await failing(first, 'Still broken', (route) => route.abort())
  await failing(second, 'Broken, too', (route) => route.fulfill({ status: 503 }))
})

test('a ticket that has missed news, and could not be told what, asks once more', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await hers(ana, maria, 'It was away')
  await withoutNews(page)
  await page.route('**/latest', (route) => route.fulfill({ status: 503 }), { times: 1 })
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await expect(reply(page, maria)).toBeVisible()
  await writeBack(maria, ticket, { body: 'It smokes, too', channel: 'portal' })
  const refused = page.waitForResponse('**/latest')
  await page.route(
    '**/api/console/stream*',
    (route) => route.fulfill({ contentType: 'text/event-stream', body: missed }),
    { times: 1 },
  )
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  expect((await refused).status()).toBe(503)
  await expect(page.getByRole('article').filter({ hasText: 'It smokes, too' })).toBeVisible()
})

test('what an agent has begun to write stands on its row', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await hers(ana, maria, 'Half written')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await reply(page, maria).fill('Dear Maria, this')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await page.goto('/console/tickets?assignee=me')
  await expect(row(page, 'Half written')).toContainText('Draft: Dear Maria, this')
})

test('while one’s own change of many is under way nothing is said to be new, and all of it is there afterwards', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  for (const subject of ['Lamp one', 'Lamp two']) await hers(ana, maria, subject)
  await openConsole(page, ana, '/console/tickets?assignee=me')
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
  await page.route('**/api/console/bulk/*', async (route) => {
    await free
    await route.continue()
  })
  const selected = page.getByRole('region', { name: 'Selected tickets' })
  for (const key of ['j', 'x', 'Shift+J']) await page.keyboard.press(key)
  await expect(selected).toContainText('2 selected')
  await page.keyboard.press('e')
  await expect(selected).toHaveCount(0)
  const told: string[] = []
  page.on('response', async (answer) => {
    if (answer.url().includes('/api/console/queue?')) told.push(await answer.text().catch(() => ''))
  })
  const { refid } = await hers(ana, maria, 'Lamp three')
  await expect.poll(() => told.some((text) => text.includes(refid))).toBe(true)
  const draw = () =>
    requestAnimationFrame(() => requestAnimationFrame(() => document.body.toggleAttribute('data-drawn')))
  await page.evaluate(draw)
  await expect(page.locator('body[data-drawn]')).toBeAttached()
  await expect(page.getByRole('button', { name: / new$/ })).toHaveCount(0)
  letGo()
  await expect(page.locator('a[data-row]')).toHaveText(['Lamp three'])
})
