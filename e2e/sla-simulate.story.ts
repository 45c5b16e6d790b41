import { expect, test } from '@playwright/test'
import { at } from '@/lib/clock'
import { file } from '@/lib/tickets/file'
import { resolve } from '@/lib/tickets/resolve'
import { newAgent, newCustomer } from './customer'
import { signIn } from './sign-in'

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

test('an admin tries another promise, and sees what would have been kept', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const subject = `Slowly ${crypto.randomUUID()}`
  const ticket = await at(hoursAgo(60), () =>
    file(maria, maria, { subject, description: 'Help', channel: 'portal', priority: 'low' }),
  )
  await at(hoursAgo(59), () => resolve(ana, { id: ticket.id, status: 'open' }))

  await signIn(page, 'admin@demo.test')
  await page.goto('/admin/sla')
  await page.getByRole('link', { name: 'What if?' }).click()
  await page.getByLabel('Policy').selectOption('Everyone')
  await page.getByLabel('Calendar').selectOption('Around the clock')
  const low = page.getByRole('textbox', { name: 'Low: resolution' })
  await low.fill('soon')
  await page.getByLabel('Tickets filed in the last').selectOption('7 days')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByText('“soon” is no amount of time').first()).toBeVisible()

  await low.fill('30 min')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByRole('heading', { name: /would have gone another way/ })).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: ticket.refid })).toContainText(
    'Resolution: kept → breached',
  )
  await expect(page.getByRole('row', { name: /^Resolution/ })).toContainText('%')
})

test('nobody else runs one', async ({ page }) => {
  const ask = () =>
    page.evaluate(
      async () => (await fetch('/api/admin/simulation', { method: 'POST', body: new FormData() })).status,
    )
  await page.goto('/sign-in')
  expect(await ask()).toBe(401)
  for (const somebody of [await newCustomer(), await newAgent()]) {
    await page.context().clearCookies()
    await signIn(page, somebody.email)
    expect(await ask()).toBe(404)
    await page.goto('/admin/sla/simulate')
    await expect(page.getByRole('heading', { name: 'What if?' })).toHaveCount(0)
  }
})
