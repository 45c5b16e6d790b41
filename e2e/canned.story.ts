import { expect, type Page } from '@playwright/test'
import type { NewCanned } from '@/lib/canned/canned'
import { createCanned } from '@/lib/canned/create'
import { changePreferences } from '@/lib/preferences/change'
import { createTeam } from '@/lib/teams/create'
import { retireTeam } from '@/lib/teams/retire'
import { system } from '@/lib/viewer'
import { confirm, openConsole, picker, takenDown, told, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { test } from './story'

const customer = 'Maria *Star* {{x}}'
const reply = (page: Page) => page.getByLabel(`Reply to ${customer}`, { exact: true })
const note = (page: Page) => page.getByLabel('Internal note', { exact: true }).last()
const offers = (page: Page) => page.getByRole('listbox', { name: 'Canned replies' })
const chips = (page: Page) => page.getByRole('group', { name: 'What it also does' })
const sent = (page: Page) => page.getByRole('article', { name: 'Reply from Ana Canned', exact: true })

const refused = (page: Page, words: string) =>
  expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()

const canned = (more: Partial<NewCanned>): NewCanned => ({
  name: 'Refund on its way',
  shortcut: 'refund',
  body: '',
  actions: [],
  scope: 'personal',
  ...more,
})

const desk = async (undoSeconds: 0 | 30 = 0) => {
  const [ana, maria] = [await newAgent('Ana Canned'), await newCustomer(customer)]
  await changePreferences(ana, { undoSeconds })
  const ticket = await takenDown(ana, maria, 'Where is my money?')
  return { ana, maria, ticket, path: `/console/tickets/${ticket.refid}` }
}

test('by keyboard alone a canned reply is found, filled in, and not sent before its blanks are', async ({
  page,
}) => {
  const { ana, ticket, path } = await desk()
  await createCanned(
    ana,
    canned({
      body: 'Hi {{customer.first_name}} {{customer.name}}, {{ticket.refid}}: {{amount}} on {{the date}}.',
    }),
  )
  await createCanned(ana, canned({ name: 'Our address', shortcut: 'address', body: 'Here' }))
  await openConsole(page, ana, path)
  await page.keyboard.press('r')
  await page.keyboard.type('Ok and/or 1 / 2\n/')
  await expect(offers(page).getByRole('option', { name: /Refund on its way/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type('re')
  await expect(offers(page)).toHaveCount(0)
  await expect(reply(page)).toHaveValue('Ok and/or 1 / 2\n/re')
  await page.keyboard.type('\n\n/refu')
  await expect(offers(page).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')

  const filled = `Hi Maria Maria \\*Star\\* \\{\\{x}}, ${ticket.refid}: `
  await expect(reply(page)).toHaveValue(`Ok and/or 1 / 2\n/re\n\n${filled}{{amount}} on {{the date}}.`)
  // The first blank is selected; what is typed takes its place.
  await page.keyboard.type('5 €')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Not sent. Fill in first:')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'the date' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Friday')
  await expect(page.getByText(/Fill in/)).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(sent(page)).toContainText(`Hi Maria Maria *Star* {{x}}, ${ticket.refid}: 5 € on Friday.`)
  await expect(sent(page).locator('em')).toHaveCount(0)
})

test('a list of many canned replies stays in the window, and can be pressed above the title', async ({
  page,
}) => {
  const { ana, path } = await desk()
  for (let count = 1; count <= 8; count += 1)
    await createCanned(ana, canned({ name: `Many ${count}`, shortcut: `many${count}`, body: 'Here' }))
  await page.setViewportSize({ width: 1280, height: 720 })
  await openConsole(page, ana, path)
  const lines = 'One more line\n'.repeat(30)
  await reply(page).fill(`${lines}/many`)
  await expect(offers(page)).toBeInViewport({ ratio: 1 })
  await offers(page).getByRole('option', { name: 'Many 1' }).click()
  await expect(reply(page)).toHaveValue(`${lines}Here`)

  await page.setViewportSize({ width: 700, height: 300 })
  await reply(page).fill(`${lines}/many`)
  await expect(offers(page)).toBeInViewport({ ratio: 1 })
})

test('a macro shows what it does, gives up what is taken away, and comes back with an undone reply', async ({
  page,
}) => {
  const { ana, path } = await desk(30)
  await createCanned(
    ana,
    canned({
      body: 'It is on its way.',
      actions: [
        { do: 'status', to: 'on_hold' },
        { do: 'priority', to: 'urgent' },
        { do: 'assign', to: 'me' },
      ],
    }),
  )
  await openConsole(page, ana, path)
  await page.keyboard.press('r')
  await page.keyboard.type('/refund')
  await expect(offers(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(reply(page)).toHaveValue('It is on its way.')
  await expect(chips(page)).toContainText('On hold')
  // The macro has decided about the status.
  await expect(page.getByLabel('Status after the reply')).toHaveCount(0)
  await chips(page).getByRole('button', { name: 'Remove: Priority urgent' }).focus()
  await page.keyboard.press('Enter')
  await expect(chips(page)).not.toContainText('Priority')
  await page.keyboard.press('r')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('timer')).toContainText('then on hold, assign to Ana Canned')
  await expect(chips(page)).toHaveCount(0)

  await page.keyboard.press('Escape')
  await page.keyboard.press('z')
  await expect(reply(page)).toHaveValue('It is on its way.')
  await expect(chips(page)).toContainText('Assign to me')
  await expect(picker(page, 'Assignee')).toHaveText('Nobody')
  await changePreferences(ana, { undoSeconds: 0 })
  await reply(page).press('Control+Enter')
  await expect(sent(page)).toContainText('It is on its way.')
  await expect(picker(page, 'Assignee')).toHaveText(/Ana Canned/)
  await expect(picker(page, 'Status')).toHaveText('On hold')
  await expect(picker(page, 'Priority')).toHaveText('Medium')
})

test('a macro without words is applied at once; one that cannot be done says why and does nothing', async ({
  page,
}) => {
  const { ana, path } = await desk()
  const team = await createTeam(system, { name: `Desk ${crypto.randomUUID()}`, members: [] })
  await createCanned(ana, canned({ actions: [{ do: 'priority', to: 'high' }] }))
  await createCanned(
    ana,
    canned({
      shortcut: 'hand',
      name: 'Off it goes',
      actions: [
        { do: 'team', to: team.uid },
        { do: 'note', to: 'Billing has the receipt.' },
      ],
    }),
  )
  await retireTeam(system, team.uid)
  await openConsole(page, ana, path)
  await page.keyboard.press('n')
  await page.keyboard.type('/hand')
  await expect(offers(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(chips(page)).toContainText(`Hand over to ${team.name} (this team is retired)`)
  await chips(page).getByText('What the note says').press('Enter')
  await expect(chips(page).getByText('Billing has the receipt.')).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('/refund')
  await expect(offers(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(note(page)).toHaveValue('')
  await chips(page).getByRole('button', { name: 'Apply' }).focus()
  await page.keyboard.press('Enter')
  await told(page, /Hand over to .* cannot be done, so nothing was/)
  await expect(picker(page, 'Priority')).toHaveText('Medium')

  await chips(page)
    .getByRole('button', { name: /^Remove: Hand over/ })
    .press('Enter')
  await chips(page).getByRole('button', { name: 'Apply' }).press('Enter')
  await expect(picker(page, 'Priority')).toHaveText('High')
  await expect(chips(page)).toHaveCount(0)
})

test('a signature is shown below the reply and stands below what customers get, not below notes', async ({
  page,
}) => {
  const { ana, path } = await desk()
  await openConsole(page, ana, '/console/me')
  await page.getByLabel('Signature').fill('{{customer.name}}')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(
    page.getByRole('alert').filter({ hasText: 'A signature cannot say {{customer.name}}' }),
  ).toBeVisible()
  await expect(page.getByLabel('Signature')).toHaveValue('{{customer.name}}')
  await page.getByLabel('Signature').fill('**{{agent.first_name}}** of us')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  await visit(page, path)
  await expect(page.getByRole('region', { name: 'Your signature' })).toHaveText('Ana of us')
  await page.keyboard.press('r')
  await page.keyboard.type('Hello')
  await page.keyboard.press('Control+Enter')
  await expect(sent(page)).toContainText('Ana of us')
  await expect(sent(page).locator('strong')).toHaveText('Ana')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.type('Ours alone')
  await page.keyboard.press('Control+Enter')
  const added = page.getByRole('article', { name: /Internal note/ })
  await expect(added).toContainText('Ours alone')
  await expect(added).not.toContainText('of us')
})

test('canned replies are written, found, changed and deleted; nobody opens what is another’s', async ({
  page,
}) => {
  const [ana, ben] = [await newAgent('Ana Canned'), await newAgent('Ben Canned')]
  const bens = await createCanned(ben, canned({ body: 'Mine' }))
  await createCanned(ana, canned({ body: 'First' }))
  await openConsole(page, ana, '/console/canned/new')
  await page.getByRole('button', { name: 'Add canned reply' }).click()
  await refused(page, 'Name is empty')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Second thoughts')
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('/REFUND')
  await page.getByRole('button', { name: 'Add canned reply' }).click()
  await refused(page, 'Write a text, or choose what it does')
  await page.getByRole('button', { name: 'customer.name', exact: true }).click()
  await page.getByRole('button', { name: 'Add canned reply' }).click()
  await refused(page, 'Another one is found by “refund” already')
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue('{{customer.name}}')
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('second')
  await page.getByLabel('Add tags').fill('Second Look')
  await page.getByRole('button', { name: 'Add canned reply' }).click()
  await told(page, '“Second thoughts” is saved.')
  await expect(page.getByRole('row', { name: /Second thoughts/ })).toContainText('Tag second-look')

  await page.getByLabel('Search canned replies').fill('thoughts')
  await expect(page.getByRole('row', { name: /Refund on its way/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Second thoughts' }).click()
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Wait')
  await page.getByRole('button', { name: 'Save canned reply' }).click()
  await expect(page.getByRole('row', { name: /Second thoughts/ })).toContainText('Wait')
  await page.getByRole('link', { name: 'Second thoughts' }).click()
  await confirm(page, 'Delete canned reply')
  await told(page, 'It is deleted.')
  await expect(page.getByRole('row', { name: /Second thoughts/ })).toHaveCount(0)

  await page.goto(`/console/canned/${bens.uid}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
})

test('who leaves what is not saved is asked, whether by a link, a key or the palette; who cancels is not', async ({
  page,
}) => {
  const ana = await newAgent('Ana Hurried')
  await openConsole(page, ana, '/console/canned/new')
  const asked: string[] = []
  let stays = true
  page.on('dialog', async (dialog) => {
    asked.push(dialog.message())
    await (stays ? dialog.dismiss() : dialog.accept())
  })
  const text = page.getByRole('textbox', { name: 'Text', exact: true })
  await text.fill('Half an answer')
  const notifications = page.getByRole('link', { name: /^Notifications/ }).first()
  await notifications.click()
  await expect.poll(() => asked).toHaveLength(1)
  expect(asked[0]).toContain('What you have changed here is not saved.')

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect.poll(() => asked).toHaveLength(2)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Notifications')
  await page.keyboard.press('Enter')
  await expect.poll(() => asked).toHaveLength(3)
  await expect(text).toHaveValue('Half an answer')

  stays = false
  await notifications.click()
  await expect(page).toHaveURL(/\/console\/notifications$/)
  expect(asked).toHaveLength(4)

  await visit(page, '/console/canned/new')
  await text.fill('Half an answer')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(/\/console\/canned$/)
  await visit(page, '/console/me')
  await page.getByRole('textbox', { name: /Signature/ }).fill('Ana')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await notifications.click()
  await expect(page).toHaveURL(/\/console\/notifications$/)
  expect(asked).toHaveLength(4)
})
