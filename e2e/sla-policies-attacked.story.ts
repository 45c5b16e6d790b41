import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
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
import { visit } from './console'
import { cookieOf } from './sign-in'
import { enterAs } from './staff'
import { test } from './story'
import { actionBody } from './surface'
import { newCustomer, newStaff } from './threats/people'
import { act, broke } from './threats/wire'

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
    await visit(each, `/admin/sla/${made.uid}`)
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
  await visit(page, '/admin/sla/new')
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
