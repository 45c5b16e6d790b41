import { expect, type Page } from '@playwright/test'
import { find } from '@/lib/support'
import { openConsole, takenDown, told, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const linked = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('link') })

test('tickets are linked by words or by reference, shown on both, and their children resolved too', async ({
  page,
}) => {
  const [ana, maria, otto] = [await newAgent(), await newCustomer(), await newCustomer('Otto Other')]
  const outage = `Outage ${crypto.randomUUID()}`
  const parent = await takenDown(ana, maria, outage)
  const child = await takenDown(ana, otto, 'Cannot log in')
  await openConsole(page, ana, `/console/tickets/${child.refid}`)

  await page.getByRole('button', { name: 'Add link' }).click()
  const dialog = page.getByRole('dialog', { name: 'Link a ticket' })
  await dialog.getByRole('combobox', { name: 'Ticket', exact: true }).fill(outage)
  await page.getByRole('option', { name: outage }).click()
  await expect(dialog.getByRole('combobox', { name: 'Ticket', exact: true })).toHaveValue(parent.refid)
  await dialog.getByLabel('To this ticket it is its').selectOption('Parent')
  await dialog.getByRole('button', { name: 'Link', exact: true }).click()
  await told(page, `Linked to ${parent.refid}`)
  await expect(linked(page).filter({ hasText: outage })).toContainText(`Parent · ${parent.refid}`)

  await page.getByRole('button', { name: 'Add link' }).click()
  await dialog.getByRole('combobox', { name: 'Ticket', exact: true }).fill(parent.refid.toLowerCase())
  // Leaves the suggestions, which hide what is around them.
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('linked already')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: outage }).click()
  await expect(page.getByRole('heading', { level: 1, name: outage })).toBeVisible()
  await expect(linked(page).filter({ hasText: 'Cannot log in' })).toContainText(`Child · ${child.refid}`)
  await expect(page.getByRole('button', { name: 'Resolve the open child too' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Resolve', exact: true }).click()
  await told(page, `${parent.refid} is resolved now`)
  expect((await find(child.refid)).status).toBe('open')
  await page.getByRole('button', { name: 'Resolve the open child too' }).click()
  await told(page, '1 child is resolved')
  expect((await find(child.refid)).status).toBe('resolved')

  await visit(page, `/console/tickets/${child.refid}`)
  await page.getByRole('button', { name: `Remove the link to ${parent.refid}` }).click()
  await told(page, 'Link removed')
  await expect(linked(page).filter({ hasText: outage })).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(linked(page).filter({ hasText: outage })).toContainText(`Parent · ${parent.refid}`)
})
