import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { saveDraft } from '@/lib/drafts/save'
import { find } from '@/lib/support'
import { assign } from '@/lib/tickets/assign'
import { ticketByRefid } from '@/lib/tickets/lists'
import { prioritize } from '@/lib/tickets/prioritize'
import { history, openConsole, pick, picker, reload, takenDown, told, visit, withoutNews } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

test('of two agents who take a ticket at once one gets it, and the other is told who', async ({
  browser,
}) => {
  const [ana, ben, maria] = [await newAgent('Ana Ardent'), await newAgent('Ben Brisk'), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'Both want this one')
  const pages = await Promise.all(
    [ana, ben].map(async (agent) => {
      const page = await (await browser.newContext()).newPage()
      await withoutNews(page)
      await openConsole(page, agent, `/console/tickets/${ticket.refid}`)
      return page
    }),
  )
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Take it' }).click()))
  const winner = await expect
    .poll(async () => (await ticketByRefid(ticket.refid)).assigneeId)
    .not.toBeNull()
    .then(async () => ((await ticketByRefid(ticket.refid)).assigneeId === ana.id ? ana : ben))
  for (const [index, page] of pages.entries()) {
    const won = [ana, ben][index]?.id === winner.id
    await told(page, won ? `${ticket.refid} is yours` : `${winner.name} has already taken this ticket`)
    await expect(picker(page, 'Assignee')).toContainText(winner.name)
    await expect(page.getByRole('button', { name: 'Take it' })).toHaveCount(0)
    await page.context().close()
  }
})

test('I takes the ticket of a colleague, on its page and in a list, and Z gives it back', async ({
  page,
}) => {
  const [ana, ben, maria] = [await newAgent('Ana Taker'), await newAgent('Ben Holder'), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'Not mine yet')
  await assign(ben, { id: ticket.id, status: 'open', assigneeId: null }, ben)
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await page.keyboard.press('i')
  await told(page, 'Assigned to Ana Taker')
  await expect(picker(page, 'Assignee')).toContainText('Ana Taker')
  await page.keyboard.press('i')
  await told(page, `${ticket.refid} is yours already`)
  await page.keyboard.press('z')
  await told(page, `${ticket.refid} is as before`)
  await expect(picker(page, 'Assignee')).toContainText('Ben Holder')

  await visit(page, `/console/tickets?assignee=${ben.email}`)
  await page.keyboard.press('j')
  await page.keyboard.press('i')
  await told(page, '1 ticket changed')
  await expect.poll(async () => (await ticketByRefid(ticket.refid)).assigneeId).toBe(ana.id)
  await page.keyboard.press('z')
  await expect.poll(async () => (await ticketByRefid(ticket.refid)).assigneeId).toBe(ben.id)
})

test('R and N put the pen behind what is written already', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Begun')]
  const ticket = await takenDown(ana, maria, 'Half a reply')
  for (const [mode, body] of [
    ['reply', 'Thanks, done'],
    ['note', 'Be careful'],
  ] as const)
    await saveDraft(ana, ticket.refid, {
      mode,
      body,
      becomes: null,
      actions: [],
      submission: randomUUID(),
      turn: 1,
      seen: null,
    })
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await page.keyboard.press('r')
  await page.keyboard.type('.')
  await expect(page.getByRole('textbox', { name: 'Reply to Maria Begun' })).toHaveValue('Thanks, done.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.type('.')
  await expect(page.getByRole('textbox', { name: 'Internal note' })).toHaveValue('Be careful.')
})

test('an agent answers, notes, changes and resolves, and the history tells it all', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Busy'), await newCustomer('Maria Calm')]
  const ticket = await takenDown(ana, maria, 'A whole life', { priority: 'medium' })
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)

  await page.getByRole('button', { name: 'Take it' }).click()
  await told(page, `${ticket.refid} is yours`)
  await pick(page, 'Priority', 'Urgent')
  await told(page, 'Priority is urgent now')
  // The line of it moves what is below.
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('changed priority')
  await page.getByRole('button', { name: 'Internal note' }).click()
  await page.getByRole('textbox', { name: 'Internal note' }).fill('Be *careful* with her.')
  await page.getByRole('button', { name: 'Add internal note' }).click()
  await expect(page.getByRole('article', { name: 'Internal note from Ana Busy' })).toContainText('careful')

  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.getByRole('textbox', { name: 'Reply to Maria Calm' }).fill('We are **on it**.')
  await page.getByRole('button', { name: `Send reply to ${maria.email}` }).click()
  await expect(page.getByRole('article', { name: 'Reply from Ana Busy' })).toContainText('on it')
  await expect(page.getByRole('textbox', { name: 'Reply to Maria Calm' })).toHaveValue('')
  expect((await find(ticket.refid)).status).toBe('pending')

  await page.getByRole('button', { name: 'Resolve', exact: true }).click()
  await told(page, `${ticket.refid} is resolved now`)
  await page.getByRole('button', { name: 'Reopen' }).click()
  await told(page, `${ticket.refid} is open now`)
  await pick(page, 'Status', 'On hold')
  await told(page, `${ticket.refid} is on hold now`)
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await told(page, `${ticket.refid} is closed now`)
  await expect(page.getByText('This ticket is closed. Reopen it to write to Maria Calm.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Reply to Maria Calm' })).toBeHidden()

  const steps = await history(page)
  await expect(steps.filter({ hasText: 'Ana Busy' })).toHaveCount(11)
  for (const words of [
    'took the ticket',
    'changed priority Medium → Urgent',
    'added an internal note',
    'replied',
    'changed status Open → Pending',
    'resolved the ticket (was pending)',
    'reopened the ticket (was resolved)',
    'changed status Open → On hold',
    'closed the ticket',
  ])
    await expect(steps.filter({ hasText: words }).first()).toContainText(/Ana Busy.*UTC/)
})

test('an agent files a ticket under another category and hands it over', async ({ page }) => {
  const [ana, ben, maria] = [await newAgent(), await newAgent(`Ben ${randomUUID()}`), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'Not mine')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await pick(page, 'Assignee', ben.name)
  await told(page, `Assigned to ${ben.name}`)
  await picker(page, 'Category').click()
  const category = page.getByRole('listbox').getByRole('option').nth(1)
  const name = (await category.textContent()) ?? ''
  await category.click()
  await told(page, 'Category changed')
  await expect(picker(page, 'Category')).toHaveText(name)
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText(
    `changed category none → ${name}`,
  )
  expect((await ticketByRefid(ticket.refid)).assigneeId).toBe(ben.id)
})

test('an agent whose page is out of date is told who was faster, and sees what is true now', async ({
  page,
}) => {
  const [ana, ben, maria] = [await newAgent(), await newAgent('Ben Quick'), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'A moving target', { priority: 'medium' })
  await withoutNews(page)
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await prioritize(ben, await ticketByRefid(ticket.refid), 'low')
  await pick(page, 'Priority', 'Urgent')
  await told(page, /Ben Quick changed this ticket in the meantime/)
  await expect(page.locator('form').getByText('Ben Quick changed')).toHaveCount(0)
  await expect(picker(page, 'Priority')).toHaveText('Low')
  expect((await find(ticket.refid)).priority).toBe('low')
})

test('a change is shown before the server has answered, and taken back with a word when it is refused', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'Behind a slow line', { priority: 'medium' })
  const path = `/console/tickets/${ticket.refid}`
  const header = page.locator('main header')
  let [answer, lost] = [() => {}, false]
  // Before the page is there: what is sent in the moment in which it begins to be held may pass.
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await new Promise<void>((resume) => {
      answer = resume
    })
    return lost ? route.abort() : route.continue()
  })
  await openConsole(page, ana, path)

  await page.keyboard.press('e')
  await expect(header.getByText('Resolved', { exact: true })).toBeVisible()
  await expect(picker(page, 'Status')).toHaveText('Resolved')
  expect((await find(ticket.refid)).status).toBe('open')
  answer()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  expect((await find(ticket.refid)).status).toBe('resolved')

  lost = true
  await pick(page, 'Priority', 'Urgent')
  await expect(header.getByText('Urgent', { exact: true })).toBeVisible()
  answer()
  await told(page, /This could not be sent/)
  await expect(header.getByText('Medium', { exact: true })).toBeVisible()
  await expect(picker(page, 'Priority')).toHaveText('Medium')

  // Nothing at all can be reached: what is on the page stays there.
  const reply = page.getByRole('textbox', { name: /^Reply to/ })
  await reply.fill('Half a sentence')
  await reply.press('Escape')
  await page.route('**/*', (route) => route.abort())
  await page.keyboard.press('p')
  await page.keyboard.type('low')
  await page.keyboard.press('Enter')
  const toasts = page.getByRole('region', { name: 'Notifications' })
  await expect(toasts.getByText(/This could not be sent/)).toHaveCount(2)
  await expect(page).toHaveTitle(/Behind a slow line/)
  await expect(reply).toHaveValue('Half a sentence')
})

test('what is told lies over the sidebar, beside what one writes in', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Out of the way')
  await page.setViewportSize({ width: 1440, height: 900 })
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.getByRole('button', { name: 'Take it' }).click()
  const toast = page.getByRole('dialog').filter({ hasText: `${refid} is yours` })
  await expect(toast).toBeVisible()
  const [told, main] = [await toast.boundingBox(), await page.getByRole('main').boundingBox()]
  expect((told?.x ?? 0) + (told?.width ?? 0)).toBeLessThanOrEqual(main?.x ?? 0)
  const words = toast.getByText(`${refid} is yours`)
  // A line is 20 px.
  expect((await words.boundingBox())?.height).toBeLessThan(30)
})

test('a draft of a note never turns up in the reply', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Curious')]
  const ticket = await takenDown(ana, maria, 'Two drafts')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await page.getByRole('button', { name: 'Internal note' }).click()
  await page.getByRole('textbox', { name: 'Internal note' }).fill('Between us')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  const reply = page.getByRole('textbox', { name: 'Reply to Maria Curious' })
  await expect(reply).toHaveValue('')
  await reply.fill('For you')
  await expect(page.locator('[data-mode="reply"]').getByText('Draft saved')).toBeVisible()
  await reload(page)
  await expect(reply).toHaveValue('For you')
  await page.getByRole('button', { name: 'Internal note' }).click()
  await expect(page.getByRole('textbox', { name: 'Internal note' })).toHaveValue('Between us')
})

test('an empty reply is refused at its field, and nothing is sent', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'Silence')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await page.getByRole('button', { name: /^Send reply/ }).click()
  await told(page, 'Your reply is empty')
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('a reference that does not exist is not found', async ({ page }) => {
  await openConsole(page, await newAgent(), '/console/tickets/SUP-00000000')
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
})
