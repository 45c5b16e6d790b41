import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { createPolicy } from '@/lib/sla/policies/create'
import { file } from '@/lib/tickets/file'
import { ticketByRefid } from '@/lib/tickets/lists'
import { prioritize } from '@/lib/tickets/prioritize'
import { reopen } from '@/lib/tickets/reopen'
import { resolve } from '@/lib/tickets/resolve'
import { type Customer, system } from '@/lib/viewer'
import { history, openConsole, written } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn } from './sign-in'
import { test } from './story'

const hour = 3600
const ago = (hours: number) => new Date(Date.now() - hours * hour * 1000)

/** No other story files by the widget, so that what is promised there is of these stories alone. */
test.beforeAll(async () => {
  const slow = { first_response: 4 * hour, next_response: 4 * hour, resolution: 24 * hour }
  const fast = { first_response: 1 * hour, next_response: 1 * hour, resolution: 2 * hour }
  await createPolicy(system, {
    name: `Widget ${randomUUID()}`,
    conditions: { channels: ['widget'] },
    targets: { low: slow, medium: fast, high: fast, urgent: fast },
    calendar: null,
    pausing: ['pending'],
    steps: [],
  })
})

async function filed(maria: Customer, hoursAgo: number) {
  const ticket = {
    subject: 'Printer on fire',
    description: 'It burns.',
    channel: 'widget',
    priority: 'low',
  } as const
  return ticketByRefid((await at(ago(hoursAgo), () => file(maria, maria, ticket))).refid)
}

/** What the panel tells of a target. */
const panel = (page: Page, target: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: target, level: 3 }) })
    .last()
const header = (page: Page) => page.getByRole('main').locator('header').first()

test('an agent reads why each target is due, and how it goes on', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Clear'), await newCustomer()]
  const ticket = await filed(maria, 0.5)
  await prioritize(ana, ticket, 'medium')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)

  const response = panel(page, 'First response').getByRole('listitem')
  await expect(response).toHaveText([
    /^Started \w{3} \d+ \w{3}, \d\d:\d\d, when the customer wrote\. Target 4 h\.$/,
    /^Retargeted .*, 4 h → 1 h, when the priority became medium \(by Ana Clear\)\.$/,
    /^At risk from /,
    /^Due \w{3} \d+ \w{3}, \d\d:\d\d\.$/,
  ])
  await expect(panel(page, 'Resolution')).toContainText('24×7 · Widget')
  await expect(header(page)).toContainText(/First response\s*.*29 m.*Resolution\s*.*1 h 29 m/)

  await answer(ana, ticket, written('We are on it.'), 'pending')
  await page.reload()
  await expect(response.last()).toHaveText(/^Met .*, 29 min early: answered by Ana Clear\.$/)
  await expect(panel(page, 'Resolution').getByRole('listitem').last()).toHaveText(
    /^Paused since .* while waiting for the customer, 30 min of 2 h counted\.$/,
  )
  await expect(header(page)).toContainText('paused')
  await expect(page.getByText('Times are in Europe/Oslo.')).toBeVisible()
})

test('what was late stays late, also when the ticket is opened again', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Late'), await newCustomer()]
  const ticket = await filed(maria, 25)
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await expect(async () => {
    await page.reload()
    await expect((await history(page)).filter({ hasText: 'warned: resolution breached' })).toHaveCount(1)
  }).toPass()
  await expect(panel(page, 'Resolution').getByRole('listitem').last()).toHaveText(
    /^Breached .*, not resolved by then\.$/,
  )

  await resolve(ana, ticket)
  await page.reload()
  await expect(header(page)).toContainText(/1 h late/)
  await expect(panel(page, 'First response')).toContainText(
    'without a promise kept: resolved without an answer (by Ana Late)',
  )

  await reopen(ana, await ticketByRefid(ticket.refid))
  await page.reload()
  await expect(panel(page, 'Resolution').getByRole('listitem').first()).toHaveText(
    /when the ticket was reopened \(by Ana Late\)\. Target 1 d\.$/,
  )
  await page.locator('summary').filter({ hasText: 'Earlier' }).click()
  await expect(page.getByText(/^Resolved .* by Ana Late, 1 h late\.$/)).toBeVisible()
})

test('a customer is promised an answer in their own time, and told when it is late', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const [early, late] = [await filed(maria, 1), await filed(maria, 5)]
  await comeIn(page, maria.email)
  await page.goto(`/tickets/${early.refid}`)
  await expect(page.getByText(/We will answer by .*\d\d:\d\d \(Oslo time\)/)).toBeVisible()
  await page.goto(`/tickets/${late.refid}`)
  await expect(
    page.getByText(/We are late: we meant to answer by .*\(Oslo time\)\. We are sorry, and on it\./),
  ).toBeVisible()

  await answer(ana, late, written('Which printer is it?'), 'pending')
  await page.reload()
  await expect(page.getByText('We asked you something')).toBeVisible()
  await expect(page.getByText(/we meant to|We will answer by|We aim to solve/)).toHaveCount(0)
})
