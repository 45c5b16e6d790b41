import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { visit } from './console'
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

  await page.getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByRole('button', { name: 'Reactivate' })).toBeVisible()
  await zoe.reload()
  await expect(zoe).toHaveURL(/\/sign-in/)
  await zoe.close()
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
