import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { setAvailability } from '@/lib/people/availability'
import { createTeam } from '@/lib/teams/create'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { type Agent, system } from '@/lib/viewer'
import { history, openConsole, pick, takenDown } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'
import { newStaff } from './threats/people'

const word = () => `Crew ${randomBytes(4).toString('hex')}`

const crew = (name: string, members: readonly Agent[]) =>
  createTeam(system, {
    name,
    members: members.map(({ email }) => email),
    giving: { rule: 'round_robin', limit: null, takesBack: true },
  })

async function handedOver(by: Agent, uid: string) {
  const { refid } = await takenDown(by, await newCustomer(), 'The boiler is cold')
  await handOver(by, await ticketByRefid(refid), uid)
  return refid
}

const holder = async (refid: string) => (await ticketByRefid(refid)).assigneeId

const account = (page: Page) => page.getByRole('button', { name: /^Account:/ })

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('an agent goes away from the account menu, is given nothing, comes back, and gets what waited', async ({
  page,
}) => {
  const [ana, bo] = [await newAgent(`Ana ${word()}`), await newAgent()]
  const { uid } = await crew(word(), [ana])
  await openConsole(page, ana, '/console/tickets')
  await account(page).click()
  await expect(page.getByRole('button', { name: 'Available' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Away' }).click()
  await expect(page.getByRole('button', { name: 'Away', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(account(page)).toContainText('Away')

  const refid = await handedOver(bo, uid)
  expect(await holder(refid)).toBeNull()
  await page.getByRole('button', { name: 'Available' }).click()
  await expect(account(page)).not.toContainText('Away')
  await expect.poll(() => holder(refid)).toBe(ana.id)
  await page.goto('/console/notifications')
  await expect(page.getByRole('listitem').filter({ hasText: refid })).toContainText('whose turn it was')
})

test('an admin says how a team gives its tickets, and a ticket that comes to it goes to the next', async ({
  page,
  browser,
}) => {
  const [name, ana, bo] = [word(), await newAgent(`Ana ${word()}`), await newAgent()]
  const { uid } = await createTeam(system, { name, members: [ana.email] })
  await enterAs(page, 'admin')
  await page.goto(`/admin/teams/${uid}`)
  await page.getByRole('radio', { name: 'To who has least' }).check()
  const limit = page.getByLabel('Limit per agent')
  for (const [typed, words] of [
    ['0', 'A limit is at least 1'],
    ['many', 'A limit is a number'],
    ['2.5', 'A limit is a whole number'],
    ['501', 'A limit is at most 500'],
  ] as const) {
    await limit.fill(typed)
    await page.getByRole('button', { name: 'Save team' }).click()
    await expect(limit).toHaveAccessibleDescription(new RegExp(words))
    await expect(limit).toHaveValue(typed)
    await expect(page.getByRole('radio', { name: 'To who has least' })).toBeChecked()
  }
  await limit.fill('1')
  await page.getByRole('radio', { name: 'Return to the team' }).check()
  await page.getByRole('button', { name: 'Save team' }).click()
  await expect(page.getByRole('status').filter({ hasText: `“${name}” is saved` })).toBeVisible()

  const desk = await browser.newPage()
  const { refid } = await takenDown(bo, await newCustomer(), 'The boiler is cold')
  await openConsole(desk, bo, `/console/tickets/${refid}`)
  await pick(desk, 'Team', name)
  await expect.poll(() => holder(refid)).toBe(ana.id)
  await desk.reload()
  await expect((await history(desk)).filter({ hasText: 'who had least to do' })).toContainText(ana.name)
  // No room is left: the next one waits.
  expect(await holder(await handedOver(bo, uid))).toBeNull()
  await desk.goto('/console/teams')
  await expect(card(desk, name)).toContainText('1 that nobody has')
  await expect(
    card(desk, name).getByRole('link', { name: `${ana.name}: 1 open ticket, at most 1` }),
  ).toBeVisible()
  await desk.close()
})

test('a supervisor says for others that they are away; an agent only for themselves', async ({
  page,
  browser,
}) => {
  const [name, ana, bo] = [word(), await newAgent(`Ana ${word()}`), await newAgent()]
  await crew(name, [ana])
  await enterAs(page, 'supervisor')
  await page.goto('/console')
  await page.getByRole('link', { name: 'Availability' }).click()
  await expect(card(page, name)).toContainText('Available')
  await card(page, name)
    .getByRole('button', { name: `Set away: ${ana.name}` })
    .click()
  await expect(card(page, name)).toContainText('Away')
  await expect(card(page, name).getByRole('button', { name: `Set available: ${ana.name}` })).toBeVisible()

  const other = await browser.newPage()
  await openConsole(other, bo, '/console/teams')
  await expect(card(other, name)).toContainText('Away')
  await expect(card(other, name).getByRole('button')).toHaveCount(0)
  await other.close()
})

test('a customer who writes to somebody who is away is answered by the team, and hears nothing of it', async ({
  page,
  browser,
}) => {
  const [name, ana, bo] = [word(), await newAgent(`Ana ${word()}`), await newAgent(`Bo ${word()}`)]
  const { uid } = await crew(name, [ana, bo])
  const maria = await newCustomer()
  const { refid } = await takenDown(await newAgent(), maria, 'The boiler is cold')
  await handOver(ana, await ticketByRefid(refid), uid)
  const first = (await holder(refid)) === ana.id ? ana : bo
  const second = first === ana ? bo : ana
  await setAvailability(first, first.email, 'away')

  const hers = await browser.newPage()
  await comeIn(hers, maria.email)
  await hers.goto(`/tickets/${refid}`)
  await hers.getByLabel('Your reply').fill('It is still cold.')
  await hers.getByRole('button', { name: /^Send/ }).click()
  await expect(hers.getByText('It is still cold.').first()).toBeVisible()
  await expect.poll(() => holder(refid)).toBe(second.id)
  await expect(hers.getByText(/away|turn/)).toHaveCount(0)
  await hers.close()

  await openConsole(page, second, `/console/tickets/${refid}`)
  await expect((await history(page)).filter({ hasText: 'who is away' })).toContainText(first.name)
})

test('an agent goes away and comes back without a mouse', async ({ page }) => {
  const ana = await newAgent()
  await openConsole(page, ana, '/console/tickets')
  await account(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Away', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(account(page)).toContainText('Away')
  await page.goto('/console/teams')
  await page.getByRole('button', { name: 'I am back' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Set myself away' })).toBeVisible()
  await expect(account(page)).not.toContainText('Away')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an agent goes away and comes back', async ({ page }) => {
    await enterAs(page, 'agent')
    await page.goto('/console/teams')
    await page.getByRole('button', { name: 'Set myself away' }).click()
    await expect(page.getByText('You are away')).toBeVisible()
    await page.getByRole('button', { name: 'I am back' }).click()
    await expect(page.getByText('You are available')).toBeVisible()
  })
})

test('whoever is set away by somebody else sees it on the page', async ({ page }) => {
  const ana = await newAgent(`Ana ${word()}`)
  await openConsole(page, ana, '/console/teams')
  await expect(page.getByText('You are available: your teams may give you tickets.')).toBeVisible()
  await setAvailability(await newStaff('supervisor'), ana.email, 'away')
  await expect(page.getByText('You are away: you are given nothing new')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I am back' })).toBeVisible()
})
