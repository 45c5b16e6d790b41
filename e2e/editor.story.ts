import { expect, type Page } from '@playwright/test'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { openConsole, takenDown, told, written } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply to Maria Edit' })
const noted = (page: Page) => page.getByRole('textbox', { name: 'Internal note' })

const desk = async (subject: string) => {
  const [ana, maria] = [await newAgent('Ana Edit'), await newCustomer('Maria Edit')]
  const ticket = await takenDown(ana, maria, subject)
  return { ana, maria, ticket, path: `/console/tickets/${ticket.refid}` }
}

test('an agent formats by keys and buttons, looks at it, and takes it back', async ({ page }) => {
  const { ana, path } = await desk('Formatted')
  await openConsole(page, ana, path)
  await page.keyboard.press('r')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('Now')
  await expect(reply(page)).toHaveValue('**Now**')
  await page.keyboard.press('End')
  await page.keyboard.type(' and')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+Digit8')
  await page.keyboard.type('one')
  await expect(reply(page)).toHaveValue('**Now** and\n- one')

  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Preview' }).first()).toBeFocused()
  await page.keyboard.press('Enter')
  const preview = page.getByRole('region', { name: 'Preview, Reply to Maria Edit' })
  await expect(preview.locator('strong')).toHaveText('Now')
  await expect(preview.getByRole('listitem')).toHaveText('one')
  await page.keyboard.press('r')
  await expect(reply(page)).toBeFocused()
  await page.keyboard.type('ej')
  await expect(reply(page)).toHaveValue(/ej/)

  await reply(page).fill('word')
  await reply(page).selectText()
  const tools = page.getByRole('toolbar', { name: 'Formatting, Reply to Maria Edit' })
  await tools.getByRole('button', { name: 'Italic' }).click()
  await expect(reply(page)).toHaveValue('_word_')
  await expect(reply(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(reply(page)).toHaveValue('word')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(tools.getByRole('button', { name: 'Bold' })).toBeFocused()
  await expect(tools.getByRole('button', { name: 'Bold' })).toHaveCSS('outline-style', 'solid')
})

test('what is shown in the preview is what the message shows', async ({ page }) => {
  const { ana, path } = await desk('The same')
  await openConsole(page, ana, path)
  const text =
    '# Title\n\n<b>no tag</b> [a link](https://example.test) ![no image](https://example.test/x.png)\n\n> said\n\n```\ncode\n```'
  await reply(page).fill(text)
  await page.getByRole('button', { name: 'Preview' }).first().click()
  const preview = page.getByRole('region', { name: /^Preview/ }).locator('.prose')
  await expect(preview.getByRole('link')).toHaveText(['a link', 'no image'])
  const before = await preview.innerHTML()
  await page.getByRole('button', { name: /^Send reply/ }).click()
  const message = page.getByRole('article', { name: 'Reply from Ana Edit' }).locator('.prose')
  expect(await message.innerHTML()).toBe(before)
})

test('a message is quoted into the field in sight, a note only into a note', async ({ page }) => {
  const { ana, ticket, path } = await desk('Quoted')
  await answer(ana, ticket, written('First **words**\n\n- one\n- two'))
  await note(ana, ticket, written('Our secret'))
  await openConsole(page, ana, path)
  await reply(page).fill('Dear Maria,')
  await page.getByRole('article', { name: 'Reply from Ana Edit' }).hover()
  await page.getByRole('button', { name: 'Quote the reply from Ana Edit' }).click()
  await expect(reply(page)).toHaveValue('Dear Maria,\n\n> First words\n>\n> - one\n> - two\n\n')
  await expect(reply(page)).toBeFocused()

  await page.getByRole('button', { name: 'Quote the internal note from Ana Edit' }).click()
  await expect(noted(page)).toHaveValue('> Our secret\n\n')
  await expect(noted(page)).toBeFocused()
  // Out of sight, and so without a role.
  await expect(page.locator('[data-mode="reply"] textarea')).toHaveValue(/^Dear Maria,(?!.*secret)/s)

  await page.getByRole('button', { name: 'Quote the message from Maria Edit' }).click()
  await expect(noted(page)).toHaveValue(/^> Our secret\n\n> It has been so since this morning.\n\n$/)
})

test('a link leads to its message, also to one that is not among the latest', async ({ page }) => {
  const { ana, ticket, path } = await desk('Linked')
  await answer(ana, ticket, written('The one that is meant'))
  await openConsole(page, ana, path)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const meant = page.getByRole('article', { name: 'Reply from Ana Edit' }).first()
  await meant.hover()
  await page.getByRole('link', { name: 'Copy a link to the reply from Ana Edit' }).click()
  await told(page, 'Link copied')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(new RegExp(`${path}#message-[0-9a-f-]{36}$`))

  for (let one = 0; one < 210; one++) await note(ana, ticket, written(`No. ${one}`))
  await page.goto(path)
  await page.locator('summary', { hasText: 'the last 200' }).click()
  await page.getByRole('link', { name: 'Show all earlier steps' }).click()
  await expect(page).toHaveURL(/\?all=1$/)
  await expect(page.locator('summary', { hasText: /^History\d+$/ })).toBeVisible()

  await page.goto('/console/tickets')
  await page.goto(link)
  await expect(page).toHaveURL(/\?all=1#message-/)
  await expect(meant).toContainText('The one that is meant')
  await expect(meant).toBeInViewport()
})
