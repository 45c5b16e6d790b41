import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { slaClocks } from '@/db/schema'
import { createCategory } from '@/lib/categories/create'
import { createPolicy } from '@/lib/sla/policies/create'
import type { NewPolicy } from '@/lib/sla/policies/shape'
import { customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { priorities } from '@/lib/tickets/ticket'
import { system } from '@/lib/viewer'
import { filingChoices } from './find'

const policy = (name: string, conditions: NewPolicy['conditions'], hours: number): NewPolicy => ({
  name,
  conditions,
  targets: {
    low: {},
    medium: { resolution: hours * 3600 },
    high: { resolution: hours * 3600 },
    urgent: { resolution: hours * 3600 },
  },
  calendar: null,
  pausing: ['pending'],
  steps: [],
})

test('what the form says is promised is what a request without a category gets', async () => {
  await createCategory(system, { name: 'Billing' })
  await createPolicy(system, policy('By mail', { channels: ['email'] }, 1))
  await createPolicy(system, policy('Billing', { categories: ['billing'] }, 2))
  await createPolicy(system, policy('High', { priorities: ['high'], channels: ['portal'] }, 3))
  await createPolicy(system, policy('Portal', { channels: ['portal'], priorities: ['low', 'medium'] }, 4))
  const carla = await customer()
  const { aims } = await filingChoices(carla)
  expect(aims.map(({ priority }) => priority).toSorted()).toEqual([...priorities].toSorted())
  for (const priority of priorities) {
    const filed = await file(carla, carla, {
      subject: 'It broke',
      description: 'Help',
      channel: 'portal',
      priority,
    })
    const [clock] = await db.select().from(slaClocks).where(eq(slaClocks.ticketId, filed.id))
    expect(aims.find((aim) => aim.priority === priority)?.resolution).toBe(clock?.seconds ?? null)
  }
  expect(aims.find(({ priority }) => priority === 'high')?.resolution).toBe(3 * 3600)
})
