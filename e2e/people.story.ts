import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { answer } from '@/lib/messages/answer'
import { ticketByRefid } from '@/lib/tickets/lists'
import { openConsole, takenDown, visit, written } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn, signIn } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'

test('an admin adds an agent, who can sign in', async ({ page, browser }) => {
  const email = `${randomBytes(6).toString('hex')}@example.test`
  await enterAs(page, 'admin')
  await visit(page, '/admin/people/new')
  await page.getByLabel('Name').fill('Zoe Newcomer')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Initial password').fill('short')
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(page.getByLabel('Initial password')).toHaveAccessibleDescription(/Use at least 12 characters/)
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await page.getByLabel('Initial password').fill('seven green bicycles')
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(page.getByText(`Zoe Newcomer can sign in now, as ${email}`)).toBeVisible()

  const zoe = await browser.newPage()
  await signIn(zoe, email, 'seven green bicycles')
  await expect(zoe).toHaveURL(/\/console/)
  await zoe.close()
})

test('a new role and a closed account hold at once', async ({ page, browser }) => {
  const zoe = await browser.newPage()
  const { email } = await enterAs(zoe, 'agent')
  await enterAs(page, 'admin')
  await visit(page, `/admin/people/${encodeURIComponent(email)}`)
  await page.getByRole('radio', { name: 'Supervisor' }).check()
  await page.getByRole('button', { name: 'Change role' }).click()
  await expect(page.getByText('The role is changed')).toBeVisible()
  await zoe.goto('/console/reports')
  await expect(zoe).toHaveURL(/\/sign-in\?next=/)
  await comeIn(zoe, email)
  expect((await zoe.goto('/console/reports'))?.status()).toBe(200)

  await page.getByRole('button', { name: 'Deactivate' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Reactivate' })).toBeVisible()
  // What was pressed has gone; the keyboard is where it was.
  await expect(page.getByRole('heading', { name: 'Access' })).toBeFocused()
  await zoe.reload()
  await expect(zoe).toHaveURL(/\/sign-in/)
  await zoe.close()
})

test('everybody is called as they say, or as an admin does, also where they have written before', async ({
  page,
  browser,
}) => {
  const [ana, maria] = [await newAgent('Ana Maiden'), await newCustomer('Maria Typo')]
  const { refid } = await takenDown(ana, maria, 'Before the wedding')
  await answer(ana, await ticketByRefid(refid), written('On its way.'), 'pending')
  const hers = await browser.newPage()
  await openConsole(hers, ana, '/console/me')
  const name = hers.getByRole('region', { name: 'Your name' })
  await name.getByLabel('Name').fill(' ')
  await name.getByRole('button', { name: 'Change name' }).click()
  await expect(name.getByLabel('Name')).toHaveAccessibleDescription(/Name is empty/)
  await name.getByLabel('Name').fill('Anna Married')
  await name.getByRole('button', { name: 'Change name' }).click()
  await expect(name.getByText('Your name is changed.')).toBeVisible()
  await expect(hers.getByRole('button', { name: 'Account: Anna Married' })).toBeVisible()

  await enterAs(page, 'admin')
  await visit(page, `/console/tickets/${refid}`)
  await expect(page.getByRole('article', { name: 'Reply from Anna Married' })).toBeVisible()
  await page.getByRole('link', { name: 'Maria Typo' }).first().click()
  await page.getByLabel('Name').fill('Marija Right')
  await page.getByRole('button', { name: 'Change name' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Marija Right')

  await comeIn(hers, maria.email)
  await hers.goto(`/tickets/${refid}`)
  await expect(hers.getByRole('main')).toContainText('Anna, support')
  await hers.goto('/account')
  await hers.getByLabel('Name').fill('Marija Self')
  await hers.getByRole('button', { name: 'Change name' }).click()
  await expect(hers.getByText('Your name is changed.')).toBeVisible()
  await expect(hers.getByLabel('Name')).toHaveValue('Marija Self')
  await hers.close()
})

test('an admin gives somebody another address, with which they sign in', async ({ page, browser }) => {
  const maria = await newCustomer('Maria Typo')
  const zoe = await browser.newPage()
  const { email } = await enterAs(zoe, 'agent')
  await enterAs(page, 'admin')
  const fresh = () => `${randomBytes(6).toString('hex')}@example.test`
  const field = page.getByLabel('E-mail address')
  const change = page.getByRole('button', { name: 'Change address' })

  await visit(page, `/admin/people/${encodeURIComponent(email)}`)
  await field.fill(maria.email)
  await change.click()
  await expect(field).toHaveAccessibleDescription(/Somebody else has this address/)
  const hers = fresh()
  await field.fill(hers)
  await change.click()
  await expect(page.getByText('They sign in with this address now.')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/admin/people/${encodeURIComponent(hers)}$`))
  await expect(page.getByText(hers)).toBeVisible()
  await zoe.goto('/console/me')
  await expect(zoe.locator('body')).toContainText(hers)
  await zoe.close()

  await visit(page, `/console/customers?q=${maria.email}`)
  await page.getByRole('link', { name: 'Maria Typo' }).click()
  const [typed, known] = [fresh(), browser.newPage()]
  await field.fill(typed)
  await change.click()
  await expect(page.getByText('The address is changed.')).toBeVisible()
  await expect(page.getByRole('link', { name: typed })).toBeVisible()
  await comeIn(await known, typed)
  await (await known).goto('/tickets')
  await expect((await known).getByRole('heading', { level: 1 })).toHaveText('My requests')
  await (await known).close()
})

test('an admin sets a new password for who forgot theirs, and never their own', async ({ page, browser }) => {
  const zoe = await browser.newPage()
  const { name, email } = await enterAs(zoe, 'agent')
  const admin = await enterAs(page, 'admin')
  await visit(page, `/admin/people/${encodeURIComponent(email)}`)
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/New password is missing/)
  await page.getByLabel('New password').fill('seven green bicycles')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText(`A new password is set for ${name}.`)).toBeVisible()
  await expect(page.getByLabel('New password')).toHaveValue('')
  await zoe.goto('/console/me')
  await expect(zoe).toHaveURL(/\/sign-in/)
  await signIn(zoe, email, 'seven green bicycles')
  await expect(zoe).toHaveURL(/\/console/)
  await zoe.close()

  await visit(page, `/admin/people/${encodeURIComponent(admin.email)}`)
  await expect(page.getByRole('button', { name: 'Change role' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Set password' })).toHaveCount(0)
})

test('a setting that cannot be is refused at its field; one that can is kept', async ({ page }) => {
  await enterAs(page, 'admin')
  await visit(page, '/admin/settings')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Settings' })).toBeInViewport()
  const days = page.getByLabel('Days in which the customer may change the rating')
  const form = page.locator('form').filter({ has: days })
  for (const [typed, refusal] of [
    ['-1', /Enter 0 days or more/],
    ['', /Enter a number of days/],
  ] as const) {
    await days.fill(typed)
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(days).toHaveAccessibleDescription(refusal)
  }
  await days.fill('14')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(days).toHaveValue('14')
})
