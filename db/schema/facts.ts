import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import { factDimensions, factKinds, tallySpans } from '@/lib/analytics/fact'
import { instant, reference } from './columns'
import { calendarVersions } from './sla'
import { channel, priority } from './tickets'

export const factKind = pgEnum('fact_kind', factKinds)
export const factDimension = pgEnum('fact_dimension', factDimensions)
export const tallySpan = pgEnum('tally_span', tallySpans)

/**
 * What the reports count: the rows of the view `ticket_facts` (db/views.ts), which says what each is, as they were when
 * their tickets were last read. Written by lib/analytics alone: kept up by fold.ts, made anew by
 * rebuild.ts.
 */
export const facts = pgTable(
  'facts',
  {
    // Nothing here is a reference: it is copied from what is.
    ticketId: reference('ticket_id').notNull(),
    kind: factKind('kind').notNull(),
    at: instant('at').notNull(),
    /** Of the workspace's time zone. */
    day: date('day', { mode: 'string' }).notNull(),
    /** Of the week, from Monday midnight on: 0 to 167. */
    hour: smallint('hour').notNull(),
    agentId: reference('agent_id'),
    categoryId: reference('category_id'),
    teamId: reference('team_id'),
    channel: channel('channel').notNull(),
    priority: priority('priority').notNull(),
    /** Seconds that it took, or the score; null: nothing is measured. */
    amount: integer('amount'),
    /** The seconds of it in which the calendar of the ticket's SLA was open. */
    openAmount: integer('open_amount'),
    good: boolean('good'),
    /** Of a resolution: how often an agent had replied by then. */
    replies: smallint('replies'),
    /** Of a resolution: the day of the one before it. */
    previous: date('previous', { mode: 'string' }),
  },
  (t) => [
    index('facts_ticket').on(t.ticketId),
    // A share of a day's durations is found by their size, without reading the others. The migration puts into both of what
    // category they are, and both durations into the index by agent, which drizzle cannot say (`include`): the medians of
    // categories and agents are read from them alone.
    index('facts_amount').on(t.kind, t.day, t.amount),
    index('facts_open_amount').on(t.kind, t.day, t.openAmount).where(sql`${t.openAmount} is not null`),
    index('facts_agent').on(t.agentId, t.kind, t.day),
  ],
)

/** How many facts of a kind there are in a day, and in a month, along each dimension; what is none is not there. */
export const factTallies = pgTable(
  'fact_tallies',
  {
    span: tallySpan('span').notNull(),
    /** The day, or the first of the month. */
    starts: date('starts', { mode: 'string' }).notNull(),
    kind: factKind('kind').notNull(),
    dimension: factDimension('dimension').notNull(),
    /** What it means depends on the dimension (lib/analytics/fact.ts). */
    value: bigint('value', { mode: 'number' }).notNull(),
    n: integer('n').notNull(),
    good: integer('good').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    openAmount: bigint('open_amount', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.span, t.kind, t.dimension, t.starts, t.value] }),
    index('fact_tallies_none').on(t.starts).where(sql`${t.n} = 0`),
  ],
)

/** How far the event stream has been read into the facts. One row. */
export const factReading = pgTable(
  'fact_reading',
  {
    one: boolean('one').primaryKey().default(true),
    /** The events of the transactions that had ended in this snapshot are in the facts; null: none are. */
    seen: text('seen'),
    /** The time zone that cut the days. */
    timeZone: text('time_zone').notNull(),
  },
  (t) => [check('fact_reading_one', sql`${t.one}`)],
)

/**
 * When a version of a calendar is open, so that the database can count business time. Each year begins with a row, also
 * where it is closed then: that it has been written is known by it.
 */
export const calendarOpenings = pgTable(
  'calendar_openings',
  {
    versionId: reference('version_id')
      .notNull()
      .references(() => calendarVersions.id),
    opens: instant('opens').notNull(),
    closes: instant('closes').notNull(),
    /** Milliseconds that it was open in the years written, before it opens. */
    before: bigint('before', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.opens] })],
)
