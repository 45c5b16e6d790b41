import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { createTeam } from '@/lib/teams/create'
import { ticketByRefid } from '@/lib/tickets/lists'
import { tag } from '@/lib/tickets/tag'
import { system } from '@/lib/viewer'
import { history, openConsole, pick, picker, takenDown, told, withoutNews } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`

test('an agent hands a ticket over to a team; who saw it before is told', async ({ page, browser }) => {
  const [ana, ben, maria] = [await newAgent('Ana Ample'), await newAgent('Ben Brief'), await newCustomer()]
  const [billing, technical] = [unique('Billing'), unique('Technical')]
  await createTeam(system, { name: billing, members: [] })
  await createTeam(system, { name: technical, members: [ana.email] })
  const ticket = await takenDown(ana, maria, 'Whose is this?')
  const elsewhere = await (await browser.newContext()).newPage()
  await withoutNews(elsewhere)
  await openConsole(elsewhere, ben, `/console/tickets/${ticket.refid}`)
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)

  await pick(page, 'Team', technical)
  await told(page, `Handed over to ${technical}`)
  await expect(picker(page, 'Team')).toContainText(technical)
  await expect((await history(page)).first()).toContainText(`handed the ticket over to ${technical}`)

  await pick(elsewhere, 'Team', billing)
  await told(elsewhere, 'Ana Ample changed this ticket in the meantime')
  await expect(picker(elsewhere, 'Team')).toContainText(technical)
  await elsewhere.context().close()

  await pick(page, 'Team', 'None')
  await told(page, 'Handed over to no team')
  expect((await ticketByRefid(ticket.refid)).teamId).toBeNull()
})

test('tags are put on and taken off by keyboard alone', async ({ page }) => {
  const [ana, maria] = [await newAgent('Ana Apt'), await newCustomer()]
  const known = `renewal-${randomUUID().slice(0, 8)}`
  await tag(ana, await takenDown(ana, maria, 'Another one'), { add: [known] })
  const ticket = await takenDown(ana, maria, 'To be tagged')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  const tags = page.getByRole('list', { name: 'Tags' })

  await page.keyboard.press('l')
  const search = page.getByRole('combobox', { name: 'Search tags' })
  await expect(search).toBeFocused()
  await page.keyboard.type(known.slice(0, 12))
  await expect(page.getByRole('option', { name: known, exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(tags).toContainText(known)

  await search.fill('VIP customer')
  await expect(page.getByRole('option', { name: /vip-customer/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(tags).toContainText('vip-customer')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: `Remove tag ${known}` }).press('Enter')
  await expect(tags).not.toContainText(known)
  await expect(page.getByRole('button', { name: 'Remove tag vip-customer' })).toBeFocused()
  await expect((await history(page)).first()).toContainText(`removed the tag ${known}`)
  await page.reload()
  await expect(tags.getByRole('listitem')).toHaveText(['vip-customer'])
})

test('what is no tag is refused with words, and a closed ticket keeps its tags', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const ticket = await takenDown(ana, maria, 'Odd tags')
  await tag(ana, ticket, { add: ['calm'] })
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await page.keyboard.press('l')
  await page.keyboard.type('<b>bold</b>')
  await page.keyboard.press('Enter')
  await told(page, 'A tag holds letters, digits and dashes only')
  const search = page.getByRole('combobox', { name: 'Search tags' })
  await search.fill('y'.repeat(41))
  await page.keyboard.press('Enter')
  await told(page, 'A tag is at most 40 characters long')
  await expect(search).toHaveValue('y'.repeat(41))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await told(page, `${ticket.refid} is closed now`)
  await expect(page.getByRole('list', { name: 'Tags' })).toContainText('calm')
  await expect(page.getByRole('button', { name: 'Remove tag calm' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Tags', exact: true })).toHaveCount(0)
})

test('the agent reads for whom a customer works, and what colleagues should know of them', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Works')]
  const name = unique('Praxis Isartal')
  const { uid } = await createOrganization(system, { name, notes: 'Pays late.\nCalls on Mondays.' })
  await joinOrganization(system, maria.email, uid)
  const ticket = await takenDown(ana, maria, 'Who is she?')
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText(name)
  await expect(details).toContainText('Calls on Mondays.')
})
