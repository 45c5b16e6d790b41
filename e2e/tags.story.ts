import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { createPolicy } from '@/lib/sla/policies/create'
import { mergeTags } from '@/lib/tags/merge'
import { tag } from '@/lib/tickets/tag'
import { system } from '@/lib/viewer'
import { takenDown } from './console'
import { newAgent, newCustomer } from './customer'
import { enterAs } from './staff'
import { test } from './story'

const word = (begins = 'tag') => `${begins}-${randomBytes(4).toString('hex')}`

const status = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

async function tagged(...names: readonly string[]) {
  const ana = await newAgent()
  const ticket = await takenDown(ana, await newCustomer(), 'It is broken')
  await tag(ana, ticket, { add: names })
  return { ana, ticket }
}

const otherTag = (page: Page) => page.getByRole('combobox', { name: 'Other tag' })

const search = async (page: Page, words: string) => {
  await page.getByRole('searchbox', { name: 'Search tags' }).fill(words)
  await expect(page).toHaveURL(new RegExp(`q=${words}`))
}

test('an admin finds a tag, renames it, merges it into another, and sees who asks for it', async ({
  page,
}) => {
  const [wrong, right, other] = [word('wrnog'), word('wrong'), word('false')]
  await tagged(wrong, other)
  await tagged(wrong)
  await createPolicy(system, {
    name: `For ${other}`,
    conditions: { tags: [other], channels: ['api'] },
    targets: { low: { resolution: 3600 }, medium: {}, high: {}, urgent: {} },
    calendar: null,
    pausing: [],
    steps: [],
  })
  await enterAs(page, 'admin')
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Tags', exact: true }).click()
  await search(page, wrong)
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row', { name: wrong }).getByRole('cell').nth(1)).toHaveText('2')
  await page.getByRole('link', { name: wrong }).click()
  await page.getByLabel('Name').fill(right.toUpperCase())
  await page.getByRole('button', { name: 'Rename' }).click()
  await status(page, `The tag is called “${right}” now`)

  await search(page, other)
  await expect(page.getByRole('row', { name: other })).toContainText(`Asked for by “For ${other}”`)
  await page.getByRole('link', { name: other }).click()
  await expect(page.getByRole('listitem').filter({ hasText: `For ${other}` })).toBeVisible()
  await otherTag(page).fill(other)
  await page.getByRole('button', { name: 'Merge…' }).click()
  await expect(otherTag(page)).toHaveAccessibleDescription('Error: A tag cannot be merged into itself')
  await otherTag(page).fill(right)
  await page.getByRole('button', { name: 'Merge…' }).click()
  await expect(page.getByRole('heading', { name: `Merge “${other}” into “${right}”?` })).toBeFocused()
  await expect(page.getByText(`1 ticket bears it, and “${right}” already.`)).toBeVisible()
  await expect(page.getByText(`“For ${other}” will name “${right}”`)).toBeVisible()
  await page.getByRole('button', { name: `Merge into “${right}”` }).click()
  await status(page, `“${other}” is merged into “${right}”`)
  await search(page, right)
  await expect(page.getByRole('row', { name: right })).toContainText(`Asked for by “For ${other}”`)
  await expect(page.getByRole('row', { name: right }).getByRole('cell').nth(1)).toHaveText('2')
})

test('a name that another tag has offers to merge the two', async ({ page }) => {
  const [one, other] = [word(), word()]
  await tagged(one)
  await tagged(other)
  await enterAs(page, 'admin')
  await page.goto(`/admin/tags/${one}`)
  await page.getByLabel('Name').fill(other)
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(
    new RegExp(`There is a tag “${other}” already`),
  )
  await expect(page.getByLabel('Name')).toHaveValue(other)
  await page.getByRole('link', { name: `Merge into “${other}” instead…` }).click()
  await page.getByRole('button', { name: `Merge into “${other}”` }).click()
  await status(page, `“${one}” is merged into “${other}”`)
})

test('a tag that nobody uses is deleted, one in use is not', async ({ page }) => {
  const [used, unused] = [word(), word()]
  const { ana, ticket } = await tagged(used, unused)
  await tag(ana, ticket, { remove: [unused] })
  await enterAs(page, 'admin')
  await page.goto(`/admin/tags/${used}`)
  await expect(page.getByText('This tag is in use: 1 ticket bears it.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete tag' })).toHaveCount(0)

  await page.goto('/admin/tags')
  await page.getByRole('link', { name: 'Unused' }).click()
  await expect(page).toHaveURL(/show=unused$/)
  await search(page, unused)
  await expect(page).toHaveURL(/show=unused/)
  await page.getByRole('link', { name: unused }).click()
  await page.getByRole('button', { name: 'Delete tag' }).click()
  await status(page, `“${unused}” is deleted`)
  await page.goto(`/admin/tags/${unused}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
})

test('what is wrong is said at its field, and what is gone meanwhile in words', async ({ page }) => {
  const [name, into] = [word(), word()]
  await tagged(name, into)
  await enterAs(page, 'admin')
  await page.goto(`/admin/tags/${name}`)
  const refused = async (typed: string, words: RegExp) => {
    await page.getByLabel('Name').evaluate((field, value) => {
      if (field instanceof HTMLInputElement) field.value = value
    }, typed)
    await page.getByRole('button', { name: 'Rename' }).click()
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription(words)
    await expect(page.getByLabel('Name')).toHaveValue(typed)
  }
  await refused('', /at least one letter/)
  await refused('  ', /at least one letter/)
  await refused('y'.repeat(41), /at most 40 characters/)
  await refused('a\0b', /letters, digits and dashes only/)
  await refused('\u202etag', /letters, digits and dashes only/)
  await refused('one,two', /letters, digits and dashes only/)

  await otherTag(page).fill(into)
  await page.getByRole('button', { name: 'Merge…' }).click()
  await expect(page.getByRole('heading', { name: /^Merge/ }).last()).toBeFocused()
  await mergeTags(system, name, into)
  await page.getByRole('button', { name: `Merge into “${into}”` }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: `There is no tag “${name}” any more` }),
  ).toBeFocused()
})

test('an admin merges two tags without a mouse', async ({ page }) => {
  const [one, other] = [word(), word()]
  await tagged(one)
  await tagged(other)
  await enterAs(page, 'admin')
  await page.goto('/admin/tags')
  await page.getByRole('searchbox', { name: 'Search tags' }).focus()
  await page.keyboard.type(one)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: one })).toBeFocused()
  await page.keyboard.press('Enter')
  await otherTag(page).focus()
  await page.keyboard.type(other)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `Merge “${one}” into “${other}”?` })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await status(page, `“${one}” is merged into “${other}”`)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('tags are searched, and merged after a question', async ({ page }) => {
    const [one, other] = [word(), word()]
    await tagged(one)
    await tagged(other)
    await enterAs(page, 'admin')
    await page.goto('/admin/tags')
    await page.getByRole('searchbox', { name: 'Search tags' }).fill(one)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: one }).click()
    await page.getByLabel('Name').fill(other)
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('link', { name: `Merge into “${other}” instead…` }).click()
    await page.getByRole('button', { name: `Merge into “${other}”` }).click()
    await status(page, `“${one}” is merged into “${other}”`)
  })
})
