import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { answer } from '@/lib/messages/answer'
import { writeBack } from '@/lib/messages/write-back'
import { changePreferences } from '@/lib/preferences/change'
import { find } from '@/lib/support'
import type { Agent } from '@/lib/viewer'
import { openConsole, takenDown, told, visit, written } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply to Maria Send' })
const send = (page: Page) => page.getByRole('button', { name: /^Send reply/ }).click()
const alarm = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not sent yet' })
const waits = (page: Page, author = 'Ana Send') =>
  page.getByRole('article', { name: `Reply from ${author}, not sent yet` })
const sent = (page: Page, author = 'Ana Send') =>
  page.getByRole('article', { name: `Reply from ${author}`, exact: true })

const desk = async (subject: string, undoSeconds: 0 | 5 | 30 = 0) => {
  const [ana, ben, maria] = [
    await newAgent('Ana Send'),
    await newAgent('Ben Send'),
    await newCustomer('Maria Send'),
  ]
  for (const agent of [ana, ben]) await changePreferences(agent, { undoSeconds })
  const ticket = await takenDown(ana, maria, subject)
  return { ana, ben, maria, ticket, path: `/console/tickets/${ticket.refid}` }
}

const at = async (browser: Browser, agent: Agent, path: string) => {
  const page = await (await browser.newContext()).newPage()
  await openConsole(page, agent, path)
  return page
}

test('what the customer wrote meanwhile is shown above the reply, which one key sends anyway', async ({
  page,
}) => {
  const { ana, maria, ticket, path } = await desk('Crossed')
  await openConsole(page, ana, path)
  await reply(page).fill('Please try again.')
  await writeBack(maria, ticket, { body: 'It works **again**', channel: 'portal' })
  await page.keyboard.press('Control+Enter')
  await expect(alarm(page)).toContainText('Maria Send wrote while you were writing')
  await expect(alarm(page).locator('strong')).toHaveText('again')
  await expect(reply(page)).toHaveValue('Please try again.')
  await expect(sent(page)).toHaveCount(0)
  await expect(page.getByRole('article', { name: 'Message from Maria Send' })).toHaveCount(2)

  await page.keyboard.press('Control+Enter')
  await expect(alarm(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send reply/ })).not.toHaveAttribute('aria-busy')
  await expect(sent(page)).toHaveCount(0)
  await page.keyboard.press('Alt+Enter')
  await expect(sent(page)).toContainText('Please try again.')
  await expect(alarm(page)).toHaveCount(0)
  await expect(reply(page)).toHaveValue('')
})

test('a long reply, what arrived meanwhile and the buttons fit in a low window', async ({ page }) => {
  const { ana, maria, ticket, path } = await desk('A low window')
  await changePreferences(ana, { signature: 'Ana\nSupport\nDeskwell' })
  await page.setViewportSize({ width: 1440, height: 704 })
  await openConsole(page, ana, path)
  await reply(page).fill('One more line\n'.repeat(30))
  await expect(reply(page)).toBeInViewport({ ratio: 1 })
  await writeBack(maria, ticket, { body: 'It works. '.repeat(300), channel: 'portal' })
  await page.keyboard.press('Control+Enter')
  const send = page.getByRole('button', { name: /^Send reply/ })
  await expect(alarm(page)).toBeInViewport({ ratio: 1 })
  await send.scrollIntoViewIfNeeded()
  for (const one of [alarm(page), reply(page), send]) await expect(one).toBeInViewport({ ratio: 1 })
})

test('whoever goes on writing has seen it, and the next reply goes as usual', async ({ page }) => {
  const { ana, maria, ticket, path } = await desk('Read and rewritten')
  const long = 'It goes on and on. '.repeat(200)
  for (const body of [long, long]) await writeBack(maria, ticket, { body, channel: 'portal' })
  await page.clock.install()
  await openConsole(page, ana, path)
  await reply(page).fill('Please try again.')
  await writeBack(maria, ticket, { body: 'It works', channel: 'portal' })
  await page.keyboard.press('Control+Enter')
  const latest = page
    .getByRole('article', { name: 'Message from Maria Send' })
    .filter({ hasText: 'It works' })
  await expect(latest).toBeAttached()
  await alarm(page).getByRole('button', { name: 'Go on writing' }).click()
  await expect(alarm(page)).toHaveCount(0)
  await expect(reply(page)).toBeFocused()
  await reply(page).fill('Glad to hear it.')
  await page.clock.runFor(10_000)
  await expect(latest).not.toBeInViewport()
  await page.keyboard.press('Control+Enter')
  await expect(sent(page)).toContainText('Glad to hear it.')
})

test('of two agents who send within the same second one is sent, and the other is shown it', async ({
  browser,
}) => {
  const { ana, ben, path, ticket } = await desk('Both at once')
  const pages = await Promise.all([ana, ben].map((agent) => at(browser, agent, path)))
  for (const [place, page] of pages.entries()) await reply(page).fill(`From agent ${place}`)
  // What arrives moves the button away from under a pointer.
  await Promise.all(pages.map((page) => page.keyboard.press('Control+Enter')))
  const [first, second] = pages
  if (!first || !second) throw new Error('Two pages')
  await expect.poll(async () => (await alarm(first).count()) + (await alarm(second).count())).toBe(1)
  const firstLost = (await alarm(first).count()) === 1
  const [loser, winner] = firstLost ? [first, ben] : [second, ana]
  await expect(alarm(loser)).toContainText(`${winner.name} wrote while you were writing`)
  await expect(alarm(loser)).toContainText(firstLost ? 'From agent 1' : 'From agent 0')
  const answers = (await (await find(ticket.refid)).history()).filter(
    ({ kind }) => kind === 'message.answered',
  )
  expect(answers.map(({ actor }) => actor)).toEqual([winner.name])
  await loser.getByRole('button', { name: 'Send anyway' }).click()
  await expect(sent(loser, firstLost ? 'Ana Send' : 'Ben Send')).toBeVisible()
})

test('a reply that was sent by a key is taken back by the key that its button names', async ({ page }) => {
  const { ana, path } = await desk('Too early', 30)
  await openConsole(page, ana, path)
  await page.keyboard.press('r')
  await page.keyboard.type('Not yet finis')
  await page.keyboard.press('Control+Enter')
  await expect(waits(page)).toBeFocused()
  await page.keyboard.press('z')
  await expect(waits(page)).toHaveCount(0)
  await expect(reply(page)).toBeFocused()
  await expect(reply(page)).toHaveValue('Not yet finis')
})

test('a reply that waits holds up a colleague who has not seen it', async ({ browser, page }) => {
  const { ana, ben, path } = await desk('In the air', 30)
  await openConsole(page, ana, path)
  const other = await at(browser, ben, path)
  await reply(page).fill('I have it')
  await send(page)
  await expect(waits(page)).toBeVisible()
  await reply(other).fill('Me too')
  await send(other)
  await expect(alarm(other)).toContainText('being sent')
  await expect(alarm(other)).toContainText('I have it')
  await other.reload()
  await expect(waits(other)).toContainText('Sending in')
  await expect(waits(other).getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect(reply(other)).toHaveValue('Me too')
  await send(other)
  await expect(waits(other, 'Ben Send')).toBeVisible()
})

test('without scripts as well, what arrived is shown and the reply can be sent anyway', async ({
  browser,
}) => {
  const { ana, maria, ticket, path } = await desk('Plain')
  const scripted = await at(browser, ana, path)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await scripted.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(path)
  await reply(page).fill('Please try again.')
  await writeBack(maria, ticket, { body: 'It works', channel: 'portal' })
  await send(page)
  await expect(alarm(page)).toContainText('It works')
  await expect(reply(page)).toHaveValue('Please try again.')
  await page.getByRole('button', { name: 'Send anyway' }).click()
  await expect(sent(page)).toContainText('Please try again.')
})

test('a reply can be taken back with a key, and is sent by itself otherwise', async ({ page }) => {
  const { ana, ticket, path } = await desk('Second thoughts', 5)
  await openConsole(page, ana, path)
  await page.keyboard.press('r')
  await page.getByLabel('Status after the reply').selectOption('on_hold')
  await reply(page).pressSequentially('Too *soon*')
  await page.keyboard.press('Control+Enter')
  await expect(waits(page)).toContainText(/Sending in \d s, then on hold/)
  await expect(reply(page)).toHaveValue('')
  await expect(page.getByLabel('Status after the reply')).toHaveValue('pending')
  await page.keyboard.press('Escape')
  await page.keyboard.press('z')
  await expect(waits(page)).toHaveCount(0)
  await expect(reply(page)).toHaveValue('Too *soon*')
  await expect(reply(page)).toBeFocused()
  await expect(page.getByLabel('Status after the reply')).toHaveValue('on_hold')
  expect((await find(ticket.refid)).status).toBe('open')

  await reply(page).fill('Just right')
  await page.keyboard.press('Control+Enter')
  await expect(waits(page)).toBeVisible()
  await expect(sent(page)).toContainText('Just right', { timeout: 20_000 })
  await expect(waits(page)).toHaveCount(0)
  expect((await find(ticket.refid)).status).toBe('on_hold')
  await expect(reply(page)).toHaveValue('')
})

test('a reply that waits while the customer writes comes back to its writer, who is told', async ({
  page,
}) => {
  const { ana, maria, ticket, path } = await desk('Wait a moment', 5)
  await openConsole(page, ana, path)
  await reply(page).fill('Have you tried turning it off?')
  await send(page)
  await expect(waits(page)).toBeVisible()
  await writeBack(maria, ticket, { body: 'I turned it off', channel: 'portal' })
  await expect(reply(page)).toHaveValue('Have you tried turning it off?', { timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText(
    'held back the reply of Ana Send: Maria Send wrote meanwhile',
  )
  await expect(sent(page)).toHaveCount(0)
  await visit(page, '/console/notifications')
  await told(page, /Held back the reply of Ana Send/)
})

test('an agent chooses how long a reply waits', async ({ page }) => {
  const { ana, path } = await desk('At once', 5)
  await openConsole(page, ana, '/console/me')
  await page.getByLabel('Time to take a reply back').selectOption('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await told(page, 'Saved')
  await visit(page, path)
  await reply(page).fill('Right away')
  await send(page)
  await expect(sent(page)).toContainText('Right away')
  await expect(waits(page)).toHaveCount(0)
})

test('replies of colleagues that one sees on the page overtake nothing', async ({ page }) => {
  const { ana, ben, ticket, path } = await desk('In turn')
  await answer(ben, ticket, written('First me'))
  await openConsole(page, ana, path)
  await reply(page).fill('Then me')
  await send(page)
  await expect(sent(page)).toContainText('Then me')
})

test('who likes it so is led on to the next ticket of the list, and from the last one back to the list', async ({
  page,
}) => {
  const word = `quokka${randomUUID().slice(0, 8)}`
  const { ana, maria } = await desk(`The last ${word}`)
  await changePreferences(ana, { afterSend: 'next' })
  await takenDown(ana, maria, `The first ${word}`)
  await openConsole(page, ana, `/console/tickets?q=${word}`)
  await page.getByRole('link', { name: `The first ${word}` }).click()
  for (const after of [`The last ${word}`, 'Tickets']) {
    await reply(page).fill('On it.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(after)
  }
  await expect(page).toHaveURL(new RegExp(`q=${word}`))
})

test('whom sending has led on takes the reply back from there, and is led to it', async ({ page }) => {
  const word = `numbat${randomUUID().slice(0, 8)}`
  const { ana, maria, ticket } = await desk(`The last ${word}`, 30)
  await changePreferences(ana, { afterSend: 'next' })
  await takenDown(ana, maria, `The first ${word}`)
  await openConsole(page, ana, `/console/tickets?q=${word}`)
  await page.getByRole('link', { name: `The first ${word}` }).click()
  for (const [subject, after] of [
    [`The first ${word}`, `The last ${word}`],
    [`The last ${word}`, 'Tickets'],
  ] as const) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
    await reply(page).fill(`On ${subject}`)
    await page.getByLabel('Status after the reply').selectOption('on_hold')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(after)
    // By its key first, then by its toast, from the list.
    if (after === 'Tickets') await page.getByRole('button', { name: 'Undo', exact: true }).click()
    else await page.keyboard.press('z')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
    await expect(reply(page)).toHaveValue(`On ${subject}`)
    await expect(reply(page)).toBeFocused()
    await expect(page.getByLabel('Status after the reply')).toHaveValue('on_hold')
    await expect(waits(page)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
  }
  expect((await find(ticket.refid)).status).toBe('open')
})

test('where sending and resolving is refused, the status is as it was chosen before', async ({ page }) => {
  const { ana, maria, ticket, path } = await desk('Not so fast')
  const status = page.getByLabel('Status after the reply')
  await openConsole(page, ana, path)
  await status.selectOption('on_hold')
  await reply(page).fill('Dear {{nobody}}')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByText('Not sent. Fill in first:')).toBeVisible()
  await expect(status).toHaveValue('on_hold')

  // Overtaken, it can still go as it was meant.
  await reply(page).fill('Done')
  await writeBack(maria, ticket, { body: 'Wait', channel: 'portal' })
  await page.keyboard.press('Control+Shift+Enter')
  await expect(alarm(page)).toBeVisible()
  await expect(status).toHaveValue('resolved')
  await alarm(page).getByRole('button', { name: 'Go on writing' }).click()
  await expect(status).toHaveValue('on_hold')
})

test('whoever has sent from the beginning of a long ticket sees what they have written', async ({ page }) => {
  const { ana, maria, ticket } = await desk('A long one', 30)
  for (const count of [1, 2, 3, 4])
    await writeBack(maria, ticket, { body: `${count}. ${'It goes on. '.repeat(90)}`, channel: 'portal' })
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await page.keyboard.press('n')
  await page.keyboard.type('My own words')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: 'Internal note' })).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.scrollTo(0, 0))
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  await page.keyboard.press('r')
  await expect(reply(page)).toBeFocused()
  await page.keyboard.type('And my reply')
  await page.keyboard.press('Control+Enter')
  await expect(waits(page)).toBeInViewport()
})
