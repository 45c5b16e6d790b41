import { expect, type Page } from '@playwright/test'
import { createTeam } from '@/lib/teams/create'
import { assign } from '@/lib/tickets/assign'
import { noGroups } from '@/lib/tickets/queue-groups'
import { tag } from '@/lib/tickets/tag'
import { type Agent, type Customer, system } from '@/lib/viewer'
import { createView } from '@/lib/views/create'
import { barriersEverywhere } from './barriers'
import { openConsole, reload, row, takenDown, told, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const dialog = (page: Page) => page.getByRole('dialog', { name: /view$|^Delete/ })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const inSidebar = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name })

async function assigned(
  agent: Agent,
  customer: Customer,
  subject: string,
  priority: 'urgent' | 'medium' | 'low' = 'medium',
) {
  const ticket = await takenDown(agent, customer, subject, { priority })
  await assign(agent, { id: ticket.id, status: 'open', assigneeId: null }, agent)
  return ticket
}

test('an agent saves what the list asks, changes it, and takes the change back or along', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria View')]
  await assigned(ana, maria, 'The viewed urgent one', 'urgent')
  await assigned(ana, maria, 'The viewed low one', 'low')
  await openConsole(page, ana, '/console/tickets?assignee=me&priority=urgent&sort=created&dir=asc')
  await button(page, 'Save as view').click()
  await expect(dialog(page).getByText('Priority: urgent · Assigned to me')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog(page).getByRole('alert')).toHaveText('Name is empty')
  await dialog(page).getByLabel('Name').fill('My burning ones')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/console\/tickets\?view=[-0-9a-f]{36}$/)
  const address = page.url()
  await expect(title(page)).toHaveText('My burning ones')
  await expect(title(page)).toBeFocused()
  await expect(page.getByText('Only for you · Oldest first')).toBeVisible()
  await expect(inSidebar(page, 'My burning ones')).toHaveAttribute('aria-current', 'page')
  await expect(inSidebar(page, 'My burning ones')).toContainText('1')
  await expect(button(page, 'Update')).toHaveCount(0)

  await button(page, 'Remove filter Priority: urgent').click()
  await expect(page).toHaveURL(`${address}&priority=`)
  await expect(row(page, 'The viewed low one')).toBeVisible()
  await page.reload()
  await expect(row(page, 'The viewed low one')).toBeVisible()
  await page.getByRole('link', { name: 'Reset' }).press('Enter')
  await expect(page).toHaveURL(address)
  await expect(row(page, 'The viewed low one')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Reset' })).toHaveCount(0)
  await expect(title(page)).toBeFocused()

  await button(page, 'Display').click()
  await page.getByRole('checkbox', { name: 'Created' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Created' })).toBeVisible()
  await button(page, 'Update').click()
  await told(page, '“My burning ones” is updated')
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('columnheader', { name: 'Created' })).toBeVisible()
  await expect(button(page, 'Update')).toHaveCount(0)
  await expect(title(page)).toBeFocused()
  // The columns are the view's; the other lists have their own.
  await inSidebar(page, 'Mine').click()
  await expect(title(page)).toHaveText('Mine')
  await expect(page.getByRole('columnheader', { name: 'Created' })).toHaveCount(0)

  await visit(page, address)
  await button(page, 'Change this view').click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await dialog(page).getByRole('button', { name: 'Delete' }).click()
  await told(page, '“My burning ones” is deleted')
  await expect(title(page)).toHaveText('All open')
  await expect(title(page)).toBeFocused()
  await expect(inSidebar(page, 'My burning ones')).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
})

test('an agent makes conditions with the keyboard alone', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Key')]
  const word = crypto.randomUUID().slice(0, 8)
  const tagged = await assigned(ana, maria, 'Tagged and low', 'low')
  await tag(ana, tagged, { add: [`vip-${word}`] })
  await assigned(ana, maria, 'Urgent without a tag', 'urgent')
  await assigned(ana, maria, 'Neither of the two')
  await openConsole(page, ana, '/console/tickets?assignee=me')
  await button(page, 'Save as view').focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByLabel('Name')).toBeVisible()
  await dialog(page).getByLabel('Name').focus()
  await page.keyboard.type(`Keys ${word}`)
  await button(page, 'Add conditions').focus()
  await page.keyboard.press('Enter')
  // The new condition has the focus; the next stops are whether, and what it asks for.
  await expect(page.getByLabel('Condition 1 of group 1', { exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Condition 1 of group 1: is or is not')).toHaveValue('is')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`vip-${word}`)
  await expect(page.getByRole('option', { name: `vip-${word}` })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeVisible()
  await button(page, 'Add condition').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Condition 2 of group 1', { exact: true }).selectOption('Priority')
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog(page).getByRole('alert')).toHaveText('Choose at least one')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Condition 2 of group 1', { exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('urg')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  expect(await barriersEverywhere(page, [360])).toEqual([])
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).focus()
  await page.keyboard.press('Enter')

  await expect(title(page)).toHaveText(`Keys ${word}`)
  await expect(page.getByText(`Where Tag: vip-${word} or Priority: urgent`)).toBeVisible()
  await expect(page.locator('a[data-row]')).toHaveCount(2)
  await expect(row(page, 'Neither of the two')).toHaveCount(0)

  await button(page, 'Change this view').press('Enter')
  await page.getByRole('menuitem', { name: 'Edit…' }).press('Enter')
  await page.getByLabel('Condition 1 of group 1: is or is not').press('End')
  await dialog(page).getByRole('button', { name: 'Update' }).press('Enter')
  await expect(page.getByText(`Where Tag is not vip-${word} or Priority: urgent`)).toBeVisible()
  await expect(row(page, 'Neither of the two')).toBeVisible()
  await expect(row(page, 'Tagged and low')).toHaveCount(0)
})

test('a view of a team is there for its members, and for nobody else', async ({ page, browser }) => {
  const [ana, ben, cleo] = [await newAgent(), await newAgent('Ben View'), await newAgent('Cleo Elsewhere')]
  const name = `Shared ${crypto.randomUUID().slice(0, 8)}`
  const team = await createTeam(system, { name, members: [ana.email, ben.email] })
  const { uid } = await createView(ana, {
    name,
    scope: team.uid,
    query: { address: { priority: 'urgent' }, ...noGroups },
  })
  await openConsole(page, ana, `/console/tickets?view=${uid}&status=pending`)
  await expect(page.getByText(`Of the team ${name}`)).toBeVisible()

  const other = await browser.newPage()
  await openConsole(other, ben, '/console/tickets')
  await other.keyboard.press('Control+k')
  await other.keyboard.type(name)
  await expect(other.getByRole('option').filter({ hasText: name }).first()).toBeVisible()
  await other.keyboard.press('Enter')
  await expect(title(other)).toHaveText(name)
  await button(other, 'Change this view').click()
  await other.getByRole('menuitem', { name: 'Edit…' }).click()
  await dialog(other).getByLabel('Name').fill(`${name} by Ben`)
  await dialog(other).getByRole('button', { name: 'Update' }).click()
  await expect(title(other)).toHaveText(`${name} by Ben`)

  // Ana saw it as it was before.
  await button(page, 'Update').click()
  await told(page, /Somebody else has changed this view/)
  await reload(page)
  await expect(title(page)).toHaveText(`${name} by Ben`)
  await button(page, 'Update').click()
  await told(page, `“${name} by Ben” is updated`)

  await other.context().clearCookies()
  await openConsole(other, cleo, '/console/tickets')
  await expect(inSidebar(other, name)).toHaveCount(0)
  const answer = await other.goto(`/console/tickets?view=${uid}`)
  expect(answer?.status()).toBe(404)
  await other.close()
})
