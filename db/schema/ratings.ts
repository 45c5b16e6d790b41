import { sql } from 'drizzle-orm'
import { check, index, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { instant, moment, reference } from './columns'
import { people } from './people'
import { tickets } from './tickets'

export const ratings = pgTable(
  'ratings',
  {
    ticketId: reference('ticket_id')
      .primaryKey()
      .references(() => tickets.id),
    score: smallint('score').notNull(),
    comment: text('comment').notNull().default(''),
    /** Who had the ticket when it was resolved; null: nobody. */
    agentId: reference('agent_id').references(() => people.id),
    ratedAt: instant('rated_at').notNull().default(moment),
    changedAt: instant('changed_at').notNull().default(moment),
  },
  (t) => [
    check('ratings_score_range', sql`${t.score} between 1 and 5`),
    index('ratings_agent').on(t.agentId, t.ratedAt),
  ],
)
