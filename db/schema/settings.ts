import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, moment } from './columns'

/** What an admin has changed; everything else has its default in lib/settings. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
  changedAt: instant('changed_at').notNull().default(moment),
})
