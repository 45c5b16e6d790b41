import { type Browser, expect, type Page } from '@playwright/test'
import { demoPassword } from '@/lib/auth/demo-password'
import { preferencesOf } from '@/lib/preferences/find'
import type { Agent } from '@/lib/viewer'
import { openConsole, row, takenDown, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn, signIn } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'

const html = (page: Page) => page.locator('html')

/** The switches show a change before it is kept. */
const kept = (agent: Agent) =>
  expect.poll(async () => {
    const { theme, density, singleKeys } = await preferencesOf(agent)
    return [theme, density, singleKeys]
  })

const another = async (browser: Browser, options = {}) => (await browser.newContext(options)).newPage()

test('how pages look and listen holds at once, and wherever an agent signs in', async ({ page, browser }) => {
  const ana = await newAgent()
  await openConsole(page, ana, '/console/me')
  const looks = page.getByRole('region', { name: 'Appearance and keys' })
  await looks.getByText('Dark').click()
  await expect(html(page)).toHaveAttribute('data-theme', 'dark')
  await looks.getByRole('checkbox', { name: 'Compact rows' }).check()
  await looks.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await page.keyboard.press('?')
  await kept(ana).toEqual(['dark', 'compact', 'off'])

  const elsewhere = await another(browser)
  await signIn(elsewhere, ana.email)
  await expect(html(elsewhere)).toHaveAttribute('data-theme', 'dark')
  await expect(html(elsewhere)).toHaveAttribute('data-density', 'compact')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible()
  await elsewhere.keyboard.press('?')
  // In what the server sends, before any script runs.
  const sent = await (await elsewhere.request.get('/console/tickets')).text()
  expect(sent).toMatch(/<html[^>]* data-theme="dark" data-density="compact" data-single-keys="off"/)
  for (const one of [page, elsewhere]) await expect(one.getByRole('dialog')).toHaveCount(0)
})

test('the switches of the menus change the same preferences', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  await takenDown(ana, maria, 'A row to look at')
  await openConsole(page, ana, '/console/tickets')
  const height = async () => (await row(page, 'A row to look at').boundingBox())?.height
  const before = await height()
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('checkbox', { name: 'Compact rows' }).check()
  expect(await height()).toBeLessThan(before ?? 0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Account:/ }).click()
  await page.locator('#account').getByText('Light').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await kept(ana).toEqual(['light', 'compact', 'off'])

  await visit(page, '/console/me')
  await expect(page.getByRole('checkbox', { name: 'Compact rows' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Single-key shortcuts' })).not.toBeChecked()
  await expect(page.getByRole('main').getByRole('radio', { name: 'Light' })).toBeChecked()
})

test('an agent changes their password, which ends their other sessions', async ({ page, browser }) => {
  const ana = await newAgent()
  const elsewhere = await another(browser)
  await comeIn(elsewhere, ana.email)
  await openConsole(page, ana, '/console/me')
  const form = page.getByRole('region', { name: 'Your password' })
  await form.getByLabel('Your password now').fill('not my password')
  await form.getByLabel('New password').fill('four quiet green boats')
  await form.getByRole('button', { name: 'Change password' }).click()
  await expect(form.getByRole('alert')).toContainText('This is not your password')
  await form.getByLabel('Your password now').fill(demoPassword)
  await form.getByRole('button', { name: 'Change password' }).click()
  await expect(form.getByText('Your password is changed.')).toBeVisible()
  await elsewhere.goto('/console/me')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await signIn(elsewhere, ana.email, 'four quiet green boats')
  await expect(elsewhere).toHaveURL(/\/console/)
  await page.reload()
  await expect(form).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a customer says where they are', async ({ page }) => {
    await comeIn(page, (await newCustomer()).email)
    await page.goto('/account')
    await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Oslo')
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
    await page.getByRole('button', { name: 'Change time zone' }).click()
    await expect(page.getByText('Your time zone is changed.')).toBeVisible()
    await page.goto('/account')
    await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
  })
})

test.describe('in Tokyo', () => {
  test.use({ timezoneId: 'Asia/Tokyo' })

  test('an agent is offered where their device is, and an admin may say otherwise', async ({
    page,
    browser,
  }) => {
    const ana = await newAgent()
    await openConsole(page, ana, '/console/me')
    const clock = page.getByRole('region', { name: 'Your clock' })
    await expect(clock.getByText('Your device is in Asia/Tokyo.')).toBeVisible()
    await clock.getByRole('button', { name: 'Use it' }).click()
    await expect(clock.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
    await clock.getByRole('button', { name: 'Change time zone' }).click()
    await expect(clock.getByText('Your time zone is changed.')).toBeVisible()
    await expect(clock.getByText('Your device is in')).toHaveCount(0)

    const admin = await another(browser)
    await enterAs(admin, 'admin')
    await visit(admin, `/admin/people/${encodeURIComponent(ana.email)}`)
    await expect(admin.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
    await admin.getByLabel('Time zone').selectOption('America/Argentina/Ushuaia')
    await admin.getByRole('button', { name: 'Change time zone' }).click()
    await expect(admin.getByText('The time zone is changed.')).toBeVisible()
    await visit(page, '/console/me')
    await expect(clock.getByLabel('Time zone')).toHaveValue('America/Argentina/Ushuaia')
  })
})
