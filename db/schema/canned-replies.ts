import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { MacroAction } from '@/lib/canned/action'
import { instant, key, moment, reference } from './columns'
import { people } from './people'
import { teams } from './teams'

/** What agents write again and again, and what they do with it. */
export const cannedReplies = pgTable(
  'canned_replies',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    name: text('name').notNull(),
    /** One word, in small letters, that finds it at once. */
    shortcut: text('shortcut'),
    /** Markdown with placeholders. Empty: it only acts. */
    body: text('body').notNull(),
    /** In the order in which somebody reads them. */
    actions: jsonb('actions').$type<readonly MacroAction[]>().notNull().default([]),
    /** Whose alone it is. */
    ownerId: reference('owner_id').references(() => people.id),
    /** Whose members have it. Neither owner nor team: it is everyone's. */
    teamId: reference('team_id').references(() => teams.id),
    createdAt: instant('created_at').notNull().default(moment),
    changedAt: instant('changed_at').notNull().default(moment),
  },
  (t) => [
    check('canned_replies_name_length', sql`char_length(${t.name}) between 1 and 80`),
    check(
      'canned_replies_shortcut_shape',
      sql`${t.shortcut} = lower(${t.shortcut}) and ${t.shortcut} !~ '[[:space:]/]' and char_length(${t.shortcut}) between 1 and 30`,
    ),
    check('canned_replies_body_length', sql`char_length(${t.body}) <= 10000`),
    check('canned_replies_does_something', sql`${t.body} <> '' or ${t.actions} <> '[]'`),
    check('canned_replies_actions_list', sql`jsonb_typeof(${t.actions}) = 'array'`),
    check('canned_replies_one_scope', sql`num_nonnulls(${t.ownerId}, ${t.teamId}) <= 1`),
    uniqueIndex('canned_replies_shortcut').on(
      t.shortcut,
      sql`coalesce(${t.ownerId}, 0)`,
      sql`coalesce(${t.teamId}, 0)`,
    ),
  ],
)
