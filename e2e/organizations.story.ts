import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { system } from '@/lib/viewer'
import { visit } from './console'
import { newAgent, newCustomer } from './customer'
import { enterAs } from './staff'
import { test } from './story'

const word = () => `Clinic ${randomBytes(4).toString('hex')}`

const status = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

const customers = (page: Page) => page.getByRole('list', { name: 'Customers' })
const address = (page: Page) => page.getByLabel('E-mail address of a customer')

test('an admin adds an organization, says who works there, and writes notes for agents', async ({ page }) => {
  const [name, maria] = [word(), await newCustomer('Maria Lund')]
  await enterAs(page, 'admin')
  await visit(page, '/admin')
  await page.getByRole('link', { name: 'Organizations', exact: true }).click()
  await page.getByRole('link', { name: 'New organization' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Notes for agents').fill('Pays for a night line.')
  await page.getByRole('button', { name: 'Add organization' }).click()
  await status(page, `“${name}” is added`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

  await address(page).fill('nobody@example.test')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(address(page)).toHaveAccessibleDescription(
    'Error: There is no customer with this e-mail address',
  )
  await expect(address(page)).toHaveValue('nobody@example.test')
  await address(page).fill((await newAgent('Ana Staff')).email)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(address(page)).toHaveAccessibleDescription(/Ana Staff works here/)
  await address(page).fill(maria.email.toUpperCase())
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await status(page, `${maria.email} belongs to it now`)
  await expect(address(page)).toHaveValue('')
  await expect(customers(page)).toContainText('Maria Lund')

  await page.getByLabel('Notes for agents').fill('Pays for a night line. Ask for Ole.')
  await page.getByRole('button', { name: 'Save organization' }).click()
  await status(page, `“${name}” is saved`)
  await page.getByRole('searchbox', { name: 'Search organizations' }).fill(name.slice(7))
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row', { name })).toContainText('Ask for Ole')

  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Remove Maria Lund' }).click()
  await expect(page.getByText('Nobody belongs to it yet')).toBeVisible()
})

test('a customer of another organization is moved only where that is meant', async ({ page }) => {
  const [here, there] = await Promise.all(
    [word(), word()].map((name) => createOrganization(system, { name, notes: '' })),
  )
  if (!here || !there) throw new Error('Nothing was made')
  const maria = await newCustomer('Maria Lund')
  await joinOrganization(system, maria.email, there.uid)
  await enterAs(page, 'admin')
  await visit(page, `/admin/organizations/${here.uid}`)
  await address(page).fill(maria.email)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(address(page)).toHaveAccessibleDescription(`Error: Maria Lund belongs to “${there.name}”`)
  await page.getByRole('button', { name: 'Move them here' }).click()
  await expect(customers(page)).toContainText('Maria Lund')
  // In the meantime somebody moves her back.
  await joinOrganization(system, maria.email, there.uid)
  await page.getByRole('button', { name: 'Remove Maria Lund' }).click()
  await expect(page.getByText(`Maria Lund belongs to “${there.name}”`).first()).toBeVisible()
})

test('of two admins who change one organization, the second is told', async ({ page, browser }) => {
  const { uid } = await createOrganization(system, { name: word(), notes: '' })
  const other = await browser.newPage()
  for (const each of [page, other]) {
    await enterAs(each, 'admin')
    await visit(each, `/admin/organizations/${uid}`)
  }
  await other.getByLabel('Notes for agents').fill('Theirs')
  await other.getByRole('button', { name: 'Save organization' }).click()
  await other.waitForURL(/saved=/)
  await page.getByLabel('Notes for agents').fill('Mine')
  await page.getByRole('button', { name: 'Save organization' }).click()
  await expect(page.getByText('Somebody else has changed this organization')).toBeVisible()
  await expect(page.getByLabel('Notes for agents')).toHaveValue('Mine')
  await other.close()
})

test('what is wrong is said at its field, and nothing typed is lost', async ({ page }) => {
  const taken = await createOrganization(system, { name: word(), notes: '' })
  await enterAs(page, 'admin')
  await visit(page, '/admin/organizations/new')
  const refused = async (label: string, typed: string, words: RegExp) => {
    await page.getByLabel(label).evaluate((field, value) => {
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        field.maxLength = 10_000
        field.value = value
      }
    }, typed)
    await page.getByRole('button', { name: 'Add organization' }).click()
    await expect(page.getByLabel(label)).toHaveAccessibleDescription(words)
    await expect(page.getByLabel(label)).toHaveValue(typed)
  }
  await refused('Name', '  ', /Name is empty/)
  await refused('Name', 'x'.repeat(121), /at most 120/)
  await refused('Name', 'a\0b', /NUL/)
  await refused('Name', '\u202eabc', /reading direction/)
  await refused('Name', taken.name.toLowerCase(), /Another organization is called/)
  await refused('Notes for agents', 'n'.repeat(5_001), /at most 5,000/)
  expect((await page.goto('/admin/organizations/00000000-0000-4000-8000-000000000000'))?.status()).toBe(404)
  expect((await page.goto('/admin/organizations/nothing'))?.status()).toBe(404)
  expect((await page.goto('/admin/organizations?after=%00&before=x&q=%00%25'))?.status()).toBe(200)
})

test('many organizations are read a page at a time, and an admin needs no mouse for it', async ({ page }) => {
  const series = word()
  for (let number = 10; number < 64; number++)
    await createOrganization(system, { name: `${series} no. ${number}`, notes: '' })
  await enterAs(page, 'admin')
  await visit(page, '/admin/organizations')
  await page.getByRole('searchbox', { name: 'Search organizations' }).focus()
  await page.keyboard.type(series)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=Clinic/)
  await expect(page.getByRole('row')).toHaveCount(51)
  await page.getByRole('link', { name: 'Next' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(5)
  await page.getByRole('link', { name: `${series} no. 63` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${series} no. 63`)
  const maria = await newCustomer('Maria Lund')
  await address(page).focus()
  await page.keyboard.type(maria.email)
  await page.keyboard.press('Enter')
  await expect(customers(page)).toContainText('Maria Lund')
  await page.getByRole('button', { name: 'Remove Maria Lund' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nobody belongs to it yet')).toBeVisible()
})
