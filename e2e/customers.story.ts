import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { customerPage } from '@/lib/people/customers'
import { fileOnBehalf } from '@/lib/tickets/file-on-behalf'
import { system } from '@/lib/viewer'
import { openConsole, takenDown } from './console'
import { newAgent, newCustomer } from './customer'
import { signIn } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'

const word = () => randomBytes(4).toString('hex')

const profile = (page: Page) => page.getByRole('complementary', { name: 'Profile' })

const uidOf = async (email: string) => (await customerPage(system, { q: email })).rows[0]?.uid ?? ''

test('an agent finds a customer, reads who they are and what they asked, and opens a ticket', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer(`Maria ${word()}`)]
  const { uid, name } = await createOrganization(system, {
    name: `Clinic ${word()}`,
    notes: 'Pays for a night line.\nAsk for Ole.',
  })
  await joinOrganization(system, maria.email, uid)
  for (const subject of ['The lamp flickers', 'The chair squeaks']) await takenDown(ana, maria, subject)
  await openConsole(page, ana, '/console/tickets')
  await page.getByRole('link', { name: 'Customers', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Search customers' }).fill(maria.name.toUpperCase())
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row', { name: maria.name })).toContainText(name)
  await expect(page.getByRole('row', { name: maria.name }).getByRole('cell').nth(2)).toHaveText('2')
  await page.getByRole('link', { name: maria.name }).click()

  await expect(page.getByRole('heading', { level: 1, name: maria.name })).toBeVisible()
  await expect(profile(page)).toContainText(maria.email)
  await expect(profile(page)).toContainText(`Internal notes on ${name}`)
  await expect(profile(page)).toContainText('Ask for Ole.')
  // Agents read for whom somebody works; admins set it.
  await expect(profile(page).getByRole('button')).toHaveCount(0)
  await expect(profile(page).getByRole('link', { name })).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'Tickets' }).getByRole('link')).toHaveText([
    'The chair squeaks',
    'The lamp flickers',
  ])
  await page.getByRole('link', { name: 'The lamp flickers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The lamp flickers')
  await expect(page.locator('main header').getByRole('link').first()).toHaveText(maria.name)
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1, name: maria.name })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: maria.name, exact: true }).first().click()
  await expect(page).toHaveURL(/\/console\/customers\//)
})

test('whoever looks at the customer on the way comes back to the list of the ticket', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer(`Maria ${word()}`)]
  const subject = `The lamp hums ${word()}`
  await takenDown(ana, maria, subject)
  const list = `/console/tickets?q=${encodeURIComponent(subject)}`
  await openConsole(page, ana, list)
  await page.getByRole('link', { name: subject }).click()
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText(subject)
  await page.getByRole('link', { name: maria.name, exact: true }).first().click()
  await expect(title).toContainText(maria.name)
  await page.goBack()
  await expect(title).toHaveText(subject)
  await page.keyboard.press('u')
  await expect(page.getByRole('link', { name: subject })).toBeFocused()
  await expect(page).toHaveURL(/\/console\/tickets\?q=/)
})

test('an admin says for whom a customer works', async ({ page }) => {
  const maria = await newCustomer(`Maria ${word()}`)
  const { name } = await createOrganization(system, { name: `Clinic ${word()}`, notes: '' })
  await enterAs(page, 'admin')
  await page.goto(`/console/customers/${await uidOf(maria.email)}`)
  const field = page.getByRole('combobox', { name: 'Works for' })
  await field.fill('Nowhere at all')
  await page.getByRole('button', { name: 'Save organization' }).click()
  await expect(field).toHaveAccessibleDescription(/There is no organization “Nowhere at all”/)
  await expect(field).toHaveValue('Nowhere at all')
  await field.fill(name.toUpperCase())
  await page.getByRole('button', { name: 'Save organization' }).click()
  await expect(profile(page).getByRole('link', { name })).toBeVisible()
  await field.fill('')
  await page.getByRole('button', { name: 'Save organization' }).click()
  await expect(profile(page).getByRole('link', { name })).toHaveCount(0)

  // In the meantime another admin decides otherwise.
  const other = await createOrganization(system, { name: `Clinic ${word()}`, notes: '' })
  await joinOrganization(system, maria.email, other.uid)
  await field.fill(name)
  await page.getByRole('button', { name: 'Save organization' }).click()
  await expect(page.getByRole('alert').filter({ hasText: `belongs to “${other.name}”` })).toBeVisible()
})

test('a customer who is deactivated is out at once, and in again when an admin says so', async ({
  page,
  browser,
}) => {
  const maria = await newCustomer(`Maria ${word()}`)
  const hers = await browser.newPage()
  await signIn(hers, maria.email)
  await enterAs(page, 'admin')
  await page.goto(`/console/customers/${await uidOf(maria.email)}`)
  await page.getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByRole('button', { name: 'Reactivate' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Deactivated')
  await hers.goto('/tickets')
  await expect(hers).toHaveURL(/\/sign-in/)
  await page.getByRole('button', { name: 'Reactivate' }).click()
  await expect(page.getByRole('button', { name: 'Deactivate' })).toBeVisible()
  await signIn(hers, maria.email)
  await expect(hers).toHaveURL(/\/tickets|\/$/)
  await hers.close()
})

test('a customer who called follows their ticket once an admin has set a password', async ({
  page,
  browser,
}) => {
  const ana = await newAgent()
  const email = `${word()}${word()}@example.test`
  await fileOnBehalf(
    ana,
    { email, name: 'Nora New' },
    { subject: 'May I pay by invoice?', description: 'She called.', submission: crypto.randomUUID() },
  )
  await enterAs(page, 'admin')
  await page.goto('/console/tickets/new')
  await page.getByRole('link', { name: 'You set it on the customer’s page.' }).click()
  await expect(page).toHaveURL(/\/console\/customers$/)
  await page.goto(`/console/customers/${await uidOf(email)}`)
  await expect(profile(page)).toContainText('No password yet')
  await profile(page).getByLabel('New password').fill('seven green bicycles')
  await profile(page).getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText('A new password is set for Nora New.')).toBeVisible()
  await expect(profile(page)).toContainText('With a password')
  const hers = await browser.newPage()
  await signIn(hers, email, 'seven green bicycles')
  await hers.goto('/tickets')
  await expect(hers.getByRole('link', { name: 'May I pay by invoice?' })).toBeVisible()
  await hers.close()
})

test('an agent needs no mouse for it', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer(`Maria ${word()}`)]
  await takenDown(ana, maria, 'The lamp flickers')
  await openConsole(page, ana, '/console/customers')
  await page.getByRole('searchbox', { name: 'Search customers' }).focus()
  await page.keyboard.type(maria.email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: maria.name })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'The lamp flickers' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The lamp flickers')
})

test('addresses that nobody would write are answered', async ({ page }) => {
  const ana = await newAgent()
  await openConsole(page, ana, '/console/tickets')
  const answer = async (path: string) => (await page.goto(path))?.status()
  expect(await answer('/console/customers/nobody')).toBe(404)
  expect(await answer(`/console/customers/${crypto.randomUUID()}`)).toBe(404)
  expect(await answer('/console/customers?q=%00%25_%5C&after=x&before=%27')).toBe(200)
  expect(await answer(`/console/customers?q=${'%20a'.repeat(60)}&after=${crypto.randomUUID()}`)).toBe(200)
  await page.goto('/console/customers?q=nobody+is+called+so')
  await page.getByRole('link', { name: 'Show all customers' }).click()
  await expect(page).toHaveURL('/console/customers')
})
