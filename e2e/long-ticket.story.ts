import { expect, type Locator, type Page } from '@playwright/test'
import { answer } from '@/lib/messages/answer'
import { changePreferences } from '@/lib/preferences/change'
import { writtenByThem } from '@/lib/testing/written'
import { assign } from '@/lib/tickets/assign'
import { openConsole, takenDown, visit, written } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

async function longTicket() {
  const [ana, maria] = [await newAgent('Ana Long'), await newCustomer('Maria Long')]
  const ticket = await takenDown(ana, maria, 'It goes on and on')
  await assign(ana, { id: ticket.id, status: 'open', assigneeId: null }, ana)
  await writtenByThem(maria, ticket, 20, `Part #. ${'It goes on. '.repeat(60)}`)
  return { ana, maria, path: `/console/tickets/${ticket.refid}` }
}

const part = (page: Page, number: number) => page.getByRole('article').filter({ hasText: `Part ${number}.` })
const subject = (page: Page) => page.getByRole('heading', { level: 1 })
const scrolled = (page: Page) => page.evaluate(() => window.scrollY)

const topOf = (one: Locator) => one.evaluate((element) => element.getBoundingClientRect().top)
const titleEnd = (page: Page) =>
  page.locator('[data-ticket-title]').evaluate((title) => title.getBoundingClientRect().bottom)

test('a long ticket opens at what was said last, below its title, and a link leads to its own place', async ({
  page,
}) => {
  const { ana, path } = await longTicket()
  await openConsole(page, ana, '/console/tickets?assignee=me')
  await page.getByRole('link', { name: 'It goes on and on' }).click()
  await expect(part(page, 20)).toBeInViewport()
  await expect(subject(page)).toBeInViewport()
  await expect(part(page, 1)).not.toBeInViewport()

  await page.goto(`${path}#${await part(page, 5).getAttribute('id')}`)
  await expect(part(page, 5)).toBeInViewport()
  await expect(part(page, 20)).not.toBeInViewport()
  expect(await topOf(part(page, 5))).toBeGreaterThan(await titleEnd(page))

  await visit(page, path)
  await expect(part(page, 20)).toBeInViewport()
  // Who walks back through it by keys sees all of what they are at.
  await part(page, 20).getByRole('button', { name: 'Quote' }).focus()
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Shift+Tab')
    const focused = page.locator(':focus')
    if ((await focused.getAttribute('data-tool')) === 'quote')
      expect(await topOf(focused)).toBeGreaterThan(await titleEnd(page))
  }
})

test('on a phone long words of others stay within the page, and an address within its button', async ({
  page,
}) => {
  const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 100)
  const [ana, maria] = [await newAgent(long), await newCustomer(long)]
  await changePreferences(ana, { undoSeconds: 0 })
  const ticket = await takenDown(ana, maria, 'Unbroken'.repeat(20))
  await answer(ana, ticket, written('We look into it.'), 'pending')
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 740 })
    await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const send = page.getByRole('button', { name: /^Send reply/ })
    const [button, words] = [await send.boundingBox(), await send.locator('.truncate').boundingBox()]
    expect(words?.width).toBeLessThan(button?.width ?? 0)
  }
})

test('beside the list a long ticket opens so, too, but nothing moves under a hand that steps through it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const { ana, maria } = await longTicket()
  const short = await takenDown(ana, maria, 'Short')
  await assign(ana, { id: short.id, status: 'open', assigneeId: null }, ana)
  await openConsole(page, ana, '/console/tickets?assignee=me&sort=created')
  await page.getByRole('link', { name: 'Short' }).click()
  await expect(subject(page)).toHaveText('Short')
  const next = page.getByRole('button', { name: 'Next ticket' })
  await next.click()
  await expect(subject(page)).toHaveText('It goes on and on')
  await expect(page.getByRole('button', { name: 'Previous ticket' })).toBeEnabled()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  expect(await scrolled(page)).toBe(0)

  await page.keyboard.press('k')
  await expect(subject(page)).toHaveText('Short')
  const list = page.getByRole('navigation', { name: 'List' })
  await list.getByRole('link', { name: 'It goes on and on' }).click()
  await expect(subject(page)).toHaveText('It goes on and on')
  await expect(part(page, 20)).toBeInViewport()
})

test('whoever comes back to a long ticket finds the place where they were', async ({ page }) => {
  const { ana, path } = await longTicket()
  await openConsole(page, ana, path)
  await expect(part(page, 20)).toBeInViewport()
  await page.evaluate(() => window.scrollTo(0, 900))
  await expect.poll(() => scrolled(page)).toBe(900)
  await page.keyboard.press('u')
  await expect(subject(page)).not.toHaveText('It goes on and on')
  await page.goBack()
  await expect(subject(page)).toHaveText('It goes on and on')
  await expect.poll(() => scrolled(page)).toBe(900)
})
