import { expect, type Page } from '@playwright/test'
import { file } from '@/lib/tickets/file'
import type { Agent, Customer } from '@/lib/viewer'
import { comeIn } from './sign-in'

export const written = (body: string) => ({ body, channel: 'agent' as const })

/** A ticket that an agent took down for a customer, so that no customer's limit counts. */
export const takenDown = (
  agent: Agent,
  customer: Customer,
  subject: string,
  more: { readonly priority?: 'low' | 'medium' | 'high' | 'urgent'; readonly category?: string } = {},
) =>
  file(agent, customer, {
    subject,
    description: 'It has been so since this morning.',
    channel: 'agent',
    ...more,
  })

/** Lets an agent in and opens a page of the console. */
export async function openConsole(page: Page, agent: Agent, path: string) {
  await comeIn(page, agent.email)
  await visit(page, path)
}

/** Opens a page, as it answers to keys and presses. */
export async function visit(page: Page, path: string) {
  // Not before the address is there: the page that is left may be asking, too.
  await page.goto(path, { waitUntil: 'commit' })
  await awake(page)
}

/** As `visit`, of the page that is there. */
export async function reload(page: Page) {
  await page.reload({ waitUntil: 'commit' })
  await awake(page)
}

/** The counts in the sidebar are asked for by a script: from then on the page answers to keys. */
async function awake(page: Page) {
  await page.waitForResponse((answer) => answer.url().endsWith('/api/console/counts'))
  await page.waitForLoadState()
}

/** The page hears nothing of what others do, as behind a line that is slow: it learns of it when it asks. */
export const withoutNews = (page: Page) => page.route('**/api/console/stream*', (route) => route.abort())

/** What the page sends to the server waits until it is let go. */
export async function holdSending(page: Page) {
  const { promise: free, resolve } = Promise.withResolvers<'continue' | 'abort'>()
  await page.route('**', async (route) => {
    const posts = route.request().method() === 'POST' && route.request().headers()['next-action']
    await (posts ? route[await free]() : route.fallback())
  })
  return { letGo: () => resolve('continue'), cutOff: () => resolve('abort') }
}

export const row = (page: Page, subject: string) => page.getByRole('row').filter({ hasText: subject })

/** One of the pickers beside a ticket; its text is what the ticket has now. */
export const picker = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true })

export async function pick(page: Page, label: string, choice: string) {
  await picker(page, label).click()
  await page.getByRole('listbox').getByRole('option', { name: choice, exact: true }).click()
}

/** What the ticket's history says, newest first. */
export async function history(page: Page) {
  const panel = page.getByRole('group').filter({ hasText: 'History' })
  if (!(await panel.getByRole('listitem').first().isVisible())) await panel.getByText('History').click()
  return panel.getByRole('listitem')
}

/** Presses a button that asks first, and says yes. */
export async function confirm(page: Page, name: string) {
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
}

export const told = (page: Page, words: string | RegExp) =>
  expect(page.getByText(words).first()).toBeVisible()
