import { expect } from '@playwright/test'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { ticketByRefid } from '@/lib/tickets/lists'
import { merge } from '@/lib/tickets/merge'
import { openConsole, pick, picker, takenDown, told, visit, written } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn } from './sign-in'
import { test } from './story'

test('a ticket is merged into another of its customer and comes back as it was', async ({
  page,
  browser,
}) => {
  const [ana, maria, otto] = [await newAgent(), await newCustomer(), await newCustomer('Otto Other')]
  const [first, second] = [
    await takenDown(ana, maria, 'Printer'),
    await takenDown(ana, maria, 'Printer again'),
  ]
  await note(ana, first, written('She has called before'))
  const foreign = await takenDown(ana, otto, 'Of somebody else')
  await openConsole(page, ana, `/console/tickets/${first.refid}`)
  const dialog = page.getByRole('dialog', { name: `Merge ${first.refid}` })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Merge into…' }).click()
  await dialog.getByRole('combobox', { name: 'Into' }).fill(foreign.refid)
  // Leaves the suggestions, which hide what is around them.
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('another customer’s')

  await dialog.getByRole('combobox', { name: 'Into' }).fill('printer again')
  await page.getByRole('option', { name: 'Printer again' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Into' })).toHaveAccessibleDescription('Printer again')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.waitForURL(`**/console/tickets/${second.refid}`)
  await told(page, `${first.refid} is part of ${second.refid} now`)
  await expect(page.getByRole('article')).toHaveCount(3)
  await expect(page.getByRole('article', { name: 'Internal note' })).toContainText(`from ${first.refid}`)

  const customer = await (await browser.newContext()).newPage()
  await comeIn(customer, maria.email)
  await customer.goto(`/tickets/${first.refid}`)
  await expect(customer).toHaveURL(new RegExp(`/tickets/${second.refid}$`))
  await expect(customer.getByText(`${first.refid} goes on here`)).toBeVisible()
  await expect(customer.getByText(`joined ${first.refid} with this one`)).toBeVisible()
  await expect(customer.getByText('She has called before')).toHaveCount(0)
  await customer.context().close()

  await visit(page, `/console/tickets/${first.refid}`)
  await expect(page.getByText(`Merged into ${second.refid}`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo merge' }).click()
  await told(page, `${first.refid} is as it was`)
  await expect(page.getByText(`Merged into ${second.refid}`)).toHaveCount(0)
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByRole('article', { name: 'Internal note' })).not.toContainText('from SUP-')
})

test('whoever has just merged a ticket takes that back with a key, from where it has led', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const [first, second] = [await takenDown(ana, maria, 'Lamp'), await takenDown(ana, maria, 'Lamp again')]
  await openConsole(page, ana, `/console/tickets/${first.refid}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Merge into…' }).click()
  const dialog = page.getByRole('dialog', { name: `Merge ${first.refid}` })
  await dialog.getByRole('combobox', { name: 'Into' }).fill(second.refid)
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lamp again')
  const toast = page.getByRole('dialog').filter({ hasText: 'is part of' })
  await expect(toast.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(2)
  await page.keyboard.press('z')
  await told(page, `${first.refid} is as it was`)
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('what was begun on a ticket that is merged can still be read there, and nothing offers what would be refused', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Twofold')]
  const [first, second] = [await takenDown(ana, maria, 'Lamp'), await takenDown(ana, maria, 'Lamp again')]
  await openConsole(page, ana, `/console/tickets/${first.refid}`)
  await page.getByRole('textbox', { name: 'Reply to Maria Twofold' }).fill('We have looked into')
  await expect(page.getByText('Draft saved').filter({ visible: true })).toBeVisible()
  await merge(ana, await ticketByRefid(first.refid), await ticketByRefid(second.refid))
  await visit(page, `/console/tickets/${first.refid}`)
  await page.getByRole('button', { name: 'Reply, draft' }).click()
  const write = page.getByRole('region', { name: 'Write' })
  await expect(write).toContainText(
    `This ticket is part of ${second.refid} now. Write to Maria Twofold there.`,
  )
  await expect(write).toContainText('You had begun to write:We have looked into')
  await expect(picker(page, 'Status')).toBeDisabled()
})

test('a message becomes a ticket of its own', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Talkative')]
  const ticket = await takenDown(ana, maria, 'Two things')
  await writeBack(maria, ticket, { body: 'And the scanner.', channel: 'portal' })
  await openConsole(page, ana, `/console/tickets/${ticket.refid}`)
  await pick(page, 'Priority', 'High')
  await told(page, 'High')
  const message = page.getByRole('article').filter({ hasText: 'And the scanner.' })
  await message.getByRole('button', { name: 'Split into a new ticket' }).click()
  await page.getByRole('textbox', { name: 'Subject of the new ticket' }).fill('The scanner')
  await page.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The scanner' })).toBeVisible()
  await told(page, `Split off from ${ticket.refid}`)
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(message).toContainText(`from ${ticket.refid}`)
  // Nothing takes a split back, and what was done before it is not meant.
  await page.keyboard.press('z')
  await page.getByRole('link', { name: 'Two things' }).first().click()
  await expect(picker(page, 'Priority')).toHaveText('High')
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('split messages off into')
  await expect(message).toHaveCount(0)
})
