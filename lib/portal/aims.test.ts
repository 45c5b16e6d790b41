import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { slaClocks } from '@/db/schema'
import { createCategory } from '@/lib/categories/create'
import { at } from '@/lib/clock'
import { createCalendar } from '@/lib/sla/calendars/create'
import { createPolicy } from '@/lib/sla/policies/create'
import type { NewPolicy } from '@/lib/sla/policies/shape'
import { always, march, office } from '@/lib/sla/testing'
import { customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { priorities } from '@/lib/tickets/ticket'
import { type Customer, system } from '@/lib/viewer'
import { filingChoices } from './find'
import { aimOf } from './promise'
import { impacts, priorityOf } from './words'

const policy = (name: string, conditions: NewPolicy['conditions'], hours: number): NewPolicy => ({
  name,
  conditions,
  targets: { ...always({ resolution: hours * 3600 }), low: {} },
  calendar: null,
  pausing: ['pending'],
  steps: [],
})

const filedIn = (requester: Customer, category: string | null, priority: (typeof priorities)[number]) =>
  file(requester, requester, {
    subject: 'It broke',
    description: 'Help',
    channel: 'portal',
    priority,
    ...(category && { category }),
  })

test('business hours that the form tells are those of the calendar, which stands still at night and on holidays', async () => {
  const { uid } = await createCalendar(system, {
    name: 'Office',
    hours: { ...office, days: [{ date: '2026-03-03', name: 'A holiday' }] },
  })
  await createCategory(system, { name: 'Phones' })
  await createPolicy(system, {
    ...policy('Phones', { categories: ['phones'] }, 0),
    targets: always({ first_response: 4 * 3600 }),
    calendar: uid,
  })
  const carla = await customer()
  const { aims } = await filingChoices(carla)
  for (const impact of impacts) {
    expect(aimOf(impact, 'phones', aims)).toBe('We aim to answer within 4 business hours')
    const filed = await at(march(2, '16:00'), () => filedIn(carla, 'phones', priorityOf[impact]))
    const [clock] = await db
      .select()
      .from(slaClocks)
      .where(and(eq(slaClocks.ticketId, filed.id), eq(slaClocks.target, 'first_response')))
    expect(clock?.dueAt).toEqual(march(4, '12:00'))
  }
})

test('what the form says is promised is what a request gets, in each category and in none', async () => {
  await createCategory(system, { name: 'Billing' })
  await createCategory(system, { name: 'Printing' })
  await createPolicy(system, policy('By mail', { channels: ['email'] }, 1))
  await createPolicy(system, policy('Billing', { categories: ['billing'], priorities: ['medium', 'low'] }, 2))
  await createPolicy(system, policy('High', { priorities: ['high'], channels: ['portal'] }, 3))
  await createPolicy(system, policy('Portal', { channels: ['portal'], priorities: ['low', 'medium'] }, 4))
  const { aims } = await filingChoices(await customer())
  for (const category of [null, 'billing', 'printing']) {
    const carla = await customer()
    const told = aims.filter((aim) => aim.category === category)
    expect(told.map(({ priority }) => priority).toSorted()).toEqual([...priorities].toSorted())
    for (const { priority, resolution } of told) {
      const filed = await filedIn(carla, category, priority)
      const [clock] = await db.select().from(slaClocks).where(eq(slaClocks.ticketId, filed.id))
      expect(resolution).toBe(clock?.seconds ?? null)
    }
  }
  const medium = (category: string) =>
    aims.find((aim) => aim.category === category && aim.priority === 'medium')?.resolution
  expect([medium('billing'), medium('printing')]).toEqual([2 * 3600, 4 * 3600])
})
