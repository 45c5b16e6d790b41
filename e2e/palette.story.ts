import { expect, type Page } from '@playwright/test'
import { find } from '@/lib/support'
import { openConsole, picker, takenDown, told } from './console'
import { newAgent, newCustomer } from './customer'
import { enterAs } from './staff'
import { test } from './story'

const palette = (page: Page) =>
  page.getByRole('combobox', { name: 'Find an action, a place, a ticket or a customer' })

const open = async (page: Page) => {
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeFocused()
}

test('from the palette an agent acts on the ticket, and goes elsewhere', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Palette'), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'The palette finds it')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await open(page)
  await expect(page.getByRole('group', { name: refid }).getByRole('option').first()).toBeVisible()
  await page.keyboard.type('aitm')
  await expect(page.getByRole('option', { selected: true })).toHaveText(/Assign it to me/)
  await page.keyboard.press('Enter')
  await told(page, `${refid} is yours`)

  // What has been done is not done again, once the page knows of it.
  await expect(picker(page, 'Assignee')).toContainText('Ana Palette')
  await open(page)
  await page.keyboard.type('assign it to me')
  await page.keyboard.press('Enter')
  await told(page, `${refid} is yours already`)

  await open(page)
  await page.keyboard.type('choose the prio')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Search priority' })).toBeFocused()
  await page.keyboard.type('urg')
  await page.keyboard.press('Enter')
  await told(page, 'Priority is urgent now')
  expect((await find(refid)).priority).toBe('urgent')

  await open(page)
  await page.keyboard.type('breached')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Breached')
})

test('what is typed before the palette is there is in it, and is no shortcut', async ({ page }) => {
  await openConsole(page, await newAgent(), '/console/tickets')
  await page.route('**/_next/static/chunks/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('notif', { delay: 30 })
  const field = page.getByRole('combobox', { name: 'Find an action, a place, a ticket or a customer' })
  await expect(field).toHaveValue('notif')
  await expect(field).toBeFocused()
  await page.keyboard.type('ications')
  await expect(field).toHaveValue('notifications')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notifications')
})

test('an action of the palette is meant for the row that has the focus', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'A row for the palette')
  await openConsole(page, ana, `/console/tickets?q=${refid}`)
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'A row for the palette' })).toBeFocused()
  await open(page)
  await expect(page.getByRole('group', { name: refid })).toBeVisible()
  await page.keyboard.type('assign')
  await page.keyboard.press('Enter')
  await told(page, `${refid} is yours`)
  await expect(page.getByRole('link', { name: 'A row for the palette' })).toBeFocused()
})

test('the palette has what the menus have: one’s account, looks, and what is done to a ticket now and then', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Without a menu')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  const choose = async (words: string) => {
    await open(page)
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(palette(page)).toHaveCount(0)
  }
  await choose('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await choose('compact')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await choose('away')
  await expect(page.getByRole('button', { name: /^Account/ })).toContainText('Away')

  await choose('edit subject')
  await page.keyboard.type('With a palette')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('With a palette')
  await choose('category')
  await expect(page.getByRole('combobox', { name: 'Search category' })).toBeFocused()
  await page.keyboard.press('Escape')
  for (const [words, title] of [
    ['merge', /Merge/],
    ['link', 'Link a ticket'],
  ] as const) {
    await choose(words)
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: title })).toHaveCount(0)
  }
  await choose('spam')
  await told(page, `${refid} is spam now`)

  await choose('preferences')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Preferences')
  await choose('sign out')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('the palette opens where one writes, and gives the place back', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Half a sentence')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.keyboard.press('n')
  await page.keyboard.type('Half')
  await open(page)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await page.keyboard.type(' a note')
  await expect(page.locator('textarea:focus')).toHaveValue('Half a note')
})

test('the palette goes without a network, says how much it finds and when there is nothing', async ({
  page,
  context,
}) => {
  await enterAs(page, 'admin')
  await page.goto('/console/tickets')
  await page.getByRole('button', { name: 'Command palette' }).click()
  await expect(palette(page)).toBeFocused()
  await context.setOffline(true)
  await page.keyboard.type('admin peo')
  await expect(page.getByRole('option', { name: 'People' })).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('2 results')
  await palette(page).fill('Q')
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('No results')
  await expect(page.getByText('Nothing matches “Q”.')).toBeVisible()
  await context.setOffline(false)
  await palette(page).fill('admin peo')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/admin/people')
})

test('behind a dialog no key does anything', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Behind the sheet')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expect(page.getByText('Go to mine')).toBeVisible()
  // Agents have no reports.
  await expect(page.getByText('Go to reports')).toHaveCount(0)
  // The focus may be anywhere, also nowhere.
  await page.evaluate(() => {
    for (const key of ['e', 'i', 'u'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Behind the sheet')
  await page.reload()
  expect(await find(refid)).toMatchObject({ status: 'open', assigneeId: null })
})

test('keys work on a Cyrillic keyboard, and while characters are put together they do not', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Клавиатура')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.evaluate(() => {
    const press = (more: KeyboardEventInit) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...more }))
    press({ key: 'e', code: 'KeyE', isComposing: true })
    press({ key: 'Process', code: 'KeyE' })
    press({ key: 'e', code: 'KeyE', modifierAltGraph: true })
    press({ key: 'ш', code: 'KeyI' })
  })
  await told(page, `${refid} is yours`)
  expect((await find(refid)).status).toBe('open')
})

test('the palette finds tickets and customers, too', async ({ page }) => {
  const name = `Zofia ${Math.random().toString(36).slice(2, 8)}`
  const [ana, zofia] = [await newAgent(), await newCustomer(name)]
  const { refid } = await takenDown(ana, zofia, `A leaking quokka of ${name}`)
  await openConsole(page, ana, '/console/tickets')
  await open(page)
  await page.keyboard.type(refid.toLowerCase())
  await expect(page.getByRole('option', { selected: true })).toContainText(`A leaking quokka of ${name}`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/console/tickets/${refid}$`))

  await open(page)
  await page.keyboard.type(name)
  await page.getByRole('group', { name: 'Customers' }).getByRole('option', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page).toHaveURL(/\/console\/customers\//)
})

test('Enter opens nothing that was found by the words before', async ({ page }) => {
  const name = `Zofia ${Math.random().toString(36).slice(2, 8)}`
  const [ana, maria] = [await newAgent(), await newCustomer()]
  await newCustomer(name)
  const { refid } = await takenDown(ana, maria, 'Found by a reference')
  const answer = Promise.withResolvers<void>()
  await page.route(
    (url) => url.searchParams.get('q') === refid,
    async (route) => {
      await answer.promise
      await route.continue()
    },
  )
  await openConsole(page, ana, '/console/tickets')
  await open(page)
  await page.keyboard.type(name)
  const picked = page.getByRole('option', { selected: true })
  const before = page.getByRole('group', { name: 'Customers' }).getByRole('option', { name })
  await expect(before).toBeVisible()
  await palette(page).fill(refid)
  await expect(picked).toHaveText(`Search everything for “${refid}”`)
  // It stays in sight until there is something else.
  await expect(before).toBeVisible()
  answer.resolve()
  await expect(picked).toContainText('Found by a reference')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/console/tickets/${refid}$`))
})
