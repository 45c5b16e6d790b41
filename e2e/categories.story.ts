import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { configCategory } from '@/lib/support'
import { visit } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn, signIn } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'

const word = () => `Parcels ${randomBytes(4).toString('hex')}`

test('an admin adds a category, and customers choose it; made inactive, it is no longer offered', async ({
  page,
  browser,
}) => {
  const name = word()
  const customer = await browser.newPage()
  await signIn(customer, (await newCustomer()).email)
  await enterAs(page, 'admin')
  await page.goto('/admin')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Categories')

  await page.getByRole('link', { name: 'New category' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Description').fill('Lost, late or broken')
  await page.getByRole('button', { name: 'Add category' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Customers can choose it' })).toBeVisible()
  await expect(page.getByRole('row', { name })).toContainText(name.toLowerCase().replace(' ', '-'))
  await customer.goto('/tickets/new')
  await expect(customer.getByRole('radio', { name })).toBeVisible()

  await page.getByRole('link', { name }).click()
  await page.getByRole('radio', { name: 'Inactive' }).check()
  await page.getByRole('button', { name: 'Save category' }).click()
  await expect(page.getByRole('row', { name })).toContainText('Inactive')
  await customer.reload()
  await expect(customer.getByLabel('Subject')).toBeVisible()
  await expect(customer.getByRole('radio', { name })).toHaveCount(0)
  await customer.close()
})

test('a customer whose page still offers a category that is gone is told, and loses nothing', async ({
  page,
  browser,
}) => {
  const name = word()
  const { slug } = await configCategory().name(name).create()
  await comeIn(page, (await newCustomer()).email)
  await page.goto('/tickets/new')
  await page.getByRole('radio', { name }).check()
  await page.getByLabel('Subject').fill('A box is missing')
  await page.getByLabel('Details').fill('It never came.')
  await page.getByRole('radio', { name: 'I cannot work at all' }).check()

  const admin = await browser.newPage()
  await enterAs(admin, 'admin')
  await admin.goto(`/admin/categories/${slug}`)
  await admin.getByRole('radio', { name: 'Inactive' }).check()
  await admin.getByRole('button', { name: 'Save category' }).click()
  await expect(admin.getByRole('row', { name })).toContainText('Inactive')
  await admin.close()

  await page.getByRole('button', { name: 'Send request' }).click()
  await expect(page.getByText('This category is not offered any more').first()).toBeVisible()
  await expect(page.getByRole('radio', { name })).toHaveCount(0)
  await expect(page.getByLabel('Details')).toHaveValue('It never came.')
  await expect(page.getByRole('radio', { name: 'I cannot work at all' })).toBeChecked()
})

test('of two admins who edit one category, the second is told', async ({ page, browser }) => {
  const { slug } = await configCategory().name(word()).create()
  const other = await browser.newPage()
  for (const each of [page, other]) {
    await enterAs(each, 'admin')
    await visit(each, `/admin/categories/${slug}`)
  }
  await other.getByLabel('Description').fill('Theirs')
  await other.getByRole('button', { name: 'Save category' }).click()
  await other.waitForURL(/saved=/)
  await page.getByLabel('Description').fill('Mine')
  await page.getByRole('button', { name: 'Save category' }).click()
  await expect(page.getByText('Somebody else has changed this category')).toBeVisible()
  await expect(page.getByLabel('Description')).toHaveValue('Mine')
  await other.close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a refusal says what is wrong at its field and keeps what was typed', async ({ page }) => {
    const taken = await configCategory().name(word()).create()
    await enterAs(page, 'admin')
    await page.goto('/admin/categories/new')
    await page.getByLabel('Name').fill('Parcels again')
    await page.getByLabel('Slug').fill(taken.slug)
    await page.getByRole('radio', { name: 'Inactive' }).check()
    await page.getByRole('button', { name: 'Add category' }).click()
    await expect(page.getByLabel('Slug')).toHaveAccessibleDescription(/Another category has the slug/)
    await expect(page.getByLabel('Name')).toHaveValue('Parcels again')
    await expect(page.getByRole('radio', { name: 'Inactive' })).toBeChecked()

    await page.getByLabel('Name').fill(word())
    await page.getByLabel('Slug').fill('')
    await page.getByRole('button', { name: 'Add category' }).click()
    await expect(page.getByText('Customers do not see it')).toBeVisible()
  })
})

test('nobody but an admin finds these pages', async ({ page, browser }) => {
  await enterAs(page, 'supervisor')
  const agent = await browser.newPage()
  await signIn(agent, (await newAgent()).email)
  const customer = await browser.newPage()
  await signIn(customer, (await newCustomer()).email)
  for (const visitor of [page, agent, customer]) {
    for (const path of ['/admin', '/admin/categories', '/admin/people/new', '/admin/settings']) {
      expect((await visitor.goto(path))?.status(), path).toBe(404)
    }
  }
  await Promise.all([agent.close(), customer.close()])
})
