import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { find } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { ticketFor } from '@/lib/tickets/find'
import { rename } from '@/lib/tickets/rename'
import { system } from '@/lib/viewer'
import { history, openConsole, takenDown, told, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const filed = /\/console\/tickets\/(SUP-\w{8})$/

test('an agent on the phone files a ticket with the keyboard alone', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer(`Maria ${randomBytes(4).toString('hex')}`)]
  await openConsole(page, ana, '/console/tickets?assignee=me')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'New ticket' })).toBeVisible()

  await expect(page.getByLabel('Customer’s e-mail address')).toBeFocused()
  await page.keyboard.type(maria.name.slice(2))
  await expect(page.getByRole('option', { name: maria.name })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Customer’s e-mail address')).toHaveValue(maria.email)
  await expect(page.getByText('A customer whom we know')).toBeVisible()

  await page.getByRole('textbox', { name: 'Subject' }).fill('The scanner jams')
  await page
    .getByRole('textbox', { name: 'What the customer says' })
    .fill('Since Monday, on every second page.')
  await page.getByLabel('Priority').selectOption('High')
  await page.getByRole('combobox', { name: 'Tags' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('By phone')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Remove tag by-phone' })).toBeVisible()
  await page.keyboard.press('Control+Enter')

  await page.waitForURL(filed)
  await expect(page.getByRole('heading', { level: 1, name: 'The scanner jams' })).toBeVisible()
  const refid = filed.exec(page.url())?.[1] ?? ''
  expect(await ticketFor(ana, refid)).toMatchObject({
    priority: 'high',
    channel: 'agent',
    tags: ['by-phone'],
    requester: { email: maria.email },
  })
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/assignee=me/)
})

test('somebody new is met on the way, and what is missing is said at its place', async ({ page }) => {
  const ana = await newAgent()
  const email = `${randomBytes(6).toString('hex')}@example.test`
  await openConsole(page, ana, `/console/tickets/new?email=${email}`)
  await expect(page.getByText('An admin sets it on the customer’s page.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Subject' }).fill('A first question')
  await page.getByRole('textbox', { name: 'What the customer says' }).fill('May I pay by invoice?')
  await page.getByRole('button', { name: 'File ticket' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'whose is it?' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('A first question')

  await page.getByRole('textbox', { name: 'Name' }).fill('Nora New')
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.waitForURL(filed)
  await expect(page.getByText('Nora New').first()).toBeVisible()
})

test('what was begun is there again with its choices', async ({ page }) => {
  const team = await createTeam(system, { name: `Desk ${randomBytes(4).toString('hex')}`, members: [] })
  await openConsole(page, await newAgent(), '/console/tickets/new')
  await page.getByRole('textbox', { name: 'Subject' }).fill('Half a ticket')
  await page.getByLabel('Priority').selectOption('Urgent')
  await page.getByLabel('Team', { exact: true }).selectOption(team.name)

  await visit(page, '/console/tickets/new')
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Half a ticket')
  await expect(page.getByLabel('Priority')).toHaveValue('urgent')
  await expect(page.getByLabel('Team', { exact: true })).toHaveValue(team.uid)
})

test('a subject is edited in its place, and two who edit it do not overwrite each other', async ({
  page,
}) => {
  const [ana, ben, maria] = [await newAgent('Ana Apt'), await newAgent('Ben Brisk'), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Help')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.getByRole('button', { name: 'Edit subject' }).click()
  await page.keyboard.type('Cannot pay')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help')
  await page.getByRole('button', { name: 'Edit subject' }).press('Enter')
  await page.getByRole('textbox', { name: 'Subject' }).fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveAccessibleDescription(
    'Error: Subject is empty',
  )
  await page.getByRole('button', { name: 'Save', exact: true }).press('Escape')
  await expect(page.getByRole('button', { name: 'Edit subject' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Cannot pay by card')
  await page.keyboard.press('Enter')
  await told(page, `Subject of ${refid} changed`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cannot pay by card')
  await expect(page.getByRole('button', { name: 'Edit subject' })).toBeFocused()
  await expect((await history(page)).first()).toContainText(
    'changed the subject “Help” → “Cannot pay by card”',
  )

  const title = page.getByRole('textbox', { name: 'Subject' })
  await page.getByRole('button', { name: 'Edit subject' }).click()
  await page.keyboard.type('Ana was')
  await rename(ben, await find(refid), 'Ben was here')
  await expect(page).toHaveTitle(/Ben was here/)
  await page.keyboard.type(' here')
  await page.keyboard.press('Enter')
  await told(page, /^Ben Brisk changed this ticket/)
  expect((await find(refid)).subject).toBe('Ben was here')
  await expect(title).toHaveValue('Ana was here')
  await title.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ana was here')
})
