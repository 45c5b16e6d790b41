import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { changePerson } from '@/lib/people/change-person'
import { createPolicy } from '@/lib/sla/policies/create'
import { createTeam } from '@/lib/teams/create'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { system } from '@/lib/viewer'
import { confirm, takenDown } from './console'
import { newAgent, newCustomer } from './customer'
import { enterAs } from './staff'
import { test } from './story'

const word = () => `Crew ${randomBytes(4).toString('hex')}`

const status = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

const members = (page: Page) => page.getByRole('group', { name: 'Members' })

test('an admin makes a team of people whom she searches for, changes it, and retires it', async ({
  page,
}) => {
  const [name, marcus, nia] = [word(), await newAgent(`Marcus ${word()}`), await newAgent(`Nia ${word()}`)]
  await enterAs(page, 'admin')
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Teams', exact: true }).click()
  await page.getByRole('link', { name: 'New team' }).click()
  await page.getByLabel('Name').fill(name)
  await members(page).getByRole('searchbox').fill(marcus.name)
  await members(page).getByRole('checkbox', { name: marcus.name }).check()
  await members(page).getByRole('searchbox').fill(nia.email.slice(0, 8))
  await expect(members(page).getByRole('checkbox')).toHaveCount(1)
  await members(page).getByRole('checkbox', { name: nia.name }).check()
  await status(page, /^2 of \d+ chosen, 1 shown$/)
  await page.getByRole('button', { name: 'Add team' }).click()
  await status(page, `“${name}” is saved`)
  await expect(page.getByRole('row', { name }).getByRole('img')).toHaveCount(2)

  await page.getByRole('link', { name }).click()
  // Who is a member stands first.
  await expect(members(page).getByRole('checkbox').nth(0)).toBeChecked()
  await expect(members(page).getByRole('checkbox').nth(1)).toBeChecked()
  await expect(members(page).getByRole('checkbox').nth(2)).not.toBeChecked()
  await members(page).getByRole('checkbox', { name: nia.name }).uncheck()
  await page.getByRole('button', { name: 'Save team' }).click()
  await status(page, `“${name}” is saved`)
  await expect(page.getByRole('row', { name }).getByRole('img', { name: marcus.name })).toBeVisible()

  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Retire team' }).press('Enter')
  const question = page.getByRole('dialog', { name: `Retire “${name}”?` })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Retire team' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Save team' })).toBeVisible()
  await confirm(page, 'Retire team')
  await status(page, `“${name}” is retired`)
  await expect(page.getByRole('row', { name })).toHaveCount(0)
  await page.getByText(/retired teams?$/).click()
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(marcus.name)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save team' })).toHaveCount(0)
})

test('a team that has tickets says so and is kept; policies that name it are shown', async ({ page }) => {
  const name = word()
  const [ana, team] = [await newAgent(), await createTeam(system, { name, members: [] })]
  await createPolicy(system, {
    name: `Of ${name}`,
    conditions: { teams: [team.uid] },
    targets: { low: { resolution: 3600 }, medium: {}, high: {}, urgent: {} },
    calendar: null,
    pausing: [],
    steps: [
      {
        key: 'call',
        target: 'resolution',
        when: { minutes: 0 },
        actions: [{ do: 'notify', people: [], teams: [team.uid] }],
      },
    ],
  })
  await enterAs(page, 'admin')
  await page.goto(`/admin/teams/${team.uid}`)
  await expect(page.getByRole('listitem').filter({ hasText: `Of ${name}` })).toContainText(
    'Is for its tickets; a step notifies it',
  )
  await expect(page.getByText('Policies that name it will find nobody there')).toBeVisible()

  const { refid } = await takenDown(ana, await newCustomer(), 'The boiler is cold')
  await handOver(ana, await ticketByRefid(refid), team.uid)
  // The page is older than the ticket.
  await confirm(page, 'Retire team')
  await expect(
    page.getByRole('alert').filter({ hasText: 'One open ticket belongs to this team' }),
  ).toBeFocused()
  await page.reload()
  await expect(page.getByText('One open ticket belongs to this team')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Retire team' })).toHaveCount(0)
})

test('what is wrong is said at its field, and nothing typed is lost', async ({ page }) => {
  const [taken, marcus] = [await createTeam(system, { name: word(), members: [] }), await newAgent(word())]
  await enterAs(page, 'admin')
  await page.goto('/admin/teams/new')
  await members(page).getByRole('checkbox', { name: marcus.name }).check()
  const refused = async (name: string, words: RegExp) => {
    await page.getByLabel('Name').evaluate((field, value) => {
      if (field instanceof HTMLInputElement) {
        field.maxLength = 1_000
        field.value = value
      }
    }, name)
    await page.getByRole('button', { name: 'Add team' }).click()
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription(words)
    await expect(page.getByLabel('Name')).toHaveValue(name)
    await expect(members(page).getByRole('checkbox', { name: marcus.name })).toBeChecked()
  }
  await refused('', /Name is empty/)
  await refused('   ', /Name is empty/)
  await refused('x'.repeat(81), /81 characters, at most 80/)
  await refused('a\0b', /NUL/)
  await refused('gpj.\u202eterces', /reading direction/)
  await refused(taken.name.toUpperCase(), /Another team is called/)
})

test('of two admins who change one team, the second is told', async ({ page, browser }) => {
  const { uid } = await createTeam(system, { name: word(), members: [] })
  const other = await browser.newPage()
  for (const each of [page, other]) {
    await enterAs(each, 'admin')
    await each.goto(`/admin/teams/${uid}`)
  }
  await other.getByLabel('Name').fill(word())
  await other.getByRole('button', { name: 'Save team' }).click()
  await other.waitForURL(/saved=/)
  const mine = word()
  await page.getByLabel('Name').fill(mine)
  await page.getByRole('button', { name: 'Save team' }).click()
  await expect(page.getByText('Somebody else has changed this team')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(mine)
  await other.close()
})

test('a member who has left meanwhile is named at the field', async ({ page }) => {
  const leaver = await newAgent(word())
  await enterAs(page, 'admin')
  await page.goto('/admin/teams/new')
  await page.getByLabel('Name').fill(word())
  await members(page).getByRole('checkbox', { name: leaver.name }).check()
  await changePerson(system, leaver.email, { active: false })
  await page.getByRole('button', { name: 'Add team' }).click()
  await expect(members(page)).toHaveAccessibleDescription(new RegExp(`${leaver.email} does not work here`))
})

test('an admin makes a team without a mouse', async ({ page }) => {
  const [name, marcus] = [word(), await newAgent(`Marcus ${word()}`)]
  await enterAs(page, 'admin')
  await page.goto('/admin/teams/new')
  await page.getByLabel('Name').focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await expect(members(page).getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(marcus.name)
  await page.keyboard.press('Enter')
  await expect(members(page).getByRole('checkbox', { name: marcus.name })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'Waits' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Add team' })).toBeFocused()
  await page.keyboard.press('Enter')
  await status(page, `“${name}” is saved`)
  await page.getByRole('link', { name }).focus()
  await page.keyboard.press('Enter')
  await expect(members(page).getByRole('checkbox').first()).toBeChecked()
  await expect(page.getByRole('radio', { name: 'In turn' })).toBeChecked()
  await members(page).getByRole('searchbox').focus()
  await page.keyboard.press('ArrowDown')
  await expect(members(page).getByRole('checkbox').nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(members(page).getByRole('checkbox').nth(1)).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a refusal keeps the name and everybody who was checked', async ({ page }) => {
    const [one, two] = [await newAgent(word()), await newAgent(word())]
    await enterAs(page, 'admin')
    await page.goto('/admin/teams/new')
    await page.getByLabel('Name').fill('   ')
    for (const { name } of [one, two]) await members(page).getByRole('checkbox', { name }).check()
    await page.getByRole('button', { name: 'Add team' }).click()
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/Name is empty/)
    for (const { name } of [one, two])
      await expect(members(page).getByRole('checkbox', { name })).toBeChecked()
    const name = word()
    await page.getByLabel('Name').fill(name)
    await page.getByRole('button', { name: 'Add team' }).click()
    await status(page, `“${name}” is saved`)
    await expect(page.getByRole('row', { name }).getByRole('img')).toHaveCount(2)
  })
})
