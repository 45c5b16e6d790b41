import { expect, type Page } from '@playwright/test'
import { createCanned } from '@/lib/canned/create'
import { draftsOf } from '@/lib/drafts/find'
import { changePreferences } from '@/lib/preferences/change'
import { ticketByRefid } from '@/lib/tickets/lists'
import { openConsole, picker, reload, takenDown, told } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply to Maria Pen' })
const note = (page: Page) => page.getByRole('textbox', { name: 'Internal note' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const saved = (page: Page) => expect(page.getByText('Draft saved').filter({ visible: true })).toBeVisible()
const chips = (page: Page) => page.getByRole('group', { name: 'What it also does' })

const desk = async (subject: string) => {
  const [ana, maria] = [await newAgent('Ana Pen'), await newCustomer('Maria Pen')]
  await changePreferences(ana, { undoSeconds: 0 })
  const { refid } = await takenDown(ana, maria, subject)
  return { ana, refid, path: `/console/tickets/${refid}` }
}

test('after a refused reply the pen is in its field, and the keys work from there', async ({ page }) => {
  const { ana, path } = await desk('Nothing said')
  await openConsole(page, ana, path)
  await page.keyboard.press('r')
  await page.keyboard.press('Control+Enter')
  const words = page.getByText('Your reply is empty')
  await expect(page.getByRole('alert').filter({ has: words })).toBeVisible()
  await expect(reply(page)).toBeFocused()
  const heights = await words.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(heights.filter((height) => height > 1)).toHaveLength(1)
  await expect(reply(page)).toHaveAccessibleDescription(/Your reply is empty/)

  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Reply', exact: true })).toBeFocused()
  await page.keyboard.press('n')
  await expect(note(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await page.context().setOffline(true)
  await page.keyboard.type('Said in a tunnel')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'could not be sent' })).toBeVisible()
  await expect(reply(page)).toBeFocused()
  await page.context().setOffline(false)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: 'Reply from Ana Pen' })).toContainText('Said in a tunnel')
})

test('of a text that is still here only whoever has written one is told', async ({ page, context }) => {
  const { ana, path } = await desk('Cut off')
  await openConsole(page, ana, path)
  await button(page, 'Resolve').click()
  await expect(page.getByRole('dialog').filter({ hasText: 'Resolved' })).toBeVisible()
  await context.setOffline(true)
  await button(page, 'Reopen').click()
  await told(page, 'This could not be sent: the connection or the server failed. Try again in a moment.')
  await reply(page).fill('Said in a tunnel')
  await page.keyboard.press('Control+Enter')
  await told(page, 'Your text is still here.')
})

test('what is wrong with something else keeps no key from working', async ({ page }) => {
  const { ana } = await desk('Not meant')
  await openConsole(page, ana, '/console/canned/new')
  await button(page, 'Add canned reply').click()
  await expect(page.locator('main').getByRole('alert')).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: /shortcuts/i })).toBeVisible()
})

test('in front of the preview the keys send, and a press on its button keeps the keyboard', async ({
  page,
}) => {
  const { ana, refid, path } = await desk('Looked at')
  await openConsole(page, ana, path)
  await reply(page).fill('Seen **before** it went')
  await page
    .getByRole('toolbar', { name: /Reply to Maria Pen/ })
    .getByRole('button', { name: 'Preview' })
    .click()
  await expect(page.getByRole('region', { name: 'Preview, Reply to Maria Pen' })).toContainText('Seen before')
  await expect(page.getByRole('button', { name: 'Preview' }).first()).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: 'Reply from Ana Pen' })).toContainText('Seen before it went')

  await reply(page).fill('It is done')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Preview, Reply to Maria Pen' })).toContainText('It is done')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('article', { name: 'Reply from Ana Pen' })).toHaveCount(2)
  expect((await ticketByRefid(refid)).status).toBe('resolved')
})

test('a link in the preview keeps its keys, and sends nothing', async ({ page }) => {
  const { ana, path } = await desk('Linked')
  await openConsole(page, ana, path)
  await reply(page).fill(`See [the list](${new URL('/console/tickets', page.url())})`)
  await page
    .getByRole('toolbar', { name: /Reply to Maria Pen/ })
    .getByRole('button', { name: 'Preview' })
    .click()
  const link = page.getByRole('region', { name: /^Preview/ }).getByRole('link', { name: 'the list' })
  // False: somebody takes the key for themselves.
  const isLeft = await link.evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
    ),
  )
  expect(isLeft).toBe(true)
  await expect(link).toBeVisible()
  await expect(page.getByRole('article', { name: 'Reply from Ana Pen' })).toHaveCount(0)
})

test('of two drafts on a ticket the one that is not in sight is told of', async ({ page }) => {
  const { ana, path } = await desk('Both begun')
  await openConsole(page, ana, path)
  await expect(button(page, 'Internal note')).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('Between us')
  await saved(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(button(page, 'Internal note, draft')).toBeVisible()
  await expect(button(page, 'Reply')).toBeVisible()
  await page.keyboard.type('For you')
  await saved(page)

  await reload(page)
  await expect(reply(page)).toHaveValue('For you')
  await button(page, 'Internal note, draft').click()
  await expect(note(page)).toHaveValue('Between us')
  await expect(button(page, 'Reply, draft')).toBeVisible()
  await note(page).fill('')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(button(page, 'Internal note')).toBeVisible()
})

test('a macro without words is a draft, and says what it has done and takes it back', async ({ page }) => {
  const { ana, refid, path } = await desk('Only to do')
  await createCanned(ana, {
    name: 'Burning',
    shortcut: 'burning',
    body: '',
    actions: [
      { do: 'priority', to: 'urgent' },
      { do: 'assign', to: 'me' },
      { do: 'tag', to: 'burning' },
    ],
    scope: 'personal',
  })
  await openConsole(page, ana, path)
  await page.keyboard.press('r')
  await page.keyboard.type('/burning')
  await expect(page.getByRole('option', { name: /Burning/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(chips(page)).toContainText('Priority urgent')
  await saved(page)
  await expect.poll(async () => (await draftsOf(ana, refid)).reply?.actions.length).toBe(3)

  await reload(page)
  await expect(chips(page)).toContainText('Priority urgent')
  await chips(page).getByRole('button', { name: 'Apply' }).click()
  await told(page, `Macro applied to ${refid}`)
  await told(page, 'Priority urgent, Assign to me, Tag burning. Undo leaves its tags.')
  await expect(picker(page, 'Priority')).toHaveText('Urgent')
  await expect(picker(page, 'Assignee')).toHaveText(/Ana Pen/)
  await expect(reply(page)).toBeFocused()

  await page.keyboard.press('Escape')
  await page.keyboard.press('z')
  await told(page, `${refid} is as before`)
  await expect(picker(page, 'Priority')).toHaveText('Medium')
  await expect(picker(page, 'Assignee')).toHaveText('Nobody')
  await expect(page.getByRole('list', { name: 'Tags' })).toContainText('burning')
  await expect.poll(async () => (await draftsOf(ana, refid)).reply).toBeNull()
})
