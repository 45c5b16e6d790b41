import { expect, type Page } from '@playwright/test'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { close, find, getUserTickets, make, resolve } from '@/lib/support'
import { writtenByThem } from '@/lib/testing/written'
import type { Customer } from '@/lib/viewer'
import { holdSending } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn, signIn } from './sign-in'
import { test } from './story'

const filedBy = (customer: Customer, subject = 'Printer on fire') =>
  make().for(customer.id).subject(subject).description('It smokes.').create()

const written = (body: string) => ({ body, channel: 'agent' as const })

async function open(page: Page, customer: Customer, { refid }: { readonly refid: string }) {
  await comeIn(page, customer.email)
  await page.goto(`/tickets/${refid}`)
}

test('a customer answers what we asked, and hears who asked by first name only', async ({ page }) => {
  const [maria, ana] = [await newCustomer(), await newAgent('Ana Petrović')]
  const ticket = await filedBy(maria)
  await answer(ana, ticket, written('Which **colour** is the smoke?'), 'pending')
  await note(ana, ticket, written('She always writes on Mondays.'))
  await open(page, maria, ticket)

  await expect(page.getByText('Waiting for you').first()).toBeVisible()
  await expect(page.getByRole('article', { name: 'Message from Ana, support' })).toContainText('colour')
  await expect(page.locator('body')).not.toContainText('Petrović')
  await expect(page.locator('body')).not.toContainText('Mondays')

  await page.getByRole('link', { name: 'Reply', exact: true }).press('Enter')
  await expect(page.getByRole('region', { name: 'Reply' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('It is blue.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByText('Your reply is sent.')).toBeVisible()
  await expect(page.getByRole('article').last()).toContainText('It is blue.')
  await expect(page.getByLabel('Your reply')).toHaveValue('')
  await expect(page.getByText('Waiting for you')).toHaveCount(0)
  await expect(page.getByText('We are working on it')).toBeVisible()
})

test('that a reply is sent is said until the next thing is done', async ({ page }) => {
  const maria = await newCustomer()
  await open(page, maria, await filedBy(maria))
  const sent = page.getByText('Your reply is sent.')
  for (const words of ['It is blue.', 'Now it is green.']) {
    await page.getByLabel('Your reply').fill(words)
    await expect(sent).toHaveCount(0)
    await page.getByRole('button', { name: 'Send reply' }).click()
    await expect(sent).toBeVisible()
  }
  await page.getByText('No longer need help?').click()
  await page.getByRole('button', { name: 'Close this request' }).click()
  await expect(page.getByRole('heading', { name: 'You closed this request' })).toBeVisible()
  await expect(sent).toHaveCount(0)
})

test('a customer closes what needs no help any more, and reopens it', async ({ page }) => {
  const maria = await newCustomer()
  const ticket = await filedBy(maria)
  await open(page, maria, ticket)
  await page.getByText('No longer need help?').click()
  await page.getByRole('button', { name: 'Close this request' }).click()
  await expect(page.getByRole('heading', { name: 'You closed this request' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Closed' })).toBeVisible()
  expect((await find(ticket.refid)).status).toBe('closed')
  // Nobody has helped.
  await expect(page.getByText('How happy are you with our help?')).toHaveCount(0)

  const stale = await page.context().newPage()
  await stale.goto(`/tickets/${ticket.refid}`)
  await page.getByRole('button', { name: 'Reopen it' }).click()
  await expect(page.getByText('You reopened this request')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Received' })).toBeVisible()
  expect((await find(ticket.refid)).status).toBe('open')

  await stale.getByRole('button', { name: 'Reopen it' }).click()
  await expect(stale.getByRole('status').filter({ hasText: 'Received' })).toBeVisible()
  await expect(stale.getByText('can no longer be reopened')).toHaveCount(0)
})

test('an agent who follows a link of a customer reads the ticket in the console', async ({ page }) => {
  const [maria, ana] = [await newCustomer(), await newAgent('Ana Petrović')]
  const { refid } = await filedBy(maria)
  await comeIn(page, ana.email)
  await page.goto(`/tickets/${refid}`)
  await expect(page).toHaveURL(`/console/tickets/${refid}`)
})

test('a customer has the last word on whether it is solved', async ({ page }) => {
  const maria = await newCustomer()
  const ticket = await filedBy(maria)
  await resolve(ticket)
  await open(page, maria, ticket)
  await page.getByRole('button', { name: 'No, still a problem' }).click()
  await expect(page.getByText('You reopened this request')).toBeVisible()

  await resolve(ticket)
  await page.reload()
  await page.getByRole('button', { name: 'Yes, close it' }).click()
  await expect(page.getByRole('heading', { name: 'You closed this request' })).toBeVisible()
})

test('a customer rates once it is solved, is thanked, and changes their mind', async ({ page }) => {
  const maria = await newCustomer()
  const ticket = await filedBy(maria)
  await open(page, maria, ticket)
  await expect(page.getByText('How happy are you with our help?')).toHaveCount(0)
  await resolve(ticket)
  await page.reload()
  await page.getByRole('button', { name: 'Send rating' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Choose a number from 1 to 5')

  await page.getByRole('radio', { name: '2 Unhappy' }).check()
  await page.getByLabel('What could be better?').fill('It took long.')
  await page.getByRole('button', { name: 'Send rating' }).click()
  await expect(page.getByText('You gave 2 of 5: unhappy.')).toBeVisible()
  await expect(page.getByRole('paragraph').filter({ hasText: 'It took long.' })).toBeVisible()

  await page.getByText('Change your rating').click()
  await expect(page.getByRole('radio', { name: '2 Unhappy' })).toBeChecked()
  await page.getByRole('radio', { name: '5 Very happy' }).check()
  await page.getByRole('button', { name: 'Change rating' }).click()
  await expect(page.getByText('You gave 5 of 5: very happy.')).toBeVisible()
  await expect(page.getByText('Change your rating')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change rating' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Thank you for your rating' })).toBeFocused()

  await page.getByText('Change your rating').click()
  await page.getByRole('button', { name: 'Change rating' }).click()
  await expect(page.getByText('Your rating stays as it is.')).toBeVisible()
})

test('a reply to what we closed opens a request that follows it', async ({ page }) => {
  const maria = await newCustomer()
  const ticket = await filedBy(maria)
  await close(ticket)
  await open(page, maria, ticket)
  await expect(page.getByText('Your message opens a new one that follows it.')).toBeVisible()
  await page.getByLabel('Still need help?').fill('It burns again.')
  await page.getByRole('button', { name: 'Send as a new request' }).click()

  await expect(page.getByText('We have received your request')).toBeVisible()
  await expect(page.getByRole('link', { name: ticket.refid })).toBeVisible()
  await expect(page).toHaveURL(/\/SUP-\w{8}$/)
  await page.getByLabel('Your reply').fill('Still.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByText('We have received your request')).toHaveCount(0)
  await expect(page.getByRole('article').first()).toContainText('It burns again.')
  expect(await getUserTickets(maria.id)).toHaveLength(2)
  const second = new URL(page.url()).pathname
  await page.goto(`/tickets/${ticket.refid}`)
  await page.getByRole('link', { name: second.slice('/tickets/'.length) }).click()
  await expect(page).toHaveURL(second)
})

test('a reply that crosses with the closing says that it became a new request', async ({ page }) => {
  const maria = await newCustomer()
  const ticket = await filedBy(maria)
  await open(page, maria, ticket)
  await page.getByLabel('Your reply').fill('It burns again.')
  await close(ticket)
  await page.getByRole('button', { name: 'Send reply' }).click()

  const received = page.getByRole('status').filter({ hasText: 'We have received your request' })
  await expect(received).toContainText(`${ticket.refid} was closed, so your message opened this new request.`)
})

test('we say so when we are late', async ({ page }) => {
  const maria = await newCustomer()
  const ticket = await at(new Date(Date.now() - 100 * 60 * 60 * 1000), () => filedBy(maria))
  await open(page, maria, ticket)
  await expect(page.getByText(/We are late: we meant to answer by .* \(Oslo time\)/)).toBeVisible()
})

test('the request of another customer is not found, like one that does not exist', async ({ page }) => {
  const [maria, otto] = [await newCustomer(), await newCustomer('Otto Other')]
  const foreign = await filedBy(otto, 'A secret of Otto')
  await signIn(page, maria.email)
  for (const refid of [foreign.refid, 'SUP-00000000']) {
    const answered = await page.goto(`/tickets/${refid}`)
    expect(answered?.status()).toBe(404)
    expect(await answered?.text()).not.toContain('A secret of Otto')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
  }
})

test('a reply sent to a reference of somebody else is not found, and its text stays', async ({ page }) => {
  const [maria, otto] = [await newCustomer(), await newCustomer('Otto Other')]
  const [own, foreign] = [await filedBy(maria), await filedBy(otto)]
  await open(page, maria, own)
  const reply = page.getByRole('region', { name: 'Reply' })
  await reply.locator('input[name=refid]').evaluate((field: HTMLInputElement, refid) => {
    field.value = refid
  }, foreign.refid)
  await reply.getByLabel('Your reply').fill('Let me in.')
  await reply.getByRole('button', { name: 'Send reply' }).click()

  await expect(reply.getByRole('alert')).toContainText('Not found')
  await expect(reply.getByLabel('Your reply')).toHaveValue('Let me in.')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a customer replies, closes and rates', async ({ page }) => {
    const [maria, ana] = [await newCustomer(), await newAgent('Ana Petrović')]
    const ticket = await filedBy(maria)
    await answer(ana, ticket, written('Open a window.'))
    await open(page, maria, ticket)
    await page.getByLabel('Your reply').fill('By hand.')
    await page.getByRole('button', { name: 'Send reply' }).click()
    await expect(page.getByRole('article').last()).toContainText('By hand.')
    await expect(page.getByRole('article')).toHaveCount(3)

    await page.getByText('No longer need help?').click()
    await page.getByRole('button', { name: 'Close this request' }).click()
    await expect(page.getByRole('heading', { name: 'You closed this request' })).toBeVisible()
    await page.getByRole('radio', { name: '4 Happy' }).check()
    await page.getByRole('button', { name: 'Send rating' }).click()
    await expect(page.getByText('You gave 4 of 5: happy.')).toBeVisible()
  })

  test('a customer reads back through a long thread, and to its end again', async ({ page }) => {
    const maria = await newCustomer()
    const yesterday = new Date(Date.now() - 86_400_000)
    const ticket = await at(yesterday, () => filedBy(maria))
    await writtenByThem(maria, ticket, 130)
    await open(page, maria, ticket)
    await expect(page.getByRole('article')).toHaveCount(100)
    await expect(page.getByRole('article').last()).toContainText('No. 130')

    await page.getByRole('link', { name: 'Show earlier messages' }).click()
    await expect(page.getByRole('article').first()).toContainText('It smokes.')
    await expect(page.getByRole('article').last()).toContainText('No. 30')
    await expect(page.getByRole('article').last()).toBeInViewport()
    await expect(page.getByLabel('Your reply')).toHaveCount(0)

    await page.getByRole('link', { name: 'Back to the latest messages' }).click()
    await expect(page.getByRole('article').last()).toContainText('No. 130')
    await expect(page.getByLabel('Your reply')).toBeVisible()
  })
})

test('whoever reads back by keyboard goes on from the end of what has come', async ({ page }) => {
  const maria = await newCustomer()
  const ticket = await at(new Date(Date.now() - 86_400_000), () => filedBy(maria))
  await writtenByThem(maria, ticket, 130)
  await open(page, maria, ticket)
  await page.getByRole('link', { name: 'Show earlier messages' }).press('Enter')
  await expect(page.getByRole('navigation', { name: 'Later messages' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Back to the latest messages' })).toBeFocused()
})

test('what is typed while a reply is on its way stays, and is the next one', async ({ page }) => {
  const maria = await newCustomer()
  await open(page, maria, await filedBy(maria))
  const { letGo } = await holdSending(page)
  const field = page.getByLabel('Your reply')
  await field.fill('It is blue.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await field.press('End')
  await field.pressSequentially(' And loud.')
  letGo()
  await expect(page.getByText('Your reply is sent.')).toBeVisible()
  await expect(page.getByRole('article').last()).toContainText('It is blue.')
  await expect(page.getByRole('article').last()).not.toContainText('And loud.')
  await expect(field).toHaveValue('And loud.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByRole('article').last()).toContainText('And loud.')
  await expect(field).toHaveValue('')
})

test('an answer that comes leaves the field under the pen where it is', async ({ page }) => {
  const maria = await newCustomer()
  const ticket = await filedBy(maria)
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, maria, ticket)
  const field = page.getByLabel('Your reply')
  await field.fill('I was about to')
  await field.scrollIntoViewIfNeeded()
  const top = async () => Math.round((await field.boundingBox())?.y ?? 0)
  const before = await top()
  const long = Array.from({ length: 40 }, (_, line) => `Step ${line}`).join('\n\n')
  await answer(await newAgent('Ana Petrović'), ticket, written(long))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByText('There is a new answer above.')).toBeInViewport()
  await field.pressSequentially(' say')
  // The notice above it takes some room of its own.
  expect(Math.abs((await top()) - before)).toBeLessThan(80)
})

test('an answer that has come meanwhile is shown to whoever comes back to the page, beside what they have begun', async ({
  page,
}) => {
  const maria = await newCustomer()
  const ticket = await filedBy(maria)
  await open(page, maria, ticket)
  await page.getByLabel('Your reply').fill('I was about to say')
  await answer(await newAgent('Ana Petrović'), ticket, written('Try the other cable.'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByRole('status').filter({ hasText: 'There is a new answer above.' })).toBeVisible()
  await expect(page.getByRole('article').last()).toContainText('Try the other cable.')
  await expect(page.getByLabel('Your reply')).toHaveValue('I was about to say')

  await page.getByLabel('Your reply').fill('It helps.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByRole('article').last()).toContainText('It helps.')
  await expect(page.getByText('There is a new answer above.')).toHaveCount(0)
})

test('what was begun is there when signing out has failed', async ({ page, context }) => {
  const maria = await newCustomer()
  const ticket = await filedBy(maria)
  await open(page, maria, ticket)
  await page.getByLabel('Your reply').fill('Half of it')
  await context.setOffline(true)
  await page.getByRole('button', { name: `Account: ${maria.name}` }).click()
  await page.locator('#account').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('chrome-error://**')
  await context.setOffline(false)
  await page.goto(`/tickets/${ticket.refid}`)
  await expect(page.getByLabel('Your reply')).toHaveValue('Half of it')
})

test('what was begun and not sent leaves the tab with whoever signs out', async ({ page }) => {
  const maria = await newCustomer()
  await open(page, maria, await filedBy(maria))
  await page.getByLabel('Your reply').fill('A secret')
  const kept = () => page.evaluate(() => JSON.stringify(sessionStorage))
  await expect.poll(kept).toContain('A secret')
  await page.goto('/account')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await expect.poll(kept).not.toContain('A secret')
  await expect(page).toHaveURL(/\/sign-in$/)
})
