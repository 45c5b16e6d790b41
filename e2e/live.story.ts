import { type BrowserContext, expect, type Page } from '@playwright/test'
import { revokeAllSessions } from '@/lib/auth/sessions'
import { assign } from '@/lib/tickets/assign'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { freePort } from '@/scripts/ports.mjs'
import { openConsole, takenDown, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { signIn } from './sign-in'
import { test } from './story'
import { serverWith } from './threats/second-server'

/** One more ticket of hers, given to her by somebody else. */
async function given(ana: Agent, subject = 'A surprise') {
  const ben = await newAgent('Ben Giver')
  const ticket = await takenDown(ben, await newCustomer(), subject)
  await assign(ben, { id: ticket.id, status: 'open', assigneeId: null }, ana)
  return ticket
}

const mine = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Mine' })

/** How many streams the windows of a browser have asked for. */
function streamsOf(context: BrowserContext) {
  const asked: string[] = []
  context.on('request', (request) => {
    if (request.url().includes('/api/console/stream')) asked.push(request.url())
  })
  return asked
}

test('the counts in the sidebar follow what others do', async ({ page }) => {
  const ana = await newAgent()
  await openConsole(page, ana, '/console/tickets?assignee=me')
  await expect(mine(page)).toHaveText('Mine')
  await given(ana)
  await expect(mine(page)).toContainText('1')
  await given(ana)
  await expect(mine(page)).toContainText('2')
})

test('all windows of a browser share one stream, and one takes over when its holder closes', async ({
  context,
}) => {
  const ana = await newAgent()
  const first = await context.newPage()
  await signIn(first, ana.email)
  // The page that signing in leads to has a stream of its own.
  await first.goto('about:blank')
  const streams = streamsOf(context)
  await visit(first, '/console/notifications')
  await expect.poll(() => streams.length).toBe(1)
  const second = await context.newPage()
  await visit(second, '/console/tickets')
  await given(ana)
  for (const page of [first, second]) await expect(mine(page)).toContainText('1')
  expect(streams).toHaveLength(1)

  await first.close()
  await expect.poll(() => streams.length).toBe(2)
  expect(streams[1]).toContain('?after=')
  await given(ana)
  await expect(mine(second)).toContainText('2')
})

test('when the server goes away the page says so, and when it is back it knows what happened', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const ana = await newAgent()
  const port = await freePort()
  let server = await serverWith({}, port)
  const context = await browser.newContext({ baseURL: server.origin })
  const page = await context.newPage()
  try {
    await openConsole(page, ana, '/console/tickets?assignee=me')
    await given(ana)
    await expect(mine(page)).toContainText('1')
    const notice = page.getByRole('navigation').getByRole('status')

    await server.stop()
    await expect(notice).toHaveText('Live updates paused', { timeout: 15_000 })
    await given(ana)
    server = await serverWith({}, port)
    await expect(notice).toHaveText('Live updates are back', { timeout: 45_000 })
    await expect(mine(page)).toContainText('2')
    await expect(notice).toHaveText('')
  } finally {
    await context.close()
    await server.stop()
  }
})

test('a browser that gets no stream says so and looks by itself', async ({ page }) => {
  test.setTimeout(90_000)
  const ana = await newAgent()
  await page.route('**/api/console/stream*', (route) => route.abort())
  await openConsole(page, ana, '/console/tickets?assignee=me')
  await expect(page.getByRole('navigation').getByRole('status')).toHaveText('Live updates paused')
  await given(ana)
  await expect(mine(page)).toContainText('1', { timeout: 40_000 })
})

test('somebody whose sessions were ended is told within seconds', async ({ page }) => {
  const ana = await newAgent()
  await openConsole(page, ana, '/console/tickets')
  // Not before it is let in: whoever comes too late is not told why.
  await given(ana)
  await expect(mine(page)).toContainText('1')
  await inTransaction((tx) => revokeAllSessions(tx, ana))
  await expect(page.getByRole('navigation').getByRole('status')).toHaveText('You are signed out')
})
