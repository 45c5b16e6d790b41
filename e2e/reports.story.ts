import { expect, type Page } from '@playwright/test'
import { resolve } from '@/lib/tickets/resolve'
import { tag } from '@/lib/tickets/tag'
import { system } from '@/lib/viewer'
import { takenDown, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { signIn } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'

/** A number of the overview, with what stands around it. */
const card = (page: Page, name: string) => page.locator('dl > div').filter({ hasText: name }).first()

/** Two tickets of which one is resolved, and the tag that nothing else has. */
async function twoTickets() {
  const [ana, maria, name] = [
    await newAgent(),
    await newCustomer(),
    `seen-${crypto.randomUUID().slice(0, 8)}`,
  ]
  const [first, second] = [await takenDown(ana, maria, 'First'), await takenDown(ana, maria, 'Second')]
  for (const ticket of [first, second]) await tag(system, ticket, { add: [name] })
  await resolve(system, { ...first, status: 'open' })
  return name
}

test('a supervisor reads the overview, chooses other days and follows a number', async ({ page }) => {
  const name = await twoTickets()
  await enterAs(page, 'supervisor')
  await visit(page, `/console/reports?tag=${name}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
  await expect(card(page, 'Created').getByRole('link').first()).toHaveText('2')
  await expect(card(page, 'Resolved')).toContainText('1 ticket')
  await expect(card(page, 'Satisfaction')).toContainText('nothing to count')

  await page.getByRole('button', { name: 'What “Not reopened” means' }).click()
  await expect(page.getByRole('dialog')).toContainText('the share that has not been reopened since')
  await page.keyboard.press('Escape')

  await page.getByRole('combobox', { name: 'Period' }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(page).toHaveURL(/period=7d/)
  await page.getByRole('button', { name: 'Created and resolved: show as table' }).press('Enter')
  const table = page.getByRole('table', { name: 'Created and resolved' })
  await expect(table.getByRole('row')).toHaveCount(9)
  await expect(table.getByRole('row').last().getByRole('cell')).toHaveText(['2', '1'])

  await page.getByRole('button', { name: `Remove filter Tag: ${name}` }).click()
  await expect(page).not.toHaveURL(/tag=/)
  await page.goBack()
  await table.getByRole('row').last().getByRole('link', { name: '2' }).click()
  await expect(page).toHaveURL(new RegExp(`/console/tickets\\?behind=created\\+.*tag=${name}`))
  await expect(page.getByText(/^2 tickets · /)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save as view' })).toHaveCount(0)
})

test('the points of a chart are read and followed with the keyboard', async ({ page }) => {
  const name = await twoTickets()
  await enterAs(page, 'supervisor')
  await visit(page, `/console/reports?period=7d&tag=${name}`)
  const points = page.getByRole('group', { name: 'Created and resolved' })
  await points.getByRole('link', { name: /: created 2$/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(points.getByRole('link', { name: /: resolved 1$/ })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(points.getByRole('link', { name: /: resolved 0$/ }).last()).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/console\/tickets\?behind=resolved\+/)
})

test('days that make no period are told at their fields, and a range without tickets says so', async ({
  page,
}) => {
  await enterAs(page, 'supervisor')
  await visit(page, '/console/reports?period=custom&from=2001-02-01&to=2001-01-01')
  await expect(page.getByLabel('From', { exact: true })).toHaveAccessibleDescription(
    /The period ends before it begins/,
  )
  await page.getByLabel('to', { exact: true }).fill('2001-02-28')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/to=2001-02-28/)
  await expect(page.getByText('The period ends before it begins')).toHaveCount(0)
  await expect(page.getByText('No ticket was created or resolved').first()).toBeVisible()
  await expect(page.getByText(/\d%/)).toHaveCount(0)
})

test('an agent finds no report', async ({ page }) => {
  await signIn(page, (await newAgent()).email)
  await expect(page.getByRole('link', { name: 'Overview' })).toHaveCount(0)
  expect((await page.goto('/console/reports'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
})
