import { expect, type Locator, type Page } from '@playwright/test'
import { writeBack } from '@/lib/messages/write-back'
import { openConsole, takenDown, told, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const far = 150

/** Goes on by Tab alone until it has the focus. */
async function tabTo(page: Page, aim: Locator) {
  await expect(aim).toBeVisible()
  for (let step = 0; step < far; step += 1) {
    if (await aim.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(aim).toBeFocused()
}

async function press(page: Page, name: string, within: Page | Locator = page) {
  await tabTo(page, within.getByRole('button', { name, exact: true }).first())
  await page.keyboard.press('Enter')
}

async function choose(page: Page, item: string) {
  await press(page, 'More')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  const wanted = page.getByRole('menuitem', { name: item })
  while (!(await wanted.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

test('tickets are merged and taken apart, split, linked and marked as spam without a mouse', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const [first, second] = [
    await takenDown(ana, maria, 'Printer jams'),
    await takenDown(ana, maria, 'Printer jams again'),
  ]
  await writeBack(maria, first, { body: 'And the scanner.', channel: 'portal' })
  await openConsole(page, ana, `/console/tickets/${first.refid}`)

  await choose(page, 'Merge into…')
  const merging = page.getByRole('dialog', { name: `Merge ${first.refid}` })
  await expect(merging.getByRole('combobox', { name: 'Into' })).toBeFocused()
  await page.keyboard.type(second.refid)
  // Leaves the suggestions.
  await page.keyboard.press('Tab')
  await press(page, 'Merge', merging)
  await page.waitForURL(`**/console/tickets/${second.refid}`)
  await visit(page, `/console/tickets/${first.refid}`)
  await press(page, 'Undo merge')
  await told(page, `${first.refid} is as it was`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Printer jams')

  await press(page, 'Add link')
  const linking = page.getByRole('dialog', { name: 'Link a ticket' })
  await expect(linking.getByRole('combobox', { name: 'Ticket', exact: true })).toBeFocused()
  await page.keyboard.type(second.refid)
  await page.keyboard.press('Tab')
  await press(page, 'Link', linking)
  await told(page, `Linked to ${second.refid}`)
  await press(page, `Remove the link to ${second.refid}`)
  await told(page, 'Link removed')

  await choose(page, 'Mark as spam')
  await told(page, `${first.refid} is spam now`)
  await press(page, 'Not spam')
  await told(page, `${first.refid} is back in its queues`)

  const message = page.getByRole('article').filter({ hasText: 'And the scanner.' })
  await press(page, 'Split into a new ticket', message)
  await expect(page.getByRole('textbox', { name: 'Subject of the new ticket' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('The scanner')
  await press(page, 'Split')
  await expect(page.getByRole('heading', { level: 1, name: 'The scanner' })).toBeVisible()
})
