import { expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { takenDown, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { cookieOf } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'
import { act } from './threats/wire'

/** A wallboard of its own, made in the console, and where its link leads. */
async function madeBy(supervisor: Page) {
  const name = `Screen ${crypto.randomUUID().slice(0, 8)}`
  await visit(supervisor, '/console/now/wallboards')
  await supervisor.getByRole('textbox', { name: 'Name' }).fill(name)
  await supervisor.keyboard.press('Enter')
  await expect(supervisor.getByRole('status').filter({ hasText: name })).toBeVisible()
  return { name, link: await linkOf(supervisor, name) }
}

const entry = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

const linkOf = async (page: Page, name: string) =>
  (await entry(page, name).getByRole('link').getAttribute('href')) ?? ''

/** Of one of the numerals. */
const numberOf = async (screen: Page, name: string) => {
  const words = await screen
    .locator('dl > div')
    .filter({ hasText: name })
    .locator('dd > span')
    .first()
    .innerText()
  return Number(words.replaceAll(',', ''))
}

/** Keeps the slide that is shown, as soon as the page answers to a press. */
const halted = (screen: Page) =>
  expect(async () => {
    const button = screen.getByRole('button', { name: 'Halt the slides' })
    if (await button.isVisible()) await button.click()
    await expect(screen.getByRole('button', { name: 'Turn the slides' })).toBeVisible({ timeout: 500 })
  }).toPass()

/** Lets the screen's time pass until it has asked and heard: what the server knows it keeps for some seconds of ours. */
const whenAskedAgain = (screen: Page, so: () => Promise<void>) =>
  expect(async () => {
    await screen.clock.runFor(10_000)
    await so()
  }).toPass({ intervals: [500] })

test('a screen without anybody signed in shows the numbers, turns, follows, and ends with its link', async ({
  page,
  browser,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Wallflower')]
  const subject = `Unseen ${crypto.randomUUID()}`
  await takenDown(ana, maria, subject, { priority: 'urgent' })
  await enterAs(page, 'supervisor')
  const { name, link } = await madeBy(page)

  const context = await browser.newContext()
  const screen = await context.newPage()
  await screen.clock.install()
  await screen.goto(link)
  const title = screen.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Now')
  expect(await screen.content()).not.toMatch(new RegExp(`Wallflower|${subject}`))

  const before = await numberOf(screen, 'Needs first reply')
  for (let n = 0; n < 30; n++) await takenDown(ana, maria, 'And more')
  await halted(screen)
  // Other stories answer tickets meanwhile, though not thirty.
  await whenAskedAgain(screen, async () =>
    expect(await numberOf(screen, 'Needs first reply')).toBeGreaterThan(before),
  )
  await screen.getByRole('button', { name: 'Turn the slides' }).click()
  await screen.clock.runFor(15_000)
  await expect(title).not.toHaveText('Now')
  await title.click()
  await screen.keyboard.press('Space')
  await screen.getByRole('button', { name: 'Today' }).click()
  await expect(title).toHaveText('Today')
  await screen.clock.runFor(60_000)
  await expect(title).toHaveText('Today')
  await screen.keyboard.press('ArrowLeft')
  await expect(title).toHaveText('Due next')
  await screen.reload()
  await expect(title).toHaveText('Due next')
  await expect(screen.getByRole('button', { name: 'Turn the slides' })).toBeVisible()

  await entry(page, name).getByRole('button', { name: 'Revoke' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).press('Enter')
  await expect(entry(page, name)).toHaveCount(0)
  await whenAskedAgain(screen, () =>
    expect(title).toHaveText('There is nothing to see here', { timeout: 1_000 }),
  )
  await context.close()
})

test('a screen that cannot ask says so and keeps what it has; a new link takes the place of the old one', async ({
  page,
  browser,
}) => {
  await enterAs(page, 'supervisor')
  const { name, link } = await madeBy(page)
  const context = await browser.newContext()
  const screen = await context.newPage()
  await screen.clock.install()
  await screen.goto(link)
  await halted(screen)
  await screen.route('**/figures', (route) => route.abort())
  await whenAskedAgain(screen, () =>
    expect(screen.getByRole('status')).toHaveText(/^No connection: the numbers are those of \d\d:\d\d$/, {
      timeout: 1_000,
    }),
  )
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Now')
  await screen.unroute('**/figures')
  await whenAskedAgain(screen, () => expect(screen.getByRole('status')).toHaveText('', { timeout: 1_000 }))

  await entry(page, name).getByRole('button', { name: 'New link' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'New link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'has another link' })).toBeVisible()
  const renewed = await linkOf(page, name)
  expect(renewed).not.toBe(link)
  expect((await context.request.get(link)).status()).toBe(404)
  expect((await context.request.get(`${link}/figures`)).status()).toBe(410)
  expect((await context.request.get(renewed)).status()).toBe(200)
  await context.close()
})

test('every number fits its card, however wide the screen is and however long somebody waits', async ({
  page,
}) => {
  const { id } = await takenDown(await newAgent(), await newCustomer(), 'Waits and waits')
  await db.execute(
    sql`update tickets set waiting_since = moment() - interval '29 days 23 hours' where id = ${id}`,
  )
  await enterAs(page, 'supervisor')
  const { link } = await madeBy(page)
  const numbers = page.locator('dd > span:first-child')
  // What the server knows it keeps for some seconds.
  await expect(async () => {
    await page.goto(link)
    await expect(numbers.filter({ hasText: /^29 d 2\d h$/ })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await halted(page)
  for (const [width, height] of screens) {
    await page.setViewportSize({ width, height })
    const outside = await numbers.evaluateAll((all) =>
      all.flatMap((one) => (one.scrollWidth > one.clientWidth ? [one.textContent] : [])),
    )
    expect({ width, outside }).toEqual({ width, outside: [] })
  }
})

const screens = [
  [360, 740],
  [768, 1024],
  [1024, 768],
  [1280, 1024],
  [1440, 900],
  [1920, 1080],
] as const

test('agents make no wallboards, and a name that will not do is told of at its field', async ({ page }) => {
  await enterAs(page, 'agent')
  expect((await page.goto('/console/now/wallboards'))?.status()).toBe(404)
  for (const someone of [await newAgent(), await newCustomer()]) {
    const answer = await act('addWallboard', { name: 'Mine' }, { cookie: await cookieOf(someone) })
    expect(answer).toMatchObject({ done: false, refused: true })
  }
  await enterAs(page, 'supervisor')
  await visit(page, '/console/now/wallboards')
  await page.getByRole('button', { name: 'Add wallboard' }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/The name is empty/)
})
