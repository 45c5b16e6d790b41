import { type SQL, sql } from 'drizzle-orm'
import { channels, priorities } from '@/lib/tickets/ticket'
import type { FactDimension, FactKind } from './fact'

/**
 * Durations whose logarithms are near to each other are of one class of size. `fine` ones are 1.6 % wide, `coarse` ones 6 %: of a
 * few weeks there are fewer durations to read in a class than classes to add up, of months it is the other way round.
 */
const classesPerE = { fine: 64, coarse: 16 } as const
export type Classes = keyof typeof classesPerE

/** The class of size of a duration in seconds. It rises with the duration. */
export const sizeClass = (amount: SQL, classes: Classes) =>
  sql`floor(ln(${amount} + 1) * ${sql.raw(String(classesPerE[classes]))})::integer`

/** Seconds between which all durations of a class are, and some others beside them. */
export const sizesAround = (size: number, classes: Classes) => ({
  least: Math.floor(Math.exp(size / classesPerE[classes])) - 2,
  most: Math.ceil(Math.exp((size + 1) / classesPerE[classes])) + 1,
})

const measured = (amount: SQL, classes: Classes) =>
  sql`case when kind <> 'rated' and ${amount} is not null then ${sizeClass(amount, classes)} end`

/** Written out: for each of millions of facts the database would look through its list of words. */
const placeIn = (words: readonly string[], column: SQL) =>
  sql`case ${column} ${sql.raw(words.map((word, place) => `when '${word}' then ${place}`).join(' '))} end`

/** Dimensions of one kind of facts alone. */
export const kindAlong: Readonly<Partial<Record<FactDimension, FactKind>>> = {
  hour: 'created',
  score: 'rated',
  replies: 'resolved',
  previous: 'resolved',
}

const ofKind = (name: FactDimension, value: SQL) =>
  sql`case when kind = ${sql.raw(`'${kindAlong[name]}'`)} then ${value} end`

/** What a fact is along each dimension; null: it is not counted there. */
export const valueAlong: Readonly<Record<FactDimension, SQL>> = {
  all: sql`0`,
  category: sql`coalesce(category_id, 0)`,
  team: sql`coalesce(team_id, 0)`,
  agent: sql`coalesce(agent_id, 0)`,
  channel: placeIn(channels, sql`channel`),
  priority: placeIn(priorities, sql`priority`),
  hour: ofKind('hour', sql`hour`),
  amount: measured(sql`amount`, 'fine'),
  open_amount: measured(sql`open_amount`, 'fine'),
  amount_coarse: measured(sql`amount`, 'coarse'),
  open_amount_coarse: measured(sql`open_amount`, 'coarse'),
  score: ofKind('score', sql`amount`),
  replies: ofKind('replies', sql`case when good then replies end`),
  previous: ofKind('previous', sql`coalesce(previous - date '2000-01-01', 0)`),
}

const coarser = sql`value / ${sql.raw(String(classesPerE.fine / classesPerE.coarse))}`

/** Dimensions whose tallies are those along another one, added up by what its value means here. */
export const addedUp: readonly {
  readonly name: FactDimension
  readonly from: FactDimension
  readonly value: SQL
}[] = [
  { name: 'all', from: 'priority', value: sql`0` },
  { name: 'amount_coarse', from: 'amount', value: coarser },
  { name: 'open_amount_coarse', from: 'open_amount', value: coarser },
]

/** The sums of a tally over facts; each counts `times` (a fact that is gone, -1). */
export const sums = (times: SQL) => sql`
  sum(${times})::integer as n, sum(${times} * coalesce(good, false)::integer)::integer as good,
  sum(${times} * coalesce(amount, 0))::bigint as amount, sum(${times} * coalesce(open_amount, 0))::bigint as open_amount`
