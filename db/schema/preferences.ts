import { jsonb, pgTable } from 'drizzle-orm/pg-core'
import { reference } from './columns'
import { people } from './people'

/** How somebody of the staff likes to work; what is not there is as lib/preferences says. */
export const preferences = pgTable('preferences', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => people.id),
  value: jsonb('value').$type<Readonly<Record<string, unknown>>>().notNull().default({}),
})
