import { expect } from '@playwright/test'
import { db } from '@/db/client'
import { startBulk } from '@/lib/bulk/start'
import { allCategories } from '@/lib/categories/find'
import { at } from '@/lib/clock'
import { record } from '@/lib/events/record'
import { unreadNotifications } from '@/lib/notifications/find'
import { notify } from '@/lib/notifications/notify'
import { createPolicy } from '@/lib/sla/policies/create'
import { configCategory } from '@/lib/support'
import { assign } from '@/lib/tickets/assign'
import { file } from '@/lib/tickets/file'
import { ticketFor } from '@/lib/tickets/find'
import type { Agent } from '@/lib/viewer'
import { system } from '@/lib/viewer'
import { openConsole, takenDown } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn } from './sign-in'
import { test } from './story'

/** What an escalation of the worker leaves behind. */
const escalated = (agent: Agent, ticket: { readonly id: number }) =>
  db.transaction(async (tx) => {
    const event = await record(tx, system, 'sla.urgent_escalation', {
      ticket,
      audience: 'agents',
      change: { target: [null, 'first_response'] },
    })
    await notify(tx, { people: [agent.id] }, event)
  })

test('whom an escalation names sees it counted, follows it to the ticket, and has read it', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const [first, second] = [
    await takenDown(ana, maria, 'Nobody answers'),
    await takenDown(ana, maria, 'Nor here'),
  ]
  for (const ticket of [first, second]) await escalated(ana, ticket)

  await openConsole(page, ana, '/console/tickets')
  const row = page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Notifications' })
  await expect(row).toContainText('2')
  await row.click()
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Nobody answers' })).toContainText(
    'Escalated: urgent escalation, first response',
  )
  await page.getByRole('link', { name: 'Nobody answers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody answers')
  await expect(row).toContainText('1')

  await row.click()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0)
  await expect(page.getByText('Unread:')).toHaveCount(0)
  await expect(row).toHaveText('Notifications')
})

test('the keys of a list walk through the news, and back from a ticket lead there again', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer('Maria Told')]
  for (const subject of ['Told first', 'Told last'])
    await escalated(ana, await takenDown(ana, maria, subject))
  await openConsole(page, ana, '/console/notifications')
  const [last, first] = [
    page.getByRole('link', { name: 'Told last' }),
    page.getByRole('link', { name: 'Told first' }),
  ]
  await page.keyboard.press('j')
  await expect(last).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(first).toBeFocused()
  await page.keyboard.press('k')
  await expect(last).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Told first')
  await page.keyboard.press('u')
  await expect(title).toHaveText('Notifications')
  await expect(first).toBeFocused()
  await page.keyboard.press('o')
  await expect(title).toHaveText('Told first')
  await page.getByRole('main').getByRole('link', { name: 'Notifications', exact: true }).click()
  await expect(title).toHaveText('Notifications')
  await expect(page).toHaveURL(/\/console\/notifications$/)
})

test('whoever is given tickets hears of it at once, and of many at once', async ({ page }) => {
  const [ana, ben, maria] = [await newAgent('Ana Giving'), await newAgent('Ben Given'), await newCustomer()]
  const tickets = [
    await takenDown(ana, maria, 'Given alone'),
    await takenDown(ana, maria, 'Given with others'),
    await takenDown(ana, maria, 'Given along'),
  ]
  await openConsole(page, ben, '/console/tickets?assignee=me')
  const row = page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Notifications' })
  await expect(row).toHaveText('Notifications')
  const [alone, ...others] = tickets.map(({ refid }) => refid)
  await assign(ana, await ticketFor(ana, alone ?? ''), ben)
  await expect(row).toContainText('1')
  await startBulk(ana, {
    submission: crypto.randomUUID(),
    wish: { kind: 'assign', to: ben.email },
    which: others,
  })
  await expect(row).toContainText('2')
  await row.click()
  const told = (subject: string) => page.getByRole('listitem').filter({ hasText: subject })
  await expect(told('Given alone')).toContainText('Ana Giving assigned the ticket to you')
  await expect(told('Given with others')).toContainText('assigned the ticket to you, with 1 other')
  await expect(told('Given along')).toHaveCount(0)
})

test('the worker tells whom a step names, with the deadline, and a customer learns nothing of it', async ({
  page,
}) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const { id } = await configCategory().name(`Alarms ${crypto.randomUUID()}`).create()
  const [category] = (await allCategories()).filter((one) => one.id === id)
  await createPolicy(system, {
    name: `Alarms ${crypto.randomUUID()}`,
    conditions: { categories: [category?.slug ?? ''] },
    targets: { low: { first_response: 3600 }, medium: {}, high: {}, urgent: {} },
    calendar: null,
    pausing: [],
    steps: [
      {
        key: 'alarm_call',
        target: 'first_response',
        priorities: ['low'],
        when: { minutes: 0 },
        actions: [{ do: 'notify', people: [ana.email] }],
      },
    ],
  })
  const alarm = { subject: 'All screens are dark', description: 'Help', channel: 'portal' } as const
  await at(new Date(Date.now() - 65 * 60_000), () =>
    file(maria, maria, { ...alarm, priority: 'low', category: category?.slug }),
  )
  await expect.poll(() => unreadNotifications(ana)).toBe(1)

  await openConsole(page, ana, '/console/notifications')
  const told = page.getByRole('listitem').filter({ hasText: alarm.subject })
  await expect(told).toContainText(/Unread: .*alarm call, first response.* · was due .*\d\d:\d\d/)
  await told.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(alarm.subject)
  await expect.poll(() => unreadNotifications(ana)).toBe(0)

  await page.context().clearCookies()
  await comeIn(page, maria.email)
  expect((await page.goto('/console/notifications'))?.status()).toBe(404)
})
