import { db, type Tx } from '@/db/client'
import { settings } from '@/db/schema'
import { type Settings, withDefaults } from './settings'

/** The settings in force; inside a transaction as that transaction sees them. */
export async function currentSettings(tx: Pick<Tx, 'select'> = db): Promise<Settings> {
  return withDefaults(await tx.select({ key: settings.key, value: settings.value }).from(settings))
}
