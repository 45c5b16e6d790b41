import { expect } from '@playwright/test'
import { ticketByRefid } from '@/lib/tickets/lists'
import { openConsole, picker, takenDown } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

test('a letter on a picker that was closed again gives the ticket to nobody', async ({ page }) => {
  const [ana, yuki, maria] = [await newAgent(), await newAgent('Yuki Tanaka'), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Nobody has it')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.keyboard.press('a')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(picker(page, 'Assignee')).toBeFocused()
  await page.keyboard.press('y')

  await expect(page.getByRole('listbox')).toHaveCount(0)
  await page.reload()
  await expect(picker(page, 'Assignee')).not.toHaveText(yuki.name)
  expect((await ticketByRefid(refid)).assigneeId).toBeNull()
})

test('after a refused reply the next letters do nothing to the ticket', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Still open')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.getByRole('textbox', { name: 'Reply to Maria' }).press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'empty' }).first()).toBeVisible()
  await page.keyboard.type('Eels')

  await page.reload()
  expect((await ticketByRefid(refid)).status).toBe('open')
})

test('after resolving, the last word leaves the ticket resolved', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { refid } = await takenDown(ana, maria, 'Done')
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.keyboard.press('e')
  await expect(page.getByText(`${refid} is resolved now`).first()).toBeVisible()

  await expect(page.getByLabel('Status after the reply')).toHaveValue('keep')
})
