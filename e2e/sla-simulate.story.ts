import { expect, test } from '@playwright/test'
import { at } from '@/lib/clock'
import { createCalendar } from '@/lib/sla/calendars/create'
import { file } from '@/lib/tickets/file'
import { resolve } from '@/lib/tickets/resolve'
import { system } from '@/lib/viewer'
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
  await expect(
    page
      .getByRole('row', { name: /^Resolution/ })
      .getByRole('cell')
      .last(),
  ).toHaveText(/^−\d+\.\d$/)
})

test('hours that never come to a target are refused at their field', async ({ page }) => {
  const name = `Once ${crypto.randomUUID()}`
  await createCalendar(system, {
    name,
    hours: { timeZone: 'UTC', weekly: { mon: [['09:00', '10:00']] }, days: [] },
  })
  await signIn(page, 'admin@demo.test')
  await page.goto('/admin/sla/simulate')
  await page.getByLabel('Policy').selectOption('Everyone')
  await page.getByLabel('Calendar').selectOption(name)
  await page.getByRole('textbox', { name: 'Low: resolution' }).fill('365 d')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByLabel('Calendar')).toHaveAttribute('aria-invalid', 'true')
})

test('who leaves while it runs, or stops it, ends it', async ({ page }) => {
  // A simulation of many tickets: begun, and long not done.
  await page.addInitScript(() => {
    const { fetch } = window
    window.fetch = async (address, how) => {
      if (address !== '/api/admin/simulation') return fetch(address, how)
      const told = new ReadableStream({
        start(lines) {
          lines.enqueue(new TextEncoder().encode('{"done":1,"all":4}\n'))
          how?.signal?.addEventListener('abort', () => {
            document.documentElement.dataset.ended = `${Number(document.documentElement.dataset.ended ?? 0) + 1}`
            lines.error(how.signal?.reason)
          })
        },
      })
      return new Response(told)
    }
  })
  await signIn(page, 'admin@demo.test')
  await page.goto('/admin/sla/simulate')
  const run = page.getByRole('button', { name: 'Run' })
  await run.click()
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', '0.25')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)

  await run.click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'SLA' }).click()
  await expect(page.getByRole('heading', { name: 'SLA', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-ended', '2')
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
