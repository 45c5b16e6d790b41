import { expect, type Page, test } from '@playwright/test'
import { dailyTrends } from '@/lib/analytics/find'
import { newAgent } from './customer'
import { signIn } from './sign-in'
import { enterAs } from './staff'

const numbers = (page: Page) => page.getByRole('table', { name: 'Filed and resolved per day' })

test('a supervisor reads how many tickets were filed and resolved on each day', async ({ page }) => {
  await enterAs(page, 'supervisor')
  await page.goto('/console')
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reports')
  await page.getByRole('link', { name: '7 days' }).click()
  await expect(page).toHaveURL(/days=7/)
  await page.getByRole('button', { name: 'Show as table' }).click()
  await expect(numbers(page).getByRole('row')).toHaveCount(9)
  // Other stories file tickets meanwhile, so only days that are over stand still.
  const [first] = await dailyTrends(7)
  const cells = numbers(page).getByRole('row').nth(1).getByRole('cell')
  await expect(cells).toHaveText([String(first?.created), String(first?.resolved)])
})

test('the chart is read with the keyboard, and each day is read out', async ({ page }) => {
  await enterAs(page, 'supervisor')
  await page.goto('/console/reports?days=30')
  const chart = page.getByRole('application', { name: /Filed and resolved per day, 30 points/ })
  await chart.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  const [first] = await dailyTrends(30)
  const said = page.locator('[aria-live=polite]').filter({ hasText: 'filed' })
  await expect(said).toHaveText(new RegExp(`: filed ${first?.created}, resolved ${first?.resolved}$`))
})

test('each number tells what it means', async ({ page }) => {
  await enterAs(page, 'supervisor')
  await page.goto('/console/reports')
  await page.getByRole('button', { name: 'What “Average first response” means' }).click()
  await expect(page.getByRole('dialog')).toContainText('Notes and changes of status are no reply')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an agent finds no report', async ({ page }) => {
  await signIn(page, (await newAgent()).email)
  await expect(page.getByRole('link', { name: 'Overview' })).toHaveCount(0)
  expect((await page.goto('/console/reports'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
})
