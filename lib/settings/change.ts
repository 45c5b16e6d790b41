import { sql } from 'drizzle-orm'
import { settings } from '@/db/schema'
import { Conflict, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { currentSettings } from './find'
import { type Settings, seen, settingsShape } from './settings'

/**
 * Changes some settings. Throws Refused with the name of the first that does not fit, and Conflict if they are no longer
 * as they were `seen`.
 */
export const changeSettings = (admin: Admin | System, changes: Partial<Settings>, saw?: string) =>
  inTransaction(async (tx) => {
    const read = settingsShape.partial().strict().safeParse(changes)
    if (!read.success) {
      const issue = read.error.issues[0]
      throw new Refused(`${String(issue?.path[0] ?? 'The setting')}: ${issue?.message ?? 'does not fit'}`)
    }
    // One writer at a time: a setting that was never changed has no row to lock. Readers go on.
    await tx.execute(sql`lock table ${settings} in share row exclusive mode`)
    const before = await currentSettings(tx)
    const keys = settingKeys(read.data)
    if (saw !== undefined && saw !== seen(before, keys))
      throw new Conflict(
        'Somebody else has changed these settings in the meantime. Reload the page to see how.',
      )
    for (const key of keys) {
      const [old, value] = [before[key], read.data[key]].map((each) => JSON.stringify(each))
      if (old === undefined || value === undefined || old === value) continue
      await tx
        .insert(settings)
        .values({ key, value: read.data[key] })
        .onConflictDoUpdate({
          target: settings.key,
          set: { value: read.data[key], changedAt: sql`moment()` },
        })
      await record(tx, admin, 'settings.changed', { audience: 'agents', change: { [key]: [old, value] } })
    }
  })

/** Object.keys says no more than `string`; the shape is strict, so there are no others. */
const settingKeys = (changes: Partial<Settings>) => Object.keys(changes) as (keyof Settings)[]
