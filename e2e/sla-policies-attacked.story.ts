import { randomBytes } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { changePerson } from '@/lib/people/change-person'
import { createCalendar } from '@/lib/sla/calendars/create'
import { retireCalendar } from '@/lib/sla/calendars/retire'
import { createPolicy } from '@/lib/sla/policies/create'
import { policyList } from '@/lib/sla/policies/find'
import { policyOf } from '@/lib/sla/policies/form'
import { movePolicy } from '@/lib/sla/policies/reorder'
import { configCategory } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { retireTeam } from '@/lib/teams/retire'
import { system } from '@/lib/viewer'
import { enterAs } from './staff'
import { actionBody } from './surface'
import { cookieOf, newCustomer, newStaff } from './threats/people'
import { act, broke, inBatches } from './threats/wire'

const word = () => randomBytes(4).toString('hex')
/** For a category of its own, so that no ticket of another story comes under it. */
const category = () => configCategory().name(`Pumps ${word()}`).create()
const saved = async (name: string) =>
  (await policyList(system)).filter((one) => one.name === name && !one.retiredAt)

const nothing = { low: {}, medium: {}, high: {}, urgent: {} }
const hours = { timeZone: 'UTC', weekly: { mon: [['09:00', '17:00']] }, days: [] } as const

/** The fields of the form, filled in. */
const filled = (name: string, slug: string) => ({
  name,
  'conditions.categories': slug,
  'targets.low.resolution': '3 d',
  calendar: '',
  pausing: 'pending',
})

type Posted = Readonly<Record<string, string | readonly (string | File)[]>>

const step = (index: number, more: Posted = {}): Posted => ({
  [`steps.${index}.key`]: `step_${index}`,
  [`steps.${index}.target`]: 'resolution',
  [`steps.${index}.when`]: 'due',
  [`steps.${index}.prioritize`]: 'urgent',
  ...Object.fromEntries(Object.entries(more).map(([field, value]) => [`steps.${index}.${field}`, value])),
})

/** What the form posts with the button that agrees to the preview of this. */
const agreed = (fields: Posted) =>
  JSON.stringify(
    policyOf((name) => [fields[name] ?? []].flat().filter((one) => typeof one === 'string')).policy,
  )

const post = (action: string, fields: Posted, cookie: string) => act(action, actionBody(fields), { cookie })

const invalid = (page: Page) =>
  page
    .getByRole('main')
    .locator('[aria-invalid="true"]')
    .evaluateAll((fields: HTMLInputElement[]) => fields.map(({ name }) => name))

test('all that is typed wrong is said at once, each at its field, and all that is typed stays', async ({
  page,
}) => {
  const name = `طلبات 🚀 ${word()} ${'W'.repeat(60)}`
  expect(name.length).toBeLessThanOrEqual(80)
  const { name: label } = await category()
  await enterAs(page, 'admin')
  await page.goto('/admin/sla/new')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('group', { name: 'Category' }).getByLabel(label).check()
  const wrong = {
    'targets.urgent.first_response': ['0', /no amount of time/],
    'targets.urgent.next_response': ['-4 h', /no amount of time/],
    'targets.urgent.resolution': ['0 min', /A target of 0 is no promise/],
    'targets.high.first_response': ['١٢ h', /“١٢ h” is no amount of time/],
    'targets.high.next_response': ['1e9 d', /no amount of time/],
    'targets.high.resolution': ['999999999 d', /at most 365 d/],
    'targets.medium.first_response': ['1\0h', /“1h” is no amount of time/],
    'targets.medium.next_response': ['🕐'.repeat(30), /no amount of time/],
  } as const
  const target = (field: string) => page.locator(`input[name="${field}"]`)
  for (const [field, [text]] of Object.entries(wrong)) await target(field).fill(text)
  await target('targets.low.first_response').fill('   ')
  await target('targets.low.resolution').fill('3 d')
  await page.getByLabel('Tags').fill('vip, not you!')
  for (let count = 0; count < 10; count += 1) await page.getByRole('button', { name: 'Add step' }).click()
  await expect(page.getByRole('button', { name: 'Add step' })).toHaveCount(0)
  const steps = page.getByRole('group', { name: /^Step \d+$/ })
  for (const one of await steps.all()) {
    await one.getByRole('textbox', { name: 'Key' }).fill('call_ana')
    await one.getByLabel('Target').selectOption('Resolution')
  }
  await page.getByRole('button', { name: 'Preview' }).click()

  await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
  const again = Array.from({ length: 9 }, (_, index) => `steps.${index + 1}.key`)
  expect((await invalid(page)).toSorted()).toEqual(
    [...Object.keys(wrong), 'conditions.tags', ...again].toSorted(),
  )
  for (const [field, [text, message]] of Object.entries(wrong)) {
    await expect(target(field)).toHaveValue(text)
    await expect(target(field)).toHaveAccessibleDescription(message)
  }
  for (const one of await steps.all())
    await expect(one.getByText('A step does something: choose whom to notify')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(name)
  await expect(page.getByLabel('Tags')).toHaveValue('vip, not you!')
  expect(await saved(name)).toEqual([])

  for (const field of Object.keys(wrong)) await target(field).fill('')
  await page.getByLabel('Tags').fill('')
  for (let count = 10; count > 0; count -= 1)
    await page.getByRole('button', { name: `Remove step ${count}` }).click()
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('button', { name: 'Add policy' }).dblclick()
  await page.waitForURL(/saved=/)
  expect(await saved(name)).toMatchObject([
    { targets: { ...nothing, low: { resolution: 259_200 } }, steps: [] },
  ])
  await page.setViewportSize({ width: 360, height: 800 })
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('whoever saves a stale page is told who was faster, and keeps what they typed', async ({
  page,
  browser,
}) => {
  const name = `Slow ${word()}`
  const { slug } = await category()
  const made = await createPolicy(system, {
    name,
    conditions: { categories: [slug ?? ''] },
    targets: { ...nothing, low: { resolution: 259_200 } },
    calendar: null,
    pausing: [],
    steps: [],
  })
  // Out of the way of stories that move the last one.
  for (const _ of [1, 2, 3]) await movePolicy(system, made.uid, 'up')
  const other = await browser.newPage()
  await enterAs(page, 'admin')
  await enterAs(other, 'admin', 'Zoë Quick')
  for (const each of [page, other]) {
    await each.goto(`/admin/sla/${made.uid}`)
    await each.getByLabel('Low: resolution').fill(each === page ? '5 d' : '4 d')
    await each.getByRole('button', { name: 'Preview' }).click()
    await expect(each.getByRole('button', { name: 'Save policy' })).toBeVisible()
  }
  await other.getByRole('button', { name: 'Save policy' }).click()
  await other.waitForURL(/saved=/)
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Zoë Quick has changed this policy in the meantime. Open it again to see how.',
  )
  await expect(page.getByLabel('Low: resolution')).toHaveValue('5 d')
  expect(await saved(name)).toMatchObject([{ targets: { low: { resolution: 4 * 86_400 } } }])

  await page.reload()
  await page.getByLabel('Low: resolution').fill('5 d')
  await other.goto(`/admin/sla/${made.uid}`)
  await other.getByRole('button', { name: 'Retire…' }).click()
  await other.getByRole('button', { name: 'Retire this policy' }).click()
  await other.waitForURL(/retired=/)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Zoë Quick has retired this policy in the meantime.',
  )
  await expect(page.getByLabel('Low: resolution')).toHaveValue('5 d')
  await other.close()
})

test('what a policy names and what goes before it is saved is refused at its field', async ({ page }) => {
  const name = `Late ${word()}`
  const { name: label } = await category()
  const [calendar, team, second, otto] = await Promise.all([
    createCalendar(system, { name: `Hours ${word()}`, hours }),
    createTeam(system, { name: `Crew ${word()}`, members: [] }),
    createTeam(system, { name: `Crew ${word()}`, members: [] }),
    newStaff('agent', `Otto ${word()}`),
  ])
  await enterAs(page, 'admin')
  await page.goto('/admin/sla/new')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('group', { name: 'Category' }).getByLabel(label).check()
  const teams = page.getByRole('group', { name: 'Team', exact: true })
  await teams.getByLabel(team.name).check()
  const kept = page.locator('select[name="calendar"]')
  await kept.selectOption(calendar.uid)
  await page.getByLabel('Low: resolution').fill('3 h')
  await page.getByRole('button', { name: 'Add step' }).click()
  const [first] = await page.getByRole('group', { name: 'Step 1' }).all()
  await first?.getByRole('textbox', { name: 'Key' }).fill('call')
  await first?.getByLabel('Target').selectOption('Resolution')
  const told = page.getByRole('group', { name: 'Notify', exact: true })
  const crews = page.getByRole('group', { name: 'Notify everybody of' })
  await told.getByLabel(otto.name).check()
  await crews.getByLabel(second.name).check()
  const preview = page.getByRole('button', { name: 'Preview' })
  await preview.click()
  await expect(page.getByRole('button', { name: 'Add policy' })).toBeVisible()

  await retireTeam(system, team.uid)
  await retireTeam(system, second.uid)
  await retireCalendar(system, calendar.uid)
  await changePerson(system, otto.email, { active: false })

  await page.getByRole('button', { name: 'Add policy' }).click()
  await expect(teams).toContainText('One of these teams is not there any more. Choose again.')
  await teams.getByLabel(team.name).uncheck()
  await preview.click()
  await expect(kept).toHaveAccessibleDescription(/This calendar is not in use any more/)
  await kept.selectOption('')
  await preview.click()
  await expect(told).toContainText('does not work here any more')
  await told.getByLabel(otto.name).uncheck()
  await preview.click()
  await expect(crews).toContainText('One of these teams is not there any more')
  await expect(page.getByRole('textbox', { name: 'Key' })).toHaveValue('call')
  expect(await saved(name)).toEqual([])
  await crews.getByLabel(second.name).uncheck()
  await page.getByLabel('Priority', { exact: true }).selectOption('Urgent')
  await preview.click()
  await page.getByRole('button', { name: 'Add policy' }).click()
  await page.waitForURL(/saved=/)
  expect(await saved(name)).toMatchObject([{ steps: [{ key: 'call' }], calendar: null }])
})

const nowhere = '00000000-0000-4000-8000-000000000000'

const attacks: readonly (readonly [what: string, more: Posted, field: string, message: string])[] = [
  [
    'twenty steps',
    Object.assign({}, ...Array.from({ length: 20 }, (_, index) => step(index))),
    'steps',
    'At most 10 steps',
  ],
  [
    'a step twice',
    { ...step(0), ...step(1, { key: 'step_0' }) },
    'steps.1.key',
    'Another step is called “step_0”',
  ],
  [
    'a reserved key',
    step(0, { key: 'breached' }),
    'steps.0.key',
    'This key has a meaning of its own; choose another',
  ],
  ['a step at no time', step(0, { when: 'whenever' }), 'steps.0.when', 'Choose when'],
  [
    'a step for nobody known',
    step(0, { actions: 'nobody@example.test' }),
    'steps.0.actions',
    'nobody@example.test does not work here any more',
  ],
  [
    'a step for a NUL',
    step(0, { actions: '\0' }),
    'steps.0.actions',
    'There is nothing of this name. Choose again.',
  ],
  [
    'a step for a team that is none',
    step(0, { reassign: `team:${nowhere}` }),
    'steps.0.reassign',
    'One of these teams is not there any more. Choose again.',
  ],
  [
    'a priority that is none',
    step(0, { prioritize: 'dire' }),
    'steps.0.prioritize',
    'There is no such priority',
  ],
  [
    'a tag that is none',
    step(0, { tag: 'not you!' }),
    'steps.0.tag',
    'A tag holds letters, digits and dashes only',
  ],
  [
    'a category that is none',
    { 'conditions.categories': 'gone' },
    'conditions.categories',
    'There is no category “gone” any more. Choose again.',
  ],
  [
    'a category of NUL',
    { 'conditions.categories': '\0' },
    'conditions.categories',
    'There is nothing of this name. Choose again.',
  ],
  [
    'a team that is none',
    { 'conditions.teams': nowhere },
    'conditions.teams',
    'One of these teams is not there any more. Choose again.',
  ],
  [
    'an organization by its number',
    { 'conditions.organizations': '1' },
    'conditions.organizations',
    'One of these organizations is gone. Choose again.',
  ],
  [
    'a priority in no list',
    { 'conditions.priorities': 'dire' },
    'conditions.priorities',
    'There is no such priority',
  ],
  [
    'a calendar that is none',
    { calendar: nowhere },
    'calendar',
    'This calendar is not in use any more. Choose another one.',
  ],
  ['a calendar by its number', { calendar: '1' }, 'calendar', 'Choose a calendar'],
  ['a pause while it is open', { pausing: 'open' }, 'pausing', 'Only Pending and On hold can pause a clock'],
  ['a name of 81 letters', { name: 'x'.repeat(81) }, 'name', 'Name is too long: 81 characters, at most 80'],
  ['a name of 301 letters', { name: 'x'.repeat(301) }, 'name', 'This is too long: at most 300 characters'],
  ['a name of nothing to see', { name: '\u3164 \u2800' }, 'name', 'Name is empty'],
  ['a name with a NUL', { name: 'a\0b' }, 'name', 'Name contains a NUL character, which cannot be stored'],
  [
    'a name that runs backwards',
    { name: '\u202eSLA' },
    'name',
    'Name contains a character that reverses the reading direction',
  ],
  ['the name of another', { name: 'everyone' }, 'name', 'Another policy is called “everyone”'],
  ['a file for a name', { name: [new File(['x'], 'x.txt')] }, 'name', 'This is no text'],
  [
    'a target of 300 digits',
    { 'targets.low.resolution': '9'.repeat(300) },
    'targets.low.resolution',
    `“${'9'.repeat(40)}…” is no amount of time. Write it as 8 h, 30 min or 2 d.`,
  ],
  [
    'five hundred and one tags',
    { 'conditions.tags': Array(501).fill('a') },
    'conditions.tags',
    'These are too many: at most 500',
  ],
  [
    'no target at all',
    { 'targets.low.resolution': '' },
    'targets',
    'Promise something: fill in at least one target',
  ],
]

test('what no form posts is refused at its field as well, and nothing of it is kept', async () => {
  const { slug } = await category()
  const cookie = await cookieOf(await newStaff('admin'))
  await inBatches(attacks, 4, async ([what, more, field, message]) => {
    const name = `Attack ${word()}`
    const fields = { ...filled(name, slug ?? ''), ...more }
    for (const sent of [fields, { ...fields, agreed: agreed(fields) ?? '{}' }]) {
      const answer = await post('addPolicy', sent, cookie)
      expect([answer.done, broke(answer), answer.leadsTo], what).toEqual([false, false, null])
      expect(answer.text, what).toContain(`${JSON.stringify(field)}:${JSON.stringify(message)}`)
    }
    expect(await saved(name), what).toEqual([])
  })
})

test('one policy sent twice at once is one policy', async () => {
  const { slug } = await category()
  const name = `Twice ${word()}`
  const cookie = await cookieOf(await newStaff('admin'))
  const fields = { ...filled(name, slug ?? ''), ...step(0) }
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => post('addPolicy', { ...fields, agreed: agreed(fields) ?? '' }, cookie)),
  )
  expect(answers.filter(({ leadsTo }) => leadsTo?.includes('saved=')).length).toBe(1)
  expect(answers.filter(({ refused }) => refused).length).toBe(3)
  expect(await saved(name)).toHaveLength(1)
})

test('customers, agents and supervisors change no policy, and an admin none that is not there', async () => {
  const { slug } = await category()
  const name = `Mine ${word()}`
  const fields = filled(name, slug ?? '')
  const [everyone] = (await policyList(system)).filter(({ fallback }) => fallback)
  const own = { policy: everyone?.uid ?? '', from: everyone?.changedAt.toISOString() ?? '' }
  const change = { ...fields, 'conditions.categories': '', ...own, agreed: agreed(fields) ?? '' }
  const calls: readonly (readonly [string, Posted])[] = [
    ['addPolicy', { ...fields, agreed: agreed(fields) ?? '' }],
    ['changePolicy', change],
    ['placePolicy', { ...own, direction: 'up' }],
    ['takeOutPolicy', { ...own, agreed: 'retire' }],
  ]
  const others = [await newCustomer(), await newStaff('agent'), await newStaff('supervisor')]
  for (const cookie of [...(await Promise.all(others.map(cookieOf))), ''])
    for (const [action, sent] of calls) {
      const { done, leadsTo } = await post(action, sent, cookie)
      expect([done, leadsTo?.includes('saved=') ?? false], action).toEqual([false, false])
    }

  const admin = await cookieOf(await newStaff('admin'))
  const tried: readonly (readonly [string, Posted, string])[] = [
    ['changePolicy', { ...change, policy: nowhere }, 'There is no such policy'],
    ['changePolicy', { ...change, policy: '1' }, 'There is no such policy'],
    ['changePolicy', { ...change, from: 'yesterday' }, 'Open the policy again'],
    ['changePolicy', { ...change, from: '2001-01-01T00:00:00Z' }, 'in the meantime'],
    ['placePolicy', { ...own, direction: 'up' }, 'The policy that closes the list stays last'],
    ['placePolicy', { policy: nowhere, direction: 'up' }, 'This policy is not in use any more'],
    ['placePolicy', { ...own, direction: 'sideways' }, 'Up or down'],
    ['takeOutPolicy', { ...own, agreed: 'retire' }, 'cannot be retired: every ticket needs one'],
  ]
  for (const [action, sent, message] of tried) {
    const answer = await post(action, sent, admin)
    expect([answer.done, broke(answer)], `${action} ${message}`).toEqual([false, false])
    expect(answer.text).toContain(message)
  }
  expect((await policyList(system)).find(({ fallback }) => fallback)).toMatchObject({
    name: everyone?.name,
    targets: everyone?.targets,
  })
  expect(await saved(name)).toEqual([])
})
