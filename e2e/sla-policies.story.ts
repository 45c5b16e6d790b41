import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { createPolicy } from '@/lib/sla/policies/create'
import { configCategory, make } from '@/lib/support'
import { system } from '@/lib/viewer'
import { visit } from './console'
import { newCustomer } from './customer'
import { enterAs } from './staff'
import { test } from './story'

// They change one list.
test.describe.configure({ mode: 'serial' })

/** A category of its own for each story, so that its policies are for no ticket of another one. */
async function category() {
  const word = randomBytes(4).toString('hex')
  const { id, name, slug } = await configCategory().name(`Lifts ${word}`).create()
  return { id, name, slug, policy: `Lifts first ${word}` }
}

const card = (page: Page, name: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

const order = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()

test('an admin adds a policy with a step, moves it up, changes it after a preview, and retires it', async ({
  page,
}) => {
  const { id, name, policy } = await category()
  const ticket = await make()
    .for((await newCustomer()).id)
    .category(id)
    .subject('The lift stands still')
    .description('Between two floors')
    .medium()
    .create()
  await enterAs(page, 'admin')
  await visit(page, '/admin')
  await page.getByRole('link', { name: 'SLA', exact: true }).click()
  await page.getByRole('link', { name: 'New policy' }).click()

  await page.getByLabel('Name').fill(policy)
  await page.getByRole('group', { name: 'Category' }).getByLabel(name).check()
  await page.getByLabel('Medium: first response').fill('90 min')
  await page.getByLabel('Medium: resolution').fill('0 h')
  await page.getByLabel('Pending', { exact: true }).uncheck()
  await page.getByLabel('On hold').check()
  await page.getByRole('button', { name: 'Add step' }).click()
  await expect(page.getByRole('textbox', { name: 'Key' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Key' }).fill('lift_call')
  await page.getByLabel('When', { exact: true }).selectOption('At a share of the target')
  await page.getByLabel('Share').fill('50 %')
  await page.getByRole('group', { name: 'Notify' }).getByLabel('Marcus Lindqvist').check()
  await page.getByRole('button', { name: 'Preview' }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'A target of 0 is no promise' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Key' })).toHaveValue('lift_call')
  await page.getByLabel('Medium: resolution').fill('4h')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { name: /^1 open ticket is promised something else/ })).toBeFocused()
  await expect(page.getByRole('link', { name: ticket.refid })).toBeVisible()
  await page.getByRole('button', { name: 'Add policy' }).click()

  await expect(page.getByRole('status').filter({ hasText: `“${policy}” is saved` })).toBeVisible()
  await expect(card(page, policy)).toContainText(`Category: ${name}`)
  await expect(card(page, policy)).toContainText('resolution stands still while on hold')
  await expect(card(page, policy).getByRole('row', { name: 'Medium' })).toHaveText(/1 h 30 min\s*–\s*4 h/)
  await expect(card(page, policy)).toContainText(
    /sla\.lift_call\s*After 50 % of the first response target: notify Marcus Lindqvist/,
  )

  const names = await order(page)
  const above = names[names.indexOf(policy) - 1] ?? ''
  const up = page.getByRole('button', { name: `Move “${policy}” up` })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await order(page)).filter((one) => one === policy || one === above))
    .toEqual([policy, above])
  await expect(page.locator('button:focus')).toHaveAccessibleName(new RegExp(`Move “${policy}”`))

  await page.getByRole('link', { name: policy, exact: true }).click()
  await page.getByLabel('Medium: first response').fill('2 h')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { name: /open ticket/ })).toBeFocused()
  await page.getByLabel('Medium: first response').fill('3 h')
  await page.getByRole('button', { name: 'Save policy' }).click()
  // Not what was previewed: it is previewed again.
  await expect(page.getByRole('heading', { name: /open ticket/ })).toBeFocused()
  await expect(page).toHaveURL(/\/admin\/sla\/[0-9a-f-]+$/)
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(card(page, policy).getByRole('row', { name: 'Medium' })).toContainText('3 h')

  await page.getByRole('link', { name: policy, exact: true }).click()
  await page.getByRole('button', { name: 'Retire…' }).click()
  await page.getByRole('button', { name: 'Retire this policy' }).click()
  await expect(page.getByRole('status').filter({ hasText: `“${policy}” is retired` })).toBeVisible()
  await expect(card(page, policy)).toHaveCount(0)
  await page.getByText(/retired polic/).click()
  await expect(page.getByRole('listitem').filter({ hasText: policy })).toBeVisible()
})

test('a move that changes promises asks first, and one of an order that is past is refused', async ({
  page,
  context,
}) => {
  const { id, slug, policy } = await category()
  const made = async (hours: number) => {
    const name = `${policy}, ${hours} h`
    await createPolicy(system, {
      name,
      conditions: { categories: [slug] },
      targets: { low: {}, high: {}, urgent: {}, medium: { resolution: hours * 3600 } },
      calendar: null,
      pausing: [],
      steps: [],
    })
    return name
  }
  const [first, second] = [await made(10), await made(20)]
  await make()
    .for((await newCustomer()).id)
    .category(id)
    .subject('Moved')
    .description('D')
    .medium()
    .create()
  await enterAs(page, 'admin')
  await visit(page, '/admin/sla')
  const beside = await context.newPage()
  await visit(beside, '/admin/sla')
  await page.getByRole('button', { name: `Move “${first}” down` }).press('Enter')
  await expect(page.getByRole('heading', { name: /^1 open ticket is promised something else/ })).toBeFocused()
  const both = async () => (await order(page)).filter((name) => name === first || name === second)
  expect(await both()).toEqual([first, second])
  await page.getByRole('button', { name: 'Move it down' }).press('Enter')
  await expect.poll(both).toEqual([second, first])
  await expect(page.locator('button:focus')).toHaveAccessibleName(new RegExp(`Move “${first}”`))

  await beside.getByRole('button', { name: `Move “${first}” down` }).click()
  await expect(beside.getByText('Somebody has changed the order meanwhile.')).toBeVisible()
})

test('of two admins who edit one policy the second is told, and a removed step takes nothing else with it', async ({
  page,
  browser,
}) => {
  const { name, policy } = await category()
  await enterAs(page, 'admin')
  await visit(page, '/admin/sla/new')
  await page.getByLabel('Name').fill(policy)
  await page.getByRole('group', { name: 'Category' }).getByLabel(name).check()
  await page.getByLabel('Low: next response').fill('2 d')
  for (const key of ['first', 'second']) {
    await page.getByRole('button', { name: 'Add step' }).click()
    const step = page.getByRole('group', { name: /^Step/ }).last()
    await step.getByRole('textbox', { name: 'Key' }).fill(key)
    await step.getByLabel('Target').selectOption('Next response')
    await step.getByLabel('Priority', { exact: true }).selectOption('High')
  }
  await page.getByRole('button', { name: 'Remove step 1' }).click()
  await expect(page.getByRole('textbox', { name: 'Key' })).toHaveValue('second')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('button', { name: 'Add policy' }).click()
  await expect(card(page, policy)).toContainText(/sla\.second\s*When next response is due: make it high/)
  await expect(card(page, policy)).not.toContainText('sla.first')

  const other = await browser.newPage()
  await enterAs(other, 'admin')
  for (const each of [page, other]) {
    await visit(each, '/admin/sla')
    await each.getByRole('link', { name: policy, exact: true }).click()
    await each.getByLabel('Low: resolution').fill('5 d')
    await each.getByRole('button', { name: 'Preview' }).click()
    await expect(
      each.getByRole('heading', { name: 'No open ticket is promised anything else' }),
    ).toBeVisible()
  }
  await other.getByRole('button', { name: 'Save policy' }).click()
  await expect(card(other, policy)).toContainText('5 d')
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(page.getByText('Noor admin has changed this policy in the meantime.')).toBeVisible()
  await expect(page.getByLabel('Low: resolution')).toHaveValue('5 d')

  await other.getByRole('link', { name: policy, exact: true }).click()
  await other.getByRole('button', { name: 'Retire…' }).click()
  await other.getByRole('button', { name: 'Retire this policy' }).click()
  await expect(card(other, policy)).toHaveCount(0)
  await other.close()
})

test('the policy that closes the list asks nothing, is not moved and not retired', async ({ page }) => {
  await enterAs(page, 'admin')
  await visit(page, '/admin/sla')
  const last = page.getByRole('main').getByRole('listitem').filter({ hasText: 'that no policy above is for' })
  await expect(last.getByRole('button')).toHaveCount(0)
  await last.getByRole('heading').getByRole('link').click()
  await expect(page.getByLabel('Calendar')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Channel' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Retire…' })).toHaveCount(0)
})
