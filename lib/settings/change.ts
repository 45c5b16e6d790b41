import { settings } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { currentSettings } from './find'
import { type Settings, settingsShape } from './settings'

/** Changes some settings. Throws Refused with the name of the first that does not fit. */
export const changeSettings = (admin: Admin | System, changes: Partial<Settings>) =>
  inTransaction(async (tx) => {
    const read = settingsShape.partial().strict().safeParse(changes)
    if (!read.success) {
      const issue = read.error.issues[0]
      throw new Refused(`${String(issue?.path[0] ?? 'The setting')}: ${issue?.message ?? 'does not fit'}`)
    }
    const before = await currentSettings(tx)
    for (const [key, value] of Object.entries(read.data)) {
      await tx
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } })
      const old = before[key as keyof Settings]
      await record(tx, admin, 'settings.changed', {
        audience: 'agents',
        change: { [key]: [JSON.stringify(old), JSON.stringify(value)] },
      })
    }
  })
