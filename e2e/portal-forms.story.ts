import { expect, type Page } from '@playwright/test'
import { answer } from '@/lib/messages/answer'
import { getUserTickets, make } from '@/lib/support'
import { merge } from '@/lib/tickets/merge'
import type { Customer } from '@/lib/viewer'
import { holdSending } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn } from './sign-in'
import { test } from './story'

const filedBy = (customer: Customer, subject = 'Printer on fire') =>
  make().for(customer.id).subject(subject).description('It smokes.').create()

async function open(page: Page, customer: Customer, path: string) {
  await comeIn(page, customer.email)
  await page.goto(path)
}

/** A customer of their own, on a request of theirs. */
async function onRequest(page: Page) {
  const maria = await newCustomer()
  const { refid } = await filedBy(maria)
  await open(page, maria, `/tickets/${refid}`)
  return refid
}

const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' })

test('whoever has gone on by the time a reply fails is told, and finds it where it was written', async ({
  page,
}) => {
  const refid = await onRequest(page)
  const sending = await holdSending(page)
  await page.getByLabel('Your reply').fill('Into the void')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await page.getByRole('link', { name: 'My requests' }).first().click()
  sending.cutOff()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My requests')
  await expect(toasts(page)).toContainText(`Your reply on ${refid} was refused`)
  await page.getByRole('link', { name: 'Printer on fire' }).click()
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toHaveValue('Into the void')
})

test('whoever has gone back by the time a request arrives is told that it has', async ({ page }) => {
  const maria = await newCustomer()
  await open(page, maria, '/tickets')
  await page.getByRole('link', { name: 'New request' }).first().click()
  await page.getByRole('radio').first().check()
  await page.getByLabel('Subject').fill('Slow line')
  await page.getByLabel('Details').fill('It takes ages.')
  await page.getByRole('radio', { name: 'I cannot work at all' }).check()
  const sending = await holdSending(page)
  await page.getByRole('button', { name: 'Send request' }).click()
  await page.goBack()
  sending.letGo()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My requests')
  await expect(toasts(page)).toContainText('Your request is sent')
  expect(await getUserTickets(maria.id)).toHaveLength(1)
})

test('who presses a link again while something hangs comes there all the same', async ({ page }) => {
  await onRequest(page)
  await holdSending(page)
  await page.getByLabel('Your reply').fill('In a tunnel')
  await page.getByRole('button', { name: 'Send reply' }).click()
  const away = page.getByRole('link', { name: 'My requests' }).first()
  await away.click()
  await expect(async () => {
    await away.click({ timeout: 1_000 })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My requests', { timeout: 1_000 })
  }).toPass()
})

test('a reply to what was joined with another request meanwhile goes there, and that is said', async ({
  page,
}) => {
  const [maria, ana] = [await newCustomer(), await newAgent()]
  const [from, into] = [await filedBy(maria, 'Twice'), await filedBy(maria, 'Once')]
  await open(page, maria, `/tickets/${from.refid}`)
  await merge(ana, from, into)
  await page.getByLabel('Your reply').fill('And the scanner')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page).toHaveURL(new RegExp(`/tickets/${into.refid}$`))
  await expect(page.getByText(`${from.refid} goes on here`)).toBeVisible()
  await expect(page.getByRole('article').last()).toContainText('And the scanner')
  await expect(page.getByText('We have received your request')).toHaveCount(0)
})

test('the account menu closes when the keyboard leaves it', async ({ page }) => {
  const maria = await newCustomer()
  await open(page, maria, '/tickets')
  await page.getByRole('button', { name: `Account: ${maria.name}` }).press('Enter')
  const out = page.locator('#account').getByRole('button', { name: 'Sign out' })
  await out.focus()
  await page.keyboard.press('Tab')
  await expect(out).toBeHidden()
})

test('what stands on a page is not sent in the name of somebody who signs in beside it', async ({
  page,
  context,
}) => {
  const [quentin, rosa] = [await newCustomer('Quentin First'), await newCustomer('Rosa Second')]
  await open(page, quentin, '/tickets/new')
  await page.getByRole('radio').first().check()
  await page.getByLabel('Subject').fill('My own affair')
  await page.getByLabel('Details').fill('Nobody else’s.')
  await page.getByRole('radio', { name: 'I cannot work at all' }).check()
  const account = await context.newPage()
  await account.goto('/account')
  await account.getByLabel('Name').fill('Quentin Renamed')

  const beside = await context.newPage()
  await comeIn(beside, rosa.email)
  await page.getByRole('button', { name: 'Send request' }).click()
  const refusal = `You are signed in as ${rosa.email} now. Only ${quentin.email} can send this`
  await expect(page.getByRole('alert').filter({ hasText: refusal })).toBeVisible()
  await account.getByRole('button', { name: 'Change name' }).click()
  await expect(account.getByRole('alert').filter({ hasText: refusal })).toBeVisible()
  await beside.goto('/account')
  await expect(beside.getByLabel('Name')).toHaveValue('Rosa Second')

  await comeIn(beside, quentin.email)
  await page.getByRole('button', { name: 'Send request' }).click()
  await expect(page.getByText('We have received your request')).toBeVisible()
  expect(await getUserTickets(rosa.id)).toEqual([])
  expect(await getUserTickets(quentin.id)).toHaveLength(1)
})

test('whose answer was lost, and who has gone on writing, comes to what is there, with their text', async ({
  page,
}) => {
  await onRequest(page)
  await page.route('**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort()
  })
  await page.getByLabel('Your reply').fill('It is blue')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'could not be sent' })).toBeVisible()
  await page.unroute('**')
  await page.getByLabel('Your reply').fill('It is blue, and hot')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'was sent already' })).toBeVisible()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'It is blue' })).toBeVisible()
  await expect(page.getByLabel('Your reply')).toHaveValue('It is blue, and hot')
  await page.getByLabel('Your reply').fill('And hot')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByText('Your reply is sent.')).toBeVisible()
  await expect(page.getByRole('article')).toHaveText([/It smokes/, /It is blue/, /And hot/])
})

test('a request that was left is there again, and can be begun anew', async ({ page }) => {
  const maria = await newCustomer()
  await open(page, maria, '/tickets/new')
  await expect(page.getByText('What you wrote before is here again.')).toHaveCount(0)
  await page.getByLabel('Subject').fill('Printer on fire')
  await page.getByLabel('Details').fill('It smokes.')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My requests')
  await page.getByRole('link', { name: 'New request' }).first().click()
  await expect(page.getByText('What you wrote before is here again.')).toBeVisible()
  await expect(page.getByLabel('Details')).toHaveValue('It smokes.')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByLabel('Subject')).toHaveValue('')
  await expect(page.getByLabel('Details')).toHaveValue('')
  await expect(page.getByRole('main')).toBeFocused()
  await page.reload()
  await expect(page.getByLabel('Subject')).toHaveValue('')
  await expect(page.getByText('What you wrote before is here again.')).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('after a reply on a long thread one is where one wrote', async ({ page }) => {
    const [maria, ana] = [await newCustomer(), await newAgent()]
    const ticket = await filedBy(maria)
    const long = Array.from({ length: 60 }, (_, line) => `Line ${line}`).join('\n\n')
    await answer(ana, ticket, { body: long, channel: 'agent' })
    await open(page, maria, `/tickets/${ticket.refid}`)
    await page.getByRole('button', { name: 'Send reply' }).click()
    await expect(page.getByText('Your reply is empty').first()).toBeInViewport()
    await page.getByLabel('Your reply').fill('Thank you')
    await page.getByRole('button', { name: 'Send reply' }).click()
    await expect(page.getByText('Your reply is sent.')).toBeInViewport()
  })
})

test.describe('with letters as large as they can be set, on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the account menu is within the screen', async ({ page }) => {
    const maria = await newCustomer()
    await open(page, maria, '/tickets')
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    await page.getByRole('button', { name: `Account: ${maria.name}` }).tap()
    for (const name of ['Your account', 'Sign out'] as const) {
      const target = page.locator('#account').getByText(name)
      await target.scrollIntoViewIfNeeded()
      await expect(target).toBeInViewport({ ratio: 1 })
    }
  })
})

test('a table in a message is moved sideways rather than broken into letters', async ({ page }) => {
  const [maria, ana] = [await newCustomer(), await newAgent()]
  const ticket = await filedBy(maria)
  const head = ['Temperature', 'Manufacturer', 'Responsible', 'Approximately', 'Temporarily']
  const table = `| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}\n| ${head.join(' | ')} |`
  await answer(ana, ticket, { body: table, channel: 'agent' })
  await page.setViewportSize({ width: 320, height: 700 })
  await open(page, maria, `/tickets/${ticket.refid}`)
  const cell = page.getByRole('columnheader', { name: 'Manufacturer' })
  const { height } = (await cell.boundingBox()) ?? { height: 0 }
  expect(height).toBeGreaterThan(0)
  expect(height).toBeLessThan(60)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
