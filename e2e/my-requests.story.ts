import { expect, type Locator } from '@playwright/test'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { make, resolve } from '@/lib/support'
import type { Customer } from '@/lib/viewer'
import { newAgent, newCustomer } from './customer'
import { comeIn, signIn } from './sign-in'
import { test } from './story'

const hours = (count: number) => new Date(Date.now() - count * 60 * 60 * 1000)

const filedBy = (customer: Customer, subject: string, hoursAgo: number) =>
  at(hours(hoursAgo), () => make().for(customer.id).subject(subject).description(`About ${subject}`).create())

test('what needs the customer’s reply comes first, in their words', async ({ page }) => {
  const [maria, ana] = [await newCustomer(), await newAgent()]
  const asked = await filedBy(maria, 'Asked back', 90)
  await at(hours(80), () => answer(ana, asked, { body: 'Which one?', channel: 'agent' }, 'pending'))
  await resolve(await filedBy(maria, 'All done', 50))
  await filedBy(maria, 'Brand new', 1)
  await signIn(page, maria.email)

  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Needs your reply', 'Everything else'])
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows.first()).toContainText(/Asked back.*Waiting for you/)
  await expect(rows.filter({ hasText: 'All done' })).toContainText('Solved')
  await expect(rows.filter({ hasText: 'Brand new' })).toContainText('Received')

  await page.goto('/')
  await expect(page.getByText('One request needs your reply.')).toBeVisible()
})

test('a customer finds a request by a word of it and by its reference', async ({ page }) => {
  const maria = await newCustomer()
  const printer = await filedBy(maria, 'Printer on fire', 2)
  await filedBy(maria, 'Late invoice', 1)
  await signIn(page, maria.email)
  const rows = page.getByRole('main').getByRole('listitem')

  for (const words of ['fire', printer.refid.toLowerCase()]) {
    await page.getByLabel('Search my requests').fill(words)
    await page.keyboard.press('Enter')
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('Printer on fire')
  }

  await page.getByLabel('Search my requests').fill('<b>zebra</b>')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing matches “<b>zebra</b>”' })).toBeVisible()
  await page.getByRole('link', { name: 'Show all requests' }).click()
  await expect(rows).toHaveCount(2)
})

test('headings over what a search has found say so, also where a request needs a reply', async ({ page }) => {
  const maria = await newCustomer()
  const asked = await filedBy(maria, 'Tablet is slow', 3)
  await answer(await newAgent(), asked, { body: 'Which one?', channel: 'agent' }, 'pending')
  await comeIn(page, maria.email)
  await page.goto('/tickets?q=tablet')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Requests with “tablet” that need your reply',
  ])
  await filedBy(maria, 'Tablet is lost', 1)
  await page.reload()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Requests with “tablet” that need your reply',
    'Other requests with “tablet”',
  ])
})

test('many requests come in pages', async ({ page }) => {
  const maria = await newCustomer()
  for (let nth = 1; nth <= 27; nth += 1) await filedBy(maria, `Request ${nth}`, nth * 2)
  await signIn(page, maria.email)
  const rows = page.getByRole('main').getByRole('listitem')

  await expect(rows).toHaveCount(25)
  await page.getByRole('link', { name: 'Older' }).click()
  await expect(rows).toHaveText([/Request 26/, /Request 27/])
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page).toHaveTitle(/^page 2 · My requests/)
  await page.getByRole('link', { name: 'Newer' }).click()
  await expect(rows).toHaveCount(25)
  await expect(page.getByRole('main')).toBeFocused()
  await page.goto('/tickets?page=1000')
  await expect(page.getByRole('heading', { name: 'There is nothing on this page' })).toBeVisible()
})

test('somebody new is told what to do', async ({ page }) => {
  const maria = await newCustomer()
  await signIn(page, maria.email)
  await expect(page.getByRole('heading', { name: 'You have not asked us anything yet' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'New request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New request')
})

test('whoever is signed out signs in on the way to a new request', async ({ page }) => {
  const maria = await newCustomer()
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'New request' }).click()
  await page.getByLabel('E-mail address').fill(maria.email)
  await page.getByLabel('Password').fill('deskwell-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/tickets\/new$/)
})

test('a customer changes their password and signs in with it', async ({ page }) => {
  const maria = await newCustomer()
  await comeIn(page, maria.email)
  await page.goto('/tickets')
  await page.getByRole('button', { name: `Account: ${maria.name}` }).click()
  await page.getByRole('link', { name: 'Your account' }).click()
  await page.getByRole('button', { name: 'Change password' }).click()
  const alert = page.getByRole('alert').first()
  await expect(alert.getByRole('link')).toHaveText([
    'Your password now is missing',
    'New password is missing',
  ])
  await page.getByLabel('Your password now').fill('deskwell-demo')
  await page.getByLabel('New password').fill('deskwell-demo')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/not the one you have now/)
  await page.getByLabel('Your password now').fill('not my password')
  await page.getByLabel('New password').fill('four quiet green boats')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(alert).toContainText('This is not your password')

  await page.getByLabel('Your password now').fill('deskwell-demo')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in$/)
  await signIn(page, maria.email, 'four quiet green boats')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My requests')
})

test.describe('with a thumb', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })

  test('the way home, the themes, and what a form and its refusal offer are large enough', async ({
    page,
  }) => {
    const maria = await newCustomer()
    await comeIn(page, maria.email)
    await page.goto('/tickets')
    await page.getByRole('button', { name: `Account: ${maria.name}` }).tap()
    const themes = page.getByRole('group', { name: 'Theme' }).locator('label')
    await expect(themes).toHaveCount(3)
    const fits = async (target: Locator) => {
      const box = await target.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    for (const target of [page.getByRole('banner').getByRole('link').first(), ...(await themes.all())])
      await fits(target)

    await page.goto('/tickets/new')
    const send = page.getByRole('button', { name: 'Send request' })
    await fits(send)
    await send.tap()
    await fits(page.getByRole('link', { name: 'Subject is empty' }))
  })
})

test('a page that takes a while is said to be on its way', async ({ page }) => {
  const maria = await newCustomer()
  await filedBy(maria, 'Printer on fire', 1)
  await signIn(page, maria.email)
  await expect(page.getByRole('link', { name: 'Printer on fire' })).toBeVisible()
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/tickets/SUP-*', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('link', { name: 'Printer on fire' }).click()
  const bar = page.locator('.under-way')
  await expect(bar).toBeVisible()
  release()
  await expect(page.getByRole('heading', { level: 1, name: 'Printer on fire' })).toBeVisible()
  await expect(bar).toHaveCount(0)
})
