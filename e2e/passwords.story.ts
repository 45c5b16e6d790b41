import { expect, type Page } from '@playwright/test'
import { newAgent, newCustomer } from './customer'
import { comeIn } from './sign-in'
import { test } from './story'

const show = (page: Page) => page.getByRole('button', { name: 'Show what is typed' })

test('whoever signs in can look at what they typed, by keys alone; it is hidden again when it is sent', async ({
  page,
}) => {
  const maria = await newCustomer()
  await page.goto('/sign-in')
  await expect(page.getByText('No account, or forgot your password?')).toBeVisible()
  const password = page.getByLabel('Password')
  await page.getByLabel('E-mail address').fill(maria.email)
  await password.fill('not my password')
  await expect(password).toHaveAttribute('type', 'password')
  await page.keyboard.press('Tab')
  await expect(show(page)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(password).toHaveAttribute('type', 'text')
  await expect(password).toHaveAttribute('autocomplete', 'current-password')
  await expect(show(page)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Space')
  await expect(password).toHaveAttribute('type', 'password')
  await page.keyboard.press('Enter')
  await expect(password).toHaveAttribute('type', 'text')
  await expect(page).toHaveURL(/\/sign-in$/)

  await password.press('Enter')
  await expect(password).toHaveAttribute('type', 'password')
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(password).toHaveValue('not my password')
  await password.fill('deskwell-demo')
  await show(page).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
})

test('each of two passwords is shown by its own button, which is there for fingers too', async ({
  browser,
}) => {
  const maria = await newCustomer()
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  await comeIn(page, maria.email)
  await page.goto('/account')
  await page.getByLabel('Your password now').fill('deskwell-demo')
  await page.getByLabel('New password').fill('four quiet green boats')
  const own = show(page).nth(1)
  await own.tap()
  await expect(page.getByLabel('New password')).toHaveAttribute('type', 'text')
  await expect(page.getByLabel('Your password now')).toHaveAttribute('type', 'password')
  const box = await own.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a password stays hidden, and no button promises otherwise', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.getByLabel('Password')).toHaveAttribute('type', 'password')
    await expect(page.getByRole('button', { name: 'Show what is typed', includeHidden: true })).toBeHidden()
  })
})

test('whoever is signed in in several places sees where, and signs out everywhere else', async ({
  page,
  browser,
}) => {
  for (const [person, path, name] of [
    [await newCustomer(), '/account', 'Where you are signed in'],
    [await newAgent('Ana Everywhere'), '/console/me', 'Where you are signed in'],
  ] as const) {
    const other = await (await browser.newContext()).newPage()
    await comeIn(other, person.email)
    await comeIn(page, person.email)
    await page.goto(path)
    const list = page.getByRole('region', { name })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await expect(list.getByRole('listitem').first()).toContainText('This browser')
    await list.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await expect(list.getByText('Everywhere else you are signed out.')).toBeVisible()
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await other.goto(path)
    await expect(other).toHaveURL(/\/sign-in/)
    await other.context().close()
    await page.reload()
    await expect(list.getByText('This browser')).toBeVisible()
  }
})
