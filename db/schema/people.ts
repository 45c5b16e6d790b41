import { sql } from 'drizzle-orm'
import { boolean, check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { citext, instant, key, moment, reference } from './columns'
import { organizations } from './organizations'

export const role = pgEnum('role', ['customer', 'agent', 'supervisor', 'admin'])

export const people = pgTable(
  'people',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    email: citext('email').notNull().unique(),
    name: text('name').notNull(),
    role: role('role').notNull(),
    /** argon2id, encoded; null: this person cannot sign in by password. */
    passwordHash: text('password_hash'),
    timeZone: text('time_zone').notNull().default('UTC'),
    /** Whom a customer works for. */
    organizationId: reference('organization_id').references(() => organizations.id),
    createdAt: instant('created_at').notNull().default(moment),
    deactivatedAt: instant('deactivated_at'),
    /** Since when somebody of the staff gets no new tickets; null: they are there. */
    awaySince: instant('away_since'),
  },
  (t) => [
    check('people_email_shape', sql`${t.email} ~ '^[^@[:space:]]+@[^@[:space:]]+$'`),
    check('people_name_length', sql`char_length(${t.name}) between 1 and 200`),
    index('people_organization').on(t.organizationId).where(sql`${t.organizationId} is not null`),
    index('people_alphabetical').on(sql`${t.name} collate "und-x-icu"`, t.id),
    // With slips of the keyboard, without accents, and in the middle of a word.
    index('people_customer_name')
      .using('gin', sql`unaccented(${t.name}) gin_trgm_ops`)
      .where(sql`${t.role} = 'customer'`),
    index('people_customer_email')
      .using('gin', sql`(${t.email}::text) gin_trgm_ops`)
      .where(sql`${t.role} = 'customer'`),
    index('people_staff').on(t.name).where(sql`${t.role} <> 'customer'`),
  ],
)

/** One signed-in browser. The identifier is the SHA-256 of the secret in the signed token. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    seenAt: instant('seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    address: text('address'),
    userAgent: text('user_agent'),
  },
  (t) => [index('sessions_person').on(t.personId)],
)

export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    id: key(),
    account: citext('account').notNull(),
    address: text('address').notNull(),
    succeeded: boolean('succeeded').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    index('sign_in_attempts_account').on(t.account, t.at),
    index('sign_in_attempts_address').on(t.address, t.at),
    index('sign_in_attempts_at').on(t.at),
  ],
)
