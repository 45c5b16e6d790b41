import { expect } from '@playwright/test'
import { find } from '@/lib/support'
import { assign } from '@/lib/tickets/assign'
import { openConsole, picker, takenDown, told, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { enterAs } from './staff'
import { test } from './story'

test('on a low screen the place that a page is at is in sight, and so is the top of the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 560 })
  await enterAs(page, 'admin')
  for (const [path, name] of [
    ['/admin/settings', 'Settings'],
    ['/console/now', 'Now'],
  ] as const) {
    await visit(page, path)
    const place = page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name, exact: true })
    await expect(place).toBeInViewport({ ratio: 1 })
    const [row, foot] = [
      await place.boundingBox(),
      await page.getByRole('button', { name: /Noor admin/ }).boundingBox(),
    ]
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)
    expect(await page.evaluate(() => scrollY)).toBe(0)
  }
})

test('an agent works without a mouse', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Keys'), await newCustomer('Maria Keys')]
  const filed = []
  for (const subject of ['First in line', 'Second in line', 'Third in line']) {
    const ticket = await takenDown(ana, maria, subject)
    await assign(ana, { id: ticket.id, status: 'open', assigneeId: null }, ana)
    filed.push(ticket)
  }
  await openConsole(page, ana, '/console/tickets')
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Breaching soon')
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
  await expect(page.locator('a[data-row]')).toHaveCount(3)

  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'First in line' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(page.getByRole('link', { name: 'Second in line' })).toBeFocused()
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second in line')
  await expect(page.getByRole('main')).toBeFocused()

  await page.keyboard.press('n')
  await page.keyboard.type('r stays a letter here')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: 'Internal note from Ana Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await expect(page.getByRole('combobox', { name: 'Search priority' })).toBeFocused()
  await page.keyboard.type('urg')
  await page.keyboard.press('Enter')
  await told(page, 'Priority is urgent now')
  await expect(page.getByRole('combobox', { name: 'Search priority' })).toHaveCount(0)

  await page.keyboard.press('r')
  await page.keyboard.type('All done')
  await page.keyboard.press('Control+Shift+Enter')
  await told(page, 'Reply sent, resolved now')
  expect((await find(filed[1]?.refid ?? '')).status).toBe('resolved')

  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Third in line')
  await page.keyboard.press('e')
  await told(page, `${filed[2]?.refid} is resolved now`)
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/\?assignee=me&sort=waiting&dir=asc$/)
  await expect(page.locator('a[data-row]')).toHaveText(['First in line'])

  // What was done last is taken back, wherever one is by now.
  await page.keyboard.press('z')
  await told(page, `${filed[2]?.refid} is as before`)
  await expect(page.getByRole('link', { name: 'Third in line' })).toBeVisible()
})

test('a verb whose button goes with it leaves the keyboard at the subject', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'Hot potato')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  for (const verb of ['Take it', 'Resolve', 'Close', 'Reopen']) {
    const button = page.getByRole('main').getByRole('button', { name: verb, exact: true })
    await button.press('Enter')
    await expect(button).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  }
  // Whoever pressed a key instead stays where they are.
  await picker(page, 'Priority').focus()
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible()
  await expect(picker(page, 'Priority')).toBeFocused()
})

test('a key pressed too early for the list that opens does nothing else', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'Fast fingers')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await page.evaluate(() => {
    for (const key of ['p', 'u', 'e'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  await expect(page.getByRole('combobox', { name: 'Search priority' })).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fast fingers')
  expect((await find(ticket.refid)).status).toBe('open')
})

test('what is typed before the next frame is drawn is in what has been opened, or for the page once that is closed', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Faster than frames')
  await page.addInitScript(() => {
    window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 500)
    window.cancelAnimationFrame = (frame) => window.clearTimeout(frame)
  })
  await openConsole(page, ana, `/console/tickets/${refid}`)
  // Fetched once, the palette is there at once.
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await page.keyboard.press('Control+k')
  await expect(palette).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)

  const enter = async (words: string) => {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await enter('purg')
  await enter('lunframed')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await enter('choose the status')
  await enter('pend')
  await page.keyboard.type('rIn a minute')
  await expect(picker(page, 'Priority')).toHaveText('Urgent')
  await expect(picker(page, 'Status')).toHaveText('Pending')
  await expect(page.getByRole('list', { name: 'Tags' })).toHaveText('unframed')
  await expect(page.getByRole('textbox', { name: 'Reply to Maria Sørensen' })).toHaveValue('In a minute')
  await expect(page.getByRole('dialog', { name: 'Priority', exact: true })).toHaveCount(0)
})

test('single keys can be switched off', async ({ page }) => {
  await openConsole(page, await newAgent(), '/console/tickets')
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.keyboard.press('?')
  await page.waitForTimeout(300)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All open')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('back from a ticket, its row has the focus', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  for (const subject of ['One', 'Two', 'Three']) {
    const { id } = await takenDown(ana, maria, subject)
    await assign(ana, { id, status: 'open', assigneeId: null }, ana)
  }
  await openConsole(page, ana, '/console/tickets?assignee=me&sort=priority')
  const third = page.locator('a[data-row]').nth(2)
  const refid = await third.getAttribute('data-row')
  await third.click()
  await expect(page).toHaveURL(`/console/tickets/${refid}`)
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/\?assignee=me&sort=priority$/)
  await expect(page.locator(`a[data-row="${refid}"]`)).toBeFocused()
})

test('the sheet of keys is there to be read: it lies above all, and no key that scrolls it changes anything', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 450 })
  await openConsole(page, await newAgent(), '/console/tickets')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByRole('region', { name: 'All keys' })).toBeFocused()
  const above = () => page.evaluate(() => document.elementFromPoint(8, 8)?.closest('header') ?? null)
  expect(await above()).toBeNull()
  await page.keyboard.press('Space')
  await expect(sheet.getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(sheet).toBeVisible()
})
