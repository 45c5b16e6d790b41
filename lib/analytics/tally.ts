import { type SQL, sql } from 'drizzle-orm'
import type { FactDimension } from './fact'

/** Durations whose logarithms are so near to each other are of one class: it is 1.6 % wide, so a percentile is in a small one. */
const classesPerE = 64

/** The class of size of a duration in seconds. It rises with the duration. */
export const sizeClass = (amount: SQL) =>
  sql`floor(ln(${amount} + 1) * ${sql.raw(String(classesPerE))})::integer`

/** Seconds between which all durations of a class are, and some others beside them. */
export const sizesAround = (size: number) => ({
  least: Math.floor(Math.exp(size / classesPerE)) - 2,
  most: Math.ceil(Math.exp((size + 1) / classesPerE)) + 1,
})

const measured = (amount: SQL, only: SQL) => sql`case when ${only} then ${sizeClass(amount)} end`
const duration = sql`kind not in ('rated') and amount is not null`

/** What a fact is along each dimension; null: it is not counted there. */
export const valueAlong: Readonly<Record<FactDimension, SQL>> = {
  all: sql`0`,
  category: sql`coalesce(category_id, 0)`,
  team: sql`coalesce(team_id, 0)`,
  agent: sql`coalesce(agent_id, 0)`,
  channel: sql`array_position(enum_range(null::channel), channel) - 1`,
  priority: sql`array_position(enum_range(null::priority), priority) - 1`,
  hour: sql`case when kind = 'created' then hour end`,
  amount: measured(sql`amount`, duration),
  open_amount: measured(sql`open_amount`, duration),
  score: sql`case when kind = 'rated' then amount end`,
  replies: sql`case when kind = 'resolved' and good then replies end`,
  previous: sql`case when kind = 'resolved' then coalesce(previous - date '2000-01-01', 0) end`,
}

/** The sums of a tally over facts; each counts `times` (a fact that is gone, -1). */
export const sums = (times: SQL) => sql`
  sum(${times})::integer as n, sum(${times} * coalesce(good, false)::integer)::integer as good,
  sum(${times} * coalesce(amount, 0))::bigint as amount, sum(${times} * coalesce(open_amount, 0))::bigint as open_amount`
