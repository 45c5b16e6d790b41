import { expect, test } from '@playwright/test'
import { db } from '@/db/client'
import { record } from '@/lib/events/record'
import { notify } from '@/lib/notifications/notify'
import type { Agent } from '@/lib/viewer'
import { system } from '@/lib/viewer'
import { openConsole, takenDown } from './console'
import { newAgent, newCustomer } from './customer'

/** What an escalation of the worker leaves behind. */
const escalated = (agent: Agent, ticket: { readonly id: number }) =>
  db.transaction(async (tx) => {
    const event = await record(tx, system, 'sla.urgent_escalation', {
      ticket,
      audience: 'agents',
      change: { target: [null, 'first_response'] },
    })
    await notify(tx, [agent.id], event)
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
    'escalated: urgent escalation, first response',
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
