import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { categories } from './categories'
import { instant, key, moment, reference, tsvector } from './columns'
import { people } from './people'
import { slaTarget } from './sla-target'
import { spanBits } from './spans'
import { teams } from './teams'

export const status = pgEnum('status', ['open', 'pending', 'on_hold', 'resolved', 'closed'])
/** In rising order, which is also how the database sorts them. */
export const priority = pgEnum('priority', ['low', 'medium', 'high', 'urgent'])
export const channel = pgEnum('channel', ['portal', 'email', 'api', 'agent', 'widget'])

export const tickets = pgTable(
  'tickets',
  {
    id: key(),
    refid: text('refid').notNull().unique(),
    requesterId: reference('requester_id')
      .notNull()
      .references(() => people.id),
    categoryId: reference('category_id').references(() => categories.id),
    assigneeId: reference('assignee_id').references(() => people.id),
    /** The team that answers for it, whoever of it has it. */
    teamId: reference('team_id').references(() => teams.id),
    subject: text('subject').notNull(),
    status: status('status').notNull(),
    priority: priority('priority').notNull(),
    channel: channel('channel').notNull(),
    metadata: jsonb('metadata').$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    /** Made by the form that filed it: a second submission of the same form finds the first ticket. */
    submission: uuid('submission'),
    createdAt: instant('created_at').notNull().default(moment),
    /** Moved by whatever agents can see. */
    updatedAt: instant('updated_at').notNull().default(moment),
    /** Moved only by what the customer can see. */
    publicUpdatedAt: instant('public_updated_at').notNull().default(moment),
    /** The oldest customer message that nobody has answered; null: nothing waits for us. */
    waitingSince: instant('waiting_since'),
    firstAnsweredAt: instant('first_answered_at'),
    resolvedAt: instant('resolved_at'),
    /** Who had it when it was resolved: the one whom a rating is for. */
    solverId: reference('solver_id').references(() => people.id),
    closedAt: instant('closed_at'),
    closedById: reference('closed_by_id').references(() => people.id),
    /** The closed ticket that this one continues. */
    followsId: reference('follows_id').references((): AnyPgColumn => tickets.id),
    /** Since when it is held for spam: in no queue, no count and no number. */
    spamAt: instant('spam_at'),
    spamById: reference('spam_by_id').references(() => people.id),
    /** Where its messages went. */
    mergedIntoId: reference('merged_into_id').references((): AnyPgColumn => tickets.id),
    // Of the running clocks (lib/sla/derived), kept by lib/sla alone.
    /** The next deadline; null: none, or all stand still. */
    slaDueAt: instant('sla_due_at'),
    /** What is due then. */
    slaTarget: slaTarget('sla_target'),
    slaStartedAt: instant('sla_started_at'),
    slaRiskAt: instant('sla_risk_at'),
    slaPausedAt: instant('sla_paused_at'),
    search: tsvector('search').generatedAlwaysAs((): SQL => sql`to_tsvector('english', ${tickets.subject})`),
  },
  (t) => [
    check('tickets_refid_shape', sql`${t.refid} ~ '^SUP-[0-9A-HJKMNP-TV-Z]{8}$'`),
    check('tickets_subject_length', sql`char_length(${t.subject}) between 1 and 200`),
    check(
      'tickets_resolved_moment',
      sql`(${t.status} in ('resolved', 'closed')) = (${t.resolvedAt} is not null)`,
    ),
    check('tickets_closed_moment', sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
    check('tickets_spam_by', sql`(${t.spamAt} is null) = (${t.spamById} is null)`),
    check(
      'tickets_merged_closed',
      sql`${t.mergedIntoId} is null or (${t.status} = 'closed' and ${t.mergedIntoId} <> ${t.id} and ${t.spamAt} is null)`,
    ),
    unique('tickets_submission').on(t.requesterId, t.submission),
    index('tickets_updated').on(t.updatedAt, t.id),
    index('tickets_created').on(t.createdAt, t.id),
    index('tickets_live_updated')
      .on(t.updatedAt, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold')`),
    // With what is resolved: it is a queue, too, and what is closed would be in the way of its other orders.
    index('tickets_unclosed_created')
      .on(t.createdAt, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold', 'resolved')`),
    index('tickets_live_waiting')
      .on(sql`coalesce(${t.waitingSince}, 'infinity'::timestamptz)`, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold')`),
    // With the moment of risk: few of the many deadlines that are to come are at risk.
    index('tickets_live_due')
      .on(sql`coalesce(${t.slaDueAt}, 'infinity'::timestamptz)`, t.id, t.slaRiskAt)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold')`),
    index('tickets_unclosed_subject')
      .on(sql`left(${t.subject}, 60) collate "und-x-icu"`, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold', 'resolved')`),
    // Of what many tickets share, the latest first: a queue goes through one after the other.
    index('tickets_status').on(t.status, t.updatedAt, t.id),
    index('tickets_live_priority')
      .on(t.priority, t.updatedAt, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold')`),
    // Beside these, the migration puts into it what the board of this moment counts, which drizzle cannot say (`include`): all
    // that is live is counted without a look at the tickets.
    index('tickets_live_assignee')
      .on(t.assigneeId, t.updatedAt, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold') and ${t.spamAt} is null`),
    // That a column is empty gives the database no order to go through. What one agent has is few enough to be sorted.
    index('tickets_live_unassigned')
      .on(sql`coalesce(${t.waitingSince}, 'infinity'::timestamptz)`, t.id)
      .where(
        sql`${t.status} in ('open', 'pending', 'on_hold') and ${t.assigneeId} is null and ${t.spamAt} is null`,
      ),
    index('tickets_live_category')
      .on(t.categoryId, t.updatedAt, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold')`),
    index('tickets_unclosed_requester')
      .on(t.requesterId, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold', 'resolved')`),
    index('tickets_assignee').on(t.assigneeId, t.status, t.updatedAt, t.id),
    index('tickets_live_team')
      .on(t.teamId, t.updatedAt, t.id)
      .where(sql`${t.status} in ('open', 'pending', 'on_hold')`),
    index('tickets_requester').on(t.requesterId, t.createdAt, t.id),
    index('tickets_category').on(t.categoryId, t.updatedAt, t.id),
    index('tickets_resolved').on(t.resolvedAt).where(sql`${t.status} = 'resolved'`),
    index('tickets_spam').on(t.updatedAt, t.id).where(sql`${t.spamAt} is not null`),
    index('tickets_follows').on(t.followsId).where(sql`${t.followsId} is not null`),
    index('tickets_merged').on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    index('tickets_search')
      .using('gin', sql`(${t.id} >> ${sql.raw(String(spanBits.tickets))})`, t.search)
      .with({ fastupdate: false }),
  ],
)
