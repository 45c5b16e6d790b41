'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { adminAction } from '@/lib/action'
import { changeSettings } from '@/lib/settings/change'
import type { Settings } from '@/lib/settings/settings'
import { line, typed } from '@/lib/text'
import { priorities } from '@/lib/tickets/ticket'
import { timeZone } from '@/lib/time-zone'
import type { Admin } from '@/lib/viewer'

const from = z.string()

export const changeWorkspace = adminAction(
  z.object({ workspaceName: line('Name', 80), timeZone, from }),
  (admin, { from, ...changes }) => save(admin, from, changes),
)

export const changeDefaultPriority = adminAction(
  z.object({ defaultPriority: z.enum(priorities), from }),
  (admin, { from, ...changes }) => save(admin, from, changes),
)

const days = typed(
  z.coerce
    .number('Enter a number of days')
    .int('Enter whole days')
    .min(0, 'Enter 0 days or more')
    .max(3650, 'At most ten years, 3,650 days'),
)

export const changeLifeCycle = adminAction(
  z.object({ autoCloseDays: days, reopenGraceDays: days, ratingChangeDays: days, from }),
  (admin, { from, ...changes }) => save(admin, from, changes),
)

const count = typed(
  z.coerce
    .number('Enter a number')
    .int('Enter a whole number')
    .min(1, 'Enter at least 1')
    .max(10_000, 'At most 10,000'),
)

export const changeRateLimit = adminAction(
  z.object({
    enabled: z.enum(['yes', 'no'], 'Choose one').transform((word) => word === 'yes'),
    ticketsPerHour: count,
    repliesPerMinute: count,
    from,
  }),
  (admin, { from, ...rateLimit }) => save(admin, from, { rateLimit }),
)

async function save(admin: Admin, from: string, changes: Partial<Settings>) {
  await changeSettings(admin, changes, from)
  revalidatePath('/', 'layout')
  return 'Saved.'
}
