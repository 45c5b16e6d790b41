import { expect } from '@playwright/test'
import { openConsole, row, takenDown, told, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

test('an agent takes a ticket for spam and back, and finds it in its own view meanwhile', async ({
  page,
}) => {
  const [ana, sam] = [await newAgent(), await newCustomer('Sam Seller')]
  const subject = `Cheap watches ${crypto.randomUUID()}`
  const { refid } = await takenDown(ana, sam, subject)
  await openConsole(page, ana, `/console/tickets/${refid}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Mark as spam' }).click()
  await told(page, `${refid} is spam now`)
  await expect(page.getByText('The customer is not told, and still sees the ticket')).toBeVisible()

  await visit(page, `/console/tickets?q=${encodeURIComponent(subject)}`)
  await expect(row(page, subject)).toHaveCount(0)
  await page.getByRole('link', { name: 'Spam', exact: true }).click()
  await expect(row(page, subject)).toBeVisible()

  await visit(page, `/console/tickets/${refid}`)
  await page.getByRole('button', { name: 'Not spam' }).click()
  await told(page, `${refid} is back in its queues`)
  await expect(page.getByRole('button', { name: 'Not spam' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeVisible()
  await visit(page, `/console/tickets?q=${encodeURIComponent(subject)}`)
  await expect(row(page, subject)).toBeVisible()
})
