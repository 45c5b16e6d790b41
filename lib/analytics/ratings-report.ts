import { sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { countsAlong, countsOfBoth, narrowedTo, within } from './counts'
import { ofOneMoment, read } from './one-moment'
import { bucketsOf, type Grain, grainOf, type Period } from './period'
import type { Scope } from './scope'
import { type Ratings, ratingsOf, sumOf } from './totals'

/** What a customer said of a ticket. */
export interface Comment {
  readonly refid: string
  readonly subject: string
  readonly score: number
  readonly comment: string
  readonly customer: string
  readonly agent: string | null
  readonly at: Date
}

export interface RatingsReport {
  readonly grain: Grain
  readonly ratings: Ratings
  /** Of the period before; null: it is compared with nothing. */
  readonly before: Ratings | null
  readonly buckets: readonly { readonly period: Period; readonly ratings: Ratings }[]
  /** How many gave 1, 2, 3, 4 and 5. */
  readonly scores: readonly number[]
  /** The latest with words, of the period. */
  readonly comments: readonly Comment[]
}

const mostComments = 50

/** What customers thought of what was resolved. Read it when the facts are fresh (fresh.ts). */
export const ratingsReport = ofOneMoment(async (scope: Scope): Promise<RatingsReport> => {
  const { period, before } = scope
  const [days, scores, comments] = await Promise.all([
    countsOfBoth(scope, ['rated']),
    countsAlong(scope, period, 'score', ['rated']),
    commentsOf(scope),
  ])
  const of = (one: Period) => ratingsOf(sumOf(days, 'rated', one))
  return {
    grain: grainOf(period),
    ratings: of(period),
    before: before && of(before),
    buckets: bucketsOf(period).map((one) => ({ period: one, ratings: of(one) })),
    scores: [1, 2, 3, 4, 5].map((score) => scores.find(({ value }) => value === score)?.n ?? 0),
    comments,
  }
})

async function commentsOf(scope: Scope): Promise<readonly Comment[]> {
  const rows = await read<{ [Name in keyof Comment]: Comment[Name] } & { at: string }>(sql`
    select t.refid, t.subject, r.score, r.comment, c.name as customer, a.name as agent, r.rated_at as at
    from (select ticket_id from facts where kind = 'rated' and (${within(sql`day`, [scope.period])}) and ${narrowedTo(scope)}) f
    join ratings r on r.ticket_id = f.ticket_id and r.comment <> ''
    join tickets t on t.id = r.ticket_id
    join people c on c.id = t.requester_id
    left join people a on a.id = r.agent_id
    order by r.rated_at desc, t.id desc limit ${mostComments} ${plannedForItsValues}`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
