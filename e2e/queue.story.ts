import { expect } from '@playwright/test'
import { at } from '@/lib/clock'
import { note } from '@/lib/messages/note'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { changePerson } from '@/lib/people/change-person'
import { createTeam } from '@/lib/teams/create'
import { assign } from '@/lib/tickets/assign'
import { close } from '@/lib/tickets/close'
import { handOver } from '@/lib/tickets/hand-over'
import { tag } from '@/lib/tickets/tag'
import { system } from '@/lib/viewer'
import { openConsole, reload, row, takenDown, visit, written } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const hoursAgo = (count: number) => new Date(Date.now() - count * 3_600_000)

test('an agent narrows the queue down, and the address says how', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Narrow')]
  for (const [subject, priority] of [
    ['The narrow urgent one', 'urgent'],
    ['The narrow low one', 'low'],
  ] as const) {
    const { id } = await takenDown(ana, maria, subject, { priority })
    await assign(ana, { id, status: 'open', assigneeId: null }, ana)
  }
  await openConsole(page, ana, '/console/tickets?assignee=me')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine')
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('link', { name: 'Mine' })).toHaveAttribute('aria-current', 'page')

  await page.getByRole('button', { name: 'Priority', exact: true }).first().click()
  await page.getByRole('menuitemcheckbox', { name: 'Urgent' }).click()
  await expect(page).toHaveURL(/\?assignee=me&priority=urgent$|\?priority=urgent&assignee=me$/)
  await expect(row(page, 'The narrow urgent one')).toBeVisible()
  await expect(row(page, 'The narrow low one')).toHaveCount(0)
  await page.keyboard.press('Escape')

  // What one hears and where the keyboard is go along.
  const said = page.getByRole('status').filter({ hasText: /result/ })
  await expect(said).toHaveText('1 result')
  await page.getByRole('button', { name: 'Remove filter Priority: urgent' }).press('Enter')
  await expect(page).toHaveURL(/\?assignee=me$/)
  await expect(row(page, 'The narrow low one')).toBeVisible()
  await expect(said).toHaveText('2 results')
  await expect(page.getByRole('button', { name: 'Remove filter Assigned to me' })).toBeFocused()
  await page.goBack()
  await expect(row(page, 'The narrow low one')).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Status' }).first()).toBeFocused()
})

test('an agent narrows the queue down to a team, tags and a company, found by typing', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Tagged')]
  const word = crypto.randomUUID().slice(0, 8)
  const team = await createTeam(system, { name: `Harbour ${word}`, members: [] })
  const company = await createOrganization(system, { name: `Quay ${word}`, notes: '' })
  await joinOrganization(system, maria.email, company.uid)
  const [tagged, handed] = [
    await takenDown(ana, maria, 'The tagged one'),
    await takenDown(ana, maria, 'The handed one'),
  ]
  const names = ['blue', 'green', 'red', 'white', 'yellow'].map((colour) => `${colour}-${word}`)
  await tag(ana, tagged, { add: names })
  await handOver(ana, { ...handed, assigneeId: null, teamId: null, status: 'open' }, team.uid)

  await openConsole(page, ana, '/console/tickets')
  await page.getByRole('combobox', { name: 'Organization' }).click()
  await expect(page.getByRole('combobox', { name: 'Search organization' })).toBeFocused()
  await page.keyboard.type(`quay ${word}`)
  await expect(page.getByRole('option', { name: `Quay ${word}` })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/console/tickets?organization=${company.uid}`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('button', { name: `Remove filter Organization: Quay ${word}` })).toBeVisible()
  const chips = row(page, 'The tagged one').getByRole('list', { name: 'Tags' })
  await expect(chips.getByRole('listitem')).toHaveText([
    ...names.slice(0, 3),
    `+2 ${names.slice(3).join(', ')}`,
  ])

  await page.getByRole('combobox', { name: 'Tag' }).click()
  await expect(page.getByRole('combobox', { name: 'Search tag' })).toBeFocused()
  await page.keyboard.type(`green-${word}`)
  await page.keyboard.press('Enter')
  await expect(row(page, 'The handed one')).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`tag=green-${word}`))
  await reload(page)
  await page.getByRole('button', { name: `Remove filter Tag: green-${word}` }).click()
  await expect(row(page, 'The handed one')).toBeVisible()

  await visit(page, `/console/tickets?team=${team.uid}`)
  await expect(page.getByRole('row')).toHaveCount(2)
  await visit(page, `/console/tickets?team=${team.uid}&tag=green-${word}`)
  await expect(page.getByRole('heading', { name: 'No tickets match' })).toBeVisible()
  await page.getByRole('link', { name: `Drop “Tag: green-${word}”` }).click()
  await expect(row(page, 'The handed one')).toBeVisible()
})

test('a heading turns the order around', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  for (const priority of ['medium', 'urgent', 'low'] as const) {
    const { id } = await takenDown(ana, maria, `Sorted by ${priority}`, { priority })
    await assign(ana, { id, status: 'open', assigneeId: null }, ana)
  }
  await openConsole(page, ana, '/console/tickets?assignee=me')
  const subjects = page.locator('a[data-row]')
  const heading = page.getByRole('columnheader', { name: 'Priority' })
  await heading.getByRole('button').click()
  await expect(subjects).toHaveText(['Sorted by urgent', 'Sorted by medium', 'Sorted by low'])
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  await heading.getByRole('button').click()
  await expect(subjects).toHaveText(['Sorted by low', 'Sorted by medium', 'Sorted by urgent'])
  await expect(page).toHaveURL(/sort=priority/)
  await page.reload()
  await expect(subjects).toHaveText(['Sorted by low', 'Sorted by medium', 'Sorted by urgent'])
})

test('an agent sorts by customer, and chooses columns that stay', async ({ page }) => {
  const ana = await newAgent()
  for (const [subject, name] of [
    ['Of the last', 'Zoë Column'],
    ['Of the first', 'Åse Column'],
    ['Of the middle', 'mia Column'],
  ] as const) {
    const { id } = await takenDown(ana, await newCustomer(name), subject)
    await assign(ana, { id, status: 'open', assigneeId: null }, ana)
  }
  await openConsole(page, ana, '/console/tickets?assignee=me')
  const subjects = page.locator('a[data-row]')
  await page.getByRole('columnheader', { name: 'Customer' }).getByRole('button').click()
  await expect(subjects).toHaveText(['Of the first', 'Of the middle', 'Of the last'])
  await expect(page.getByText('By customer, A to Z')).toBeVisible()

  const headings = page.getByRole('columnheader')
  await expect(headings).toHaveCount(9)
  // The first press goes on to the menu that it makes the page fetch.
  const order = page.getByRole('button', { name: 'Order' })
  await order.press('ArrowDown')
  await expect(page.getByRole('menuitemcheckbox', { name: 'Recently updated first' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(order).toBeFocused()

  await page.getByRole('button', { name: 'Display' }).click()
  const panel = page.getByRole('dialog', { name: 'Display' })
  await panel.getByRole('checkbox', { name: 'Category' }).uncheck()
  await panel.getByRole('checkbox', { name: 'Waiting since' }).check()
  await panel.getByRole('button', { name: 'Move Customer forward' }).click()
  await expect(headings).toHaveText([
    'Status',
    'Priority',
    'Reference',
    'Customer',
    'Subject',
    'Due',
    'Updated',
    'Assignee',
    'Waiting since',
  ])
  await expect(row(page, 'Of the first').getByRole('cell').last()).toContainText('just now')
  await reload(page)
  await expect(headings.last()).toHaveText('Waiting since')
  await page.getByRole('button', { name: 'Display' }).click()
  await panel.getByRole('button', { name: 'Show the usual columns' }).click()
  await expect(headings.last()).toHaveText('Assignee')
  await expect(headings).toHaveCount(9)
})

test('an agent leafs through a long queue and keeps the filters', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  for (let count = 1; count <= 30; count++) {
    const moment = hoursAgo(count)
    const { id } = await at(moment, () => takenDown(ana, maria, `Leaf ${count}.`))
    await at(moment, () => assign(ana, { id, status: 'open', assigneeId: null }, ana))
  }
  await openConsole(page, ana, '/console/tickets?assignee=me')
  const subjects = page.locator('a[data-row]')
  await expect(subjects).toHaveCount(25)
  await expect(page.getByRole('link', { name: 'Mine' })).toContainText('30')
  await page.getByRole('link', { name: 'Next', exact: true }).press('Enter')
  await expect(subjects).toHaveText(['Leaf 26.', 'Leaf 27.', 'Leaf 28.', 'Leaf 29.', 'Leaf 30.'])
  await expect(page).toHaveURL(/assignee=me&after=/)
  await expect(subjects.first()).toBeFocused()
  await page.getByRole('link', { name: 'Previous', exact: true }).press('Enter')
  await expect(subjects.first()).toHaveText('Leaf 1.')
  await expect(subjects).toHaveCount(25)
  await expect(subjects.first()).toBeFocused()
  await page.goBack()
  await expect(subjects.first()).toHaveText('Leaf 26.')

  // By key it goes on over the edge of a page, as from ticket to ticket.
  await page.keyboard.press('j')
  await expect(subjects.first()).toBeFocused()
  await page.keyboard.press('k')
  await expect(subjects.last()).toHaveText('Leaf 25.')
  await expect(subjects.last()).toBeFocused()
  await page.keyboard.press('j')
  await expect(subjects.first()).toHaveText('Leaf 26.')
  await expect(subjects.first()).toBeFocused()
})

test('a filter for an agent that nobody knows says so, and goes', async ({ page }) => {
  await openConsole(page, await newAgent(), '/console/tickets?assignee=nobody@example.test')
  await page.getByRole('button', { name: 'Remove filter Assigned to a former or unknown agent' }).click()
  await expect(page).toHaveURL(/\/console\/tickets$/)
})

test('the page of an agent whose account was closed stops asking for counts', async ({ page }) => {
  const ana = await newAgent()
  await openConsole(page, ana, '/console/tickets')
  await changePerson(system, ana.email, { active: false })
  const asked: number[] = []
  page.on('response', (answer) => {
    if (answer.url().endsWith('/api/console/counts')) asked.push(answer.status())
  })
  const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await look()
  await expect.poll(() => asked).toEqual([401])
  await look()
  await page.waitForTimeout(500)
  expect(asked).toEqual([401])
})

test('an agent finds a ticket by its reference and by words, also those of a note', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const word = `zirconium${crypto.randomUUID().slice(0, 8)}`
  const ticket = await takenDown(ana, maria, 'Nothing special')
  await note(ana, ticket, written(`Smells of ${word} quokkas`))
  await openConsole(page, ana, '/console/tickets')
  const search = page.getByRole('searchbox', { name: 'Search tickets' })
  await search.fill(`${word} quokka`)
  await search.press('Enter')
  await expect(page.locator('a[data-row]')).toHaveText(['Nothing special'])
  await expect(search).toBeFocused()
  // A preview shows what the customer can read, and a note is no part of that.
  await expect(row(page, 'Nothing special')).not.toContainText('zirconium')

  await search.fill(ticket.refid.slice(4).toLowerCase())
  await search.press('Enter')
  await expect(page).toHaveURL(new RegExp(`q=${ticket.refid.slice(4).toLowerCase()}`))
  await expect(page.locator('a[data-row]')).toHaveText(['Nothing special'])
})

test('a search that finds nothing says what was asked and how to ask less', async ({ page }) => {
  const ana = await newAgent()
  await openConsole(page, ana, '/console/tickets?q=nosuchword&assignee=me')
  await expect(page.getByRole('heading', { name: 'No tickets match' })).toBeVisible()
  await page.getByRole('link', { name: /Drop .Search: nosuchword/ }).click()
  await expect(page.getByRole('heading', { name: 'No open ticket is assigned to you' })).toBeVisible()
  await visit(page, '/console/tickets?q=nosuchword')
  await page.getByRole('link', { name: 'Clear the filter' }).click()
  await expect(page.locator('a[data-row]').first()).toBeVisible()
})

test('words that only the search understands lead to it, with what was typed', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const word = `q${crypto.randomUUID().slice(0, 8)}`
  await takenDown(ana, maria, `A sign says is:open ${word}`)
  await openConsole(page, ana, '/console/tickets')
  const search = page.getByRole('searchbox', { name: 'Search tickets' })
  await search.fill(`is:open from:x${word}`)
  await search.press('Enter')
  await expect(page.getByRole('heading', { name: 'No tickets match' })).toBeVisible()
  await page.getByRole('link', { name: `Search everything for “is:open from:x${word}”` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
  await expect(page.getByRole('searchbox')).toHaveValue(`is:open from:x${word}`)

  // Also where a text happens to have them.
  await visit(page, `/console/tickets?q=is:open+${word}`)
  await expect(page.locator('a[data-row]')).toHaveCount(1)
  await expect(page.getByRole('link', { name: `Search everything for “is:open ${word}”` })).toBeVisible()
  await visit(page, `/console/tickets?q=${word}`)
  await expect(page.locator('a[data-row]')).toHaveCount(1)
  await expect(page.getByRole('link', { name: /Search everything/ })).toHaveCount(0)
})

test('words look at what is done, too, which the filter says and takes back', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const word = `w${crypto.randomUUID().slice(0, 8)}`
  await takenDown(ana, maria, `Still open ${word}`)
  const { id } = await takenDown(ana, maria, `Done long ago ${word}`)
  await close(ana, { id, status: 'open' })
  await openConsole(page, ana, `/console/tickets?q=${word}`)
  const subjects = page.locator('a[data-row]')
  await expect(subjects).toHaveCount(2)
  await page.getByRole('button', { name: 'Remove filter Also resolved and closed' }).press('Enter')
  await expect(subjects).toHaveText([`Still open ${word}`])
  await expect(page).toHaveURL(/status=open,pending,on_hold/)
})

test('from 768 px on the subject can be read, and what is too wide scrolls by itself', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'A subject of some length that can be read')
  await assign(ana, { ...ticket, status: 'open', assigneeId: null }, ana)
  await tag(ana, ticket, { add: ['billing', 'enterprise', 'vip'] })
  await openConsole(page, ana, '/console/tickets?assignee=me')
  const subject = page.locator('a[data-row]')
  const pageWidth = () => page.evaluate(() => document.documentElement.scrollWidth)
  for (const width of [768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 740 })
    const [box] = [await subject.boundingBox()]
    expect(box?.width, `at ${width} px`).toBeGreaterThanOrEqual(200)
    expect(await pageWidth()).toBe(width)
  }
  await page.setViewportSize({ width: 1024, height: 740 })
  await page.getByRole('button', { name: 'Display' }).click()
  const panel = page.getByRole('dialog', { name: 'Display' })
  for (const name of ['Team', 'Organization', 'Created', 'Waiting since'])
    await panel.getByRole('checkbox', { name }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Waiting since' })).toHaveCount(1)
  expect(await pageWidth()).toBe(1024)
})

test('on a phone the queue is a list that does not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openConsole(page, await newAgent(), '/console/tickets')
  await expect(page.locator('a[data-row]').first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('link', { name: 'Preferences' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible()
  await expect(page.locator(':popover-open')).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
})
