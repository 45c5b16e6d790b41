import { randomBytes } from 'node:crypto'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { createCategory } from '@/lib/categories/create'
import { createPolicy } from '@/lib/sla/policies/create'
import { retirePolicy } from '@/lib/sla/policies/retire'
import { getUserTickets, make, rateLimiter } from '@/lib/support'
import { system } from '@/lib/viewer'
import { barriersEverywhere } from './barriers'
import { holdSending } from './console'
import { newCustomer } from './customer'
import { comeIn, signIn } from './sign-in'
import { test } from './story'

async function fillIn(page: Page, { subject = 'Printer on fire', details = 'It smokes since Monday.' } = {}) {
  await page.getByRole('radio').first().check()
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('Details').fill(details)
  await page.getByRole('radio', { name: 'I cannot work at all' }).check()
}

const send = (page: Page) => page.getByRole('button', { name: 'Send request' }).click()

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: /./ }).first()

test('a customer files a request and learns its reference and by when we will answer', async ({ page }) => {
  const maria = await newCustomer()
  await signIn(page, maria.email)
  await page.getByRole('link', { name: 'New request' }).first().click()
  await fillIn(page)
  await expect(page.getByText(/We aim to answer within \d+ business hours/).first()).toBeVisible()
  await send(page)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Printer on fire')
  await expect(page.getByText('We have received your request')).toBeVisible()
  await expect(page.getByText(/Your reference is SUP-[0-9A-Z]{8}/)).toBeVisible()
  await expect(page.getByText(/We will answer by .*\d\d:\d\d \(Oslo time\)/)).toBeVisible()
  await expect(page.getByRole('article')).toHaveText(/You.*It smokes since Monday\./)
  const [ticket] = await getUserTickets(maria.id)
  expect([ticket?.subject, ticket?.priority]).toEqual(['Printer on fire', 'high'])
})

test('a customer files with the keyboard alone', async ({ page }) => {
  const maria = await newCustomer()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await page.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('No mouse here')
  await page.keyboard.press('Tab')
  await page.keyboard.type('It went missing.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No mouse here')
})

test('each category tells its own promise, and the impacts tell that of the one that is chosen', async ({
  page,
}) => {
  const [maria, name] = [await newCustomer(), `Hardware ${randomBytes(4).toString('hex')}`]
  const { slug } = await createCategory(system, { name })
  const { uid } = await createPolicy(system, {
    name,
    conditions: { categories: [slug] },
    targets: { low: inAnHourAndAHalf, medium: inAnHourAndAHalf, high: inAnHourAndAHalf, urgent: {} },
    calendar: null,
    pausing: [],
    steps: [],
  })
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  const [hardware, question] = [
    page.getByRole('radio', { name }),
    page.getByRole('radio', { name: 'I have a question' }),
  ]
  // What is blocked may have a policy of its own, before that of the category.
  await expect(hardware).toHaveAccessibleDescription(/Usually answered within \d/)
  await hardware.check()
  const answered = 'We aim to answer within 1.5 hours'
  await expect(question).toHaveAccessibleDescription(answered)
  await page.locator(`input[name=category]:not([value="${slug}"])`).first().check()
  await expect(question).not.toHaveAccessibleDescription(answered)

  // As it was left.
  await hardware.check()
  await page.reload()
  await expect(question).toHaveAccessibleDescription(answered)
  await retirePolicy(system, uid)
})

const inAnHourAndAHalf = { first_response: 90 * 60 }

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a refusal keeps what was typed, and the request is filed', async ({ page }) => {
    const maria = await newCustomer()
    await comeIn(page, maria.email)
    await page.goto('/tickets/new')
    await fillIn(page, { subject: '   ' })
    await send(page)

    await expect(summary(page)).toContainText('Subject is empty')
    await expect(page.getByLabel('Details')).toHaveValue('It smokes since Monday.')
    await expect(page.getByRole('radio', { name: 'I cannot work at all' })).toBeChecked()
    expect(await getUserTickets(maria.id)).toEqual([])

    await page.getByLabel('Subject').fill('Printer on fire')
    await send(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Printer on fire')
    await expect(page.getByText('We have received your request')).toBeVisible()
    expect(await getUserTickets(maria.id)).toHaveLength(1)
  })
})

test.describe('without JavaScript, and signed out meanwhile', () => {
  test.use({ javaScriptEnabled: false })

  test('what was typed is shown again, with the way back to where it was', async ({ page, context }) => {
    const maria = await newCustomer()
    await comeIn(page, maria.email)
    await page.goto('/tickets/new')
    const details = 'It smokes </textarea><b>since</b> Monday.\nAnd burns.'
    await fillIn(page, { details })
    await context.clearCookies()
    await send(page)

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out')
    await expect(page.getByLabel('Subject')).toHaveValue('Printer on fire')
    await expect(page.getByLabel('Details')).toHaveValue(details)
    await expect(page.getByLabel('Submission')).toHaveCount(0)
    expect(await getUserTickets(maria.id)).toEqual([])

    const [signInPage] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Sign in' }).click(),
    ])
    await expect(signInPage).toHaveURL(/\/sign-in\?next=%2Ftickets%2Fnew$/)
    await comeIn(page, maria.email)
    await signInPage.goto(signInPage.url())
    await expect(signInPage).toHaveURL(/\/tickets\/new$/)
  })
})

test('a reply that is sent before the scripts have come, by somebody signed out meanwhile, is shown again', async ({
  page,
  context,
}) => {
  const maria = await newCustomer()
  const { refid } = await make().for(maria.id).subject('Lamp').description('It flickers.').create()
  await comeIn(page, maria.email)
  await page.route('**/*.js', (route) => route.abort())
  await page.goto(`/tickets/${refid}`)
  await page.getByLabel('Your reply').fill('It still does.')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Send reply' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out')
  await expect(page.getByRole('textbox')).toHaveValue('It still does.')
  await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    `/sign-in?next=%2Ftickets%2F${refid}`,
  )
  expect(await barriersEverywhere(page, [360])).toEqual([])
})

test('the same form sent five times at once makes one request', async ({ page, context }) => {
  const maria = await newCustomer()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await fillIn(page)
  const fields = await page.evaluate(() =>
    Object.fromEntries(
      [...new FormData(document.querySelector('form[enctype]') ?? undefined)].map(([name, value]) => [
        name,
        String(value),
      ]),
    ),
  )
  const answers = await Promise.all(Array.from({ length: 5 }, () => post(context, fields)))

  expect(answers[0]).toMatch(/\/tickets\/SUP-\w{8}\?filed=1$/)
  expect(new Set(answers).size).toBe(1)
  expect(await getUserTickets(maria.id)).toHaveLength(1)
})

/** As a browser without JavaScript posts it; gives the address that the answer leads to. */
async function post(context: BrowserContext, fields: Record<string, string>) {
  const origin = new URL(String(process.env.APP_URL)).origin
  const answer = await context.request.post('/tickets/new', {
    multipart: fields,
    headers: { origin },
    maxRedirects: 0,
  })
  return answer.headers().location
}

test('after Back, another request is another request', async ({ page }) => {
  const maria = await newCustomer()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await fillIn(page, { subject: 'The first' })
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The first')
  await page.goBack()
  await fillIn(page, { subject: 'The second' })
  await send(page)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second')
  expect(await getUserTickets(maria.id)).toHaveLength(2)
})

test('past the limit of the hour a customer reads when to come back, and loses nothing', async ({ page }) => {
  const maria = await newCustomer()
  while (await rateLimiter().canCreateTicket(maria.id))
    await make().for(maria.id).subject('One of many').description('Again').create()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await fillIn(page)
  await send(page)

  await expect(page.getByText(/You can send another request at .*\d\d:\d\d \(Oslo time\)/)).toBeVisible()
  await expect(page.getByLabel('Details')).toHaveValue('It smokes since Monday.')
  await expect(page).toHaveURL(/\/tickets\/new$/)
})

test('a form that does not do says so at the fields and keeps them', async ({ page }) => {
  const maria = await newCustomer()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill('x'.repeat(1000))
  await send(page)

  await expect(summary(page)).toBeFocused()
  for (const message of [
    'Choose what it is about',
    'Subject is too long: 1,000 characters, at most 200',
    'Details is empty',
    'Choose how much this stops you',
  ])
    await expect(summary(page)).toContainText(message)
  await expect(page.getByLabel('Subject')).toHaveValue('x'.repeat(1000))
  await expect(page.getByLabel('Subject')).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('link', { name: 'Details is empty' }).click()
  await expect(page.getByLabel('Details')).toBeFocused()
})

test('what is wrong with a field is said until it is typed into, and the summary keeps it', async ({
  page,
}) => {
  const maria = await newCustomer()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await send(page)
  const [subject, details] = [page.getByLabel('Subject'), page.getByLabel('Details')]
  await expect(subject).toHaveAccessibleDescription(/Error: Subject is empty/)

  await subject.pressSequentially('Pr')
  await expect(subject).toBeFocused()
  await expect(subject).not.toHaveAccessibleDescription(/Error/)
  await expect(subject).not.toHaveAttribute('aria-invalid')
  await expect(details).toHaveAccessibleDescription(/Error: Details is empty/)
  await expect(summary(page)).toContainText('Subject is empty')
  const unchosen = page.getByText('Error: Choose what it is about')
  await expect(unchosen).toHaveCount(1)
  await page.getByRole('radio').first().check()
  await expect(unchosen).toHaveCount(0)

  await subject.fill('')
  await send(page)
  await expect(summary(page)).toBeFocused()
  await expect(subject).toHaveAccessibleDescription(/Error: Subject is empty/)
})

test('whoever was signed out meanwhile signs in beside the form, and sends it', async ({ page, context }) => {
  const maria = await newCustomer()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await fillIn(page)
  await context.clearCookies()
  await send(page)
  await expect(summary(page)).toContainText('You are signed out. Sign in again, then send this.')

  const [beside] = await Promise.all([
    context.waitForEvent('page'),
    summary(page).getByRole('link', { name: 'Sign in' }).click(),
  ])
  await signIn(beside, maria.email)
  await expect(page.getByLabel('Details')).toHaveValue('It smokes since Monday.')
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Printer on fire')
  expect(await getUserTickets(maria.id)).toHaveLength(1)
})

test('what does not arrive is sent again from where that is told', async ({ page, context }) => {
  const maria = await newCustomer()
  await page.goto('/tickets/new')
  await expect(page.getByText('Then you can write your request')).toBeVisible()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await fillIn(page)
  await context.setOffline(true)
  await send(page)
  await expect(summary(page)).toContainText('Your text is still here.')
  await expect(summary(page)).toBeFocused()
  await context.setOffline(false)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('We have received your request')).toBeVisible()
  expect(await getUserTickets(maria.id)).toHaveLength(1)
})

test('what was filled in is there again when the page is loaded anew', async ({ page }) => {
  const maria = await newCustomer()
  await comeIn(page, maria.email)
  await page.goto('/tickets/new')
  await fillIn(page, { subject: 'Half a thought' })
  // By its value: another story may put another category first meanwhile.
  const category = await page.locator('input[name=category]:checked').inputValue()
  // Not by a reload: after it a browser fills in by itself what stood there.
  await page.goto('/tickets')
  await page.goto('/tickets/new')

  await expect(page.getByLabel('Subject')).toHaveValue('Half a thought')
  await expect(page.getByLabel('Details')).toHaveValue('It smokes since Monday.')
  await expect(page.locator(`input[name=category][value="${category}"]`)).toBeChecked()
  await expect(page.getByRole('radio', { name: 'I cannot work at all' })).toBeChecked()
})

test('the last words before another page are kept, and what was filed is not', async ({ page }) => {
  const maria = await newCustomer()
  await signIn(page, maria.email)
  const begin = page.getByRole('link', { name: 'New request' }).first()
  await begin.click()
  await fillIn(page, { subject: 'In a hurry' })
  await page.getByRole('link', { name: 'My requests' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My requests')
  await begin.click()
  await expect(page.getByLabel('Subject')).toHaveValue('In a hurry')

  const { letGo } = await holdSending(page)
  await send(page)
  await page.getByLabel('Details').pressSequentially(' And since Sunday.')
  letGo()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('In a hurry')
  await begin.click()
  await expect(page.getByLabel('Subject')).toHaveValue('')
  await expect(page.getByLabel('Details')).toHaveValue('')
})
