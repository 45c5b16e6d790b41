import { type Browser, expect, type Page } from '@playwright/test'
import { draftsOf } from '@/lib/drafts/find'
import { holdSending, openConsole, takenDown, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn } from './sign-in'
import { test } from './story'

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply to Maria Draft' })
const note = (page: Page) => page.getByRole('textbox', { name: 'Internal note' })
const saved = (page: Page) => expect(page.getByText('Draft saved').filter({ visible: true })).toBeVisible()

const desk = async (subject: string) => {
  const [ana, maria] = [await newAgent('Ana Draft'), await newCustomer('Maria Draft')]
  const { refid } = await takenDown(ana, maria, subject)
  return { ana, maria, refid, path: `/console/tickets/${refid}` }
}

const another = async (browser: Browser, more: Parameters<Browser['newContext']>[0] = {}) =>
  (await browser.newContext(more)).newPage()

test('what is begun in one browser goes on in another, with the status chosen', async ({ page, browser }) => {
  const { ana, path } = await desk('To be continued')
  await openConsole(page, ana, path)
  await reply(page).fill('Dear Maria, ')
  await page.getByLabel('Status after the reply').selectOption('on_hold')
  await saved(page)

  const home = await another(browser)
  await openConsole(home, ana, path)
  await expect(reply(home)).toHaveValue('Dear Maria, ')
  await expect(home.getByLabel('Status after the reply')).toHaveValue('on_hold')
  await reply(home).pressSequentially('it is done.')
  await home.keyboard.press('Control+Enter')
  await expect(home.getByRole('article', { name: 'Reply from Ana Draft' })).toContainText('it is done')
  await expect(reply(home)).toHaveValue('')
  await home.reload()
  await expect(reply(home)).toHaveValue('')
})

test('a draft is there after a crash, and on a page without scripts', async ({ page, browser }) => {
  const { ana, path } = await desk('Crash')
  await openConsole(page, ana, path)
  await page.keyboard.press('n')
  await note(page).fill('Half a thought')
  await saved(page)
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => {})
  await page.waitForEvent('crash')

  const plain = await another(browser, {
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  await plain.goto(path)
  await expect(note(plain)).toHaveValue('Half a thought')
})

test('the last words before the page is left are kept', async ({ page }) => {
  const { ana, refid, path } = await desk('In a hurry')
  await openConsole(page, ana, path)
  await reply(page).fill('One moment')
  await page.goto('/console/tickets')
  await expect.poll(async () => (await draftsOf(ana, refid)).reply?.body).toBe('One moment')
  await visit(page, path)
  await reply(page).fill('One moment, please')
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All open')
  await expect.poll(async () => (await draftsOf(ana, refid)).reply?.body).toBe('One moment, please')
  await page.goBack()
  await expect(reply(page)).toHaveValue('One moment, please')
})

test('without a network a draft stays in the browser, says so, and is saved when it is back', async ({
  page,
}) => {
  const { ana, refid, path } = await desk('In a tunnel')
  await openConsole(page, ana, path)
  await page.context().setOffline(true)
  await reply(page).fill('Written in a tunnel')
  await expect(page.getByText('Kept in this browser only')).toBeVisible()
  await page.context().setOffline(false)
  await saved(page)
  expect((await draftsOf(ana, refid)).reply?.body).toBe('Written in a tunnel')

  await page.route('**/draft', (route) => route.abort())
  await reply(page).fill('Written in a second tunnel')
  await expect(page.getByText('Kept in this browser only')).toBeVisible()
  await page.unroute('**/draft')
  await page.reload()
  await expect(reply(page)).toHaveValue('Written in a second tunnel')
  await expect.poll(async () => (await draftsOf(ana, refid)).reply?.body).toBe('Written in a second tunnel')
})

test('of two windows the older is told what the newer says, and chooses', async ({ page }) => {
  const { ana, refid, path } = await desk('Two windows')
  await openConsole(page, ana, path)
  const other = await page.context().newPage()
  await visit(other, path)
  await reply(other).fill('From the second window')
  await saved(other)

  await reply(page).fill('From the first window')
  const told = page.getByRole('status').filter({ hasText: 'You went on writing this in another window' })
  await expect(told).toContainText('From the second window')
  await expect(reply(page)).toHaveValue('From the first window')
  expect((await draftsOf(ana, refid)).reply?.body).toBe('From the second window')

  await told.getByRole('button', { name: 'Keep what is here' }).click()
  await saved(page)
  expect((await draftsOf(ana, refid)).reply?.body).toBe('From the first window')

  await reply(other).pressSequentially('!')
  await other.getByRole('button', { name: 'Use that text' }).click()
  await expect(reply(other)).toHaveValue('From the first window')
  await reply(other).pressSequentially('!')
  await saved(other)
  expect((await draftsOf(ana, refid)).reply?.body).toBe('From the first window!')
})

test('a window that comes to the front follows what was written and sent in another', async ({ page }) => {
  const { ana, path } = await desk('Follow me')
  await openConsole(page, ana, path)
  const other = await page.context().newPage()
  await visit(other, path)
  await reply(other).fill('Written here')
  await saved(other)
  const lookBack = () => page.evaluate(() => void window.dispatchEvent(new Event('focus')))
  await lookBack()
  await expect(reply(page)).toHaveValue('Written here')

  await other.getByRole('button', { name: /^Send reply/ }).click()
  await expect(other.getByRole('article', { name: 'Reply from Ana Draft' })).toBeVisible()
  await lookBack()
  await expect(reply(page)).toHaveValue('')
})

test('what one goes on writing after another window sent it, is asked about', async ({ page }) => {
  const { ana, path } = await desk('Sent already')
  await openConsole(page, ana, path)
  await reply(page).fill('Hello')
  await saved(page)
  const other = await page.context().newPage()
  await visit(other, path)
  await other.getByRole('button', { name: /^Send reply/ }).click()
  await expect(other.getByRole('article', { name: 'Reply from Ana Draft' })).toBeVisible()

  await reply(page).pressSequentially(' there')
  await expect(page.getByText('You sent this from another window')).toBeVisible()
  await page.getByRole('button', { name: 'Empty the field' }).click()
  await expect(reply(page)).toHaveValue('')
})

test('a draft that is too long stays in the browser, with words', async ({ page }) => {
  const { ana, refid, path } = await desk('A novel')
  await openConsole(page, ana, path)
  await reply(page).fill('x'.repeat(50_001))
  await expect(page.getByText(/Kept in this browser only.*50,001 characters, at most 50,000/)).toBeVisible()
  expect((await draftsOf(ana, refid)).reply).toBeNull()
  await reply(page).fill('Short')
  await saved(page)
})

test('a draft of more than a megabyte, or of no agent, is refused', async ({ page }) => {
  const { ana, maria, refid, path } = await desk('Too much')
  const body = { mode: 'reply', body: 'x'.repeat(1_048_577), submission: crypto.randomUUID(), turn: 1 }
  const put = (data: unknown) =>
    page.request.put(`/api${path}/draft`, { data, headers: { origin: String(process.env.APP_URL) } })
  expect((await put(body)).status()).toBe(401)
  await openConsole(page, ana, path)
  const refused = await put(body)
  expect([refused.status(), await refused.json()]).toEqual([
    422,
    { message: 'This draft is longer than 1 MB.' },
  ])
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(maria.email)
  await page.getByLabel('Password').fill('deskwell-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  expect((await put({ ...body, body: 'Mine' })).status()).toBe(404)
  expect((await draftsOf(maria, refid)).reply).toBeNull()
})

test('a reply that is refused after its page was left is told, and its last words are there again', async ({
  page,
}) => {
  const { ana, refid, path } = await desk('Gone on')
  await openConsole(page, ana, path)
  const { cutOff } = await holdSending(page)
  await reply(page).fill('In the nick of time')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  cutOff()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All open')
  await expect(page.getByText(`Your reply on ${refid} was refused`).first()).toBeVisible()
  await page.goBack()
  await expect(reply(page)).toHaveValue('In the nick of time')
  await expect.poll(async () => (await draftsOf(ana, refid)).reply?.body).toBe('In the nick of time')
})

test('what is on a page when somebody else signs in beside it does not become theirs', async ({ page }) => {
  const { ana, refid, path } = await desk('Two at one desk')
  const ben = await newAgent('Ben Draft')
  await openConsole(page, ana, path)
  await reply(page).fill('From Ana')
  await saved(page)
  await comeIn(page, ben.email)
  await reply(page).fill('From Ana, too')
  const somebodyElse = `You are signed in as ${ben.email} now. Only ${ana.email} can send this`
  await expect(page.getByText(`Kept in this browser only. ${somebodyElse}`)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: somebodyElse })).toBeVisible()
  await expect(reply(page)).toHaveValue('From Ana, too')
  expect((await draftsOf(ben, refid)).reply).toBeNull()

  await comeIn(page, ana.email)
  await reply(page).pressSequentially('!')
  await expect.poll(async () => (await draftsOf(ana, refid)).reply?.body).toBe('From Ana, too!')
})
