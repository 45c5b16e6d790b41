import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { BulkAction } from '@/lib/bulk/action'
import { itemStates, mostTickets } from '@/lib/bulk/run'
import type { Before } from '@/lib/undo/standing'
import { instant, key, moment, reference } from './columns'
import { people } from './people'
import { tickets } from './tickets'

export const bulkItemState = pgEnum('bulk_item_state', itemStates)

/** One thing that an agent does to many tickets. */
export const bulkRuns = pgTable(
  'bulk_runs',
  {
    id: key(),
    agentId: reference('agent_id')
      .notNull()
      .references(() => people.id),
    /** Made by the page that asked for it, and the run's public name to its agent: sent twice, it is one run. */
    submission: uuid('submission').notNull(),
    action: jsonb('action').$type<BulkAction>().notNull(),
    total: integer('total').notNull(),
    createdAt: instant('created_at').notNull().default(moment),
    /** When its agent asked to take it back. */
    undoneAt: instant('undone_at'),
  },
  (t) => [
    check('bulk_runs_total', sql`${t.total} between 1 and ${sql.raw(String(mostTickets))}`),
    unique('bulk_runs_submission').on(t.agentId, t.submission),
    index('bulk_runs_agent').on(t.agentId, t.id),
    index('bulk_runs_created').on(t.createdAt),
  ],
)

/** What became of each ticket of a run. Who works takes the next row that is to be worked on: the row is the job. */
export const bulkItems = pgTable(
  'bulk_items',
  {
    id: key(),
    runId: reference('run_id')
      .notNull()
      .references(() => bulkRuns.id, { onDelete: 'cascade' }),
    /** As it was asked for: there may be no such ticket. */
    refid: text('refid').notNull(),
    ticketId: reference('ticket_id').references(() => tickets.id, { onDelete: 'set null' }),
    state: bulkItemState('state').notNull(),
    /** Why it was not changed, or not taken back, in words. */
    failure: text('failure'),
    /** How the ticket stood, of what the run changed. */
    before: jsonb('before').$type<Before>(),
    /** The last event of the ticket once it was changed: whatever comes after it, others have done. */
    eventId: reference('event_id'),
    /** When it was worked on last. */
    at: instant('at'),
  },
  (t) => [
    check('bulk_items_failure', sql`(${t.state} in ('failed', 'kept')) = (${t.failure} is not null)`),
    unique('bulk_items_once').on(t.runId, t.refid),
    index('bulk_items_state').on(t.runId, t.state, t.id),
    index('bulk_items_to_do').on(t.runId, t.id).where(sql`${t.state} in ('waiting', 'undoing')`),
    index('bulk_items_ticket').on(t.ticketId),
  ],
)
