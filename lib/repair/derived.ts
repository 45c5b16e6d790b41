import { type SQL, sql } from 'drizzle-orm'
import { on } from './on'
import { damages, type Rule } from './rule'

interface Derivation {
  readonly name: string
  /** Of `tickets`. */
  readonly column: string
  /** What the column has to hold, as told by the rest of ticket `t`. */
  readonly expected: SQL
  /** The tickets to which the rule applies; all, where it is not said. */
  readonly where?: SQL
  /** `exactly`, or at least `not earlier`. */
  readonly match?: 'exactly' | 'not earlier'
}

/**
 * A moment of a ticket that other rows tell as well: where the two differ, those rows are right. Compared to the
 * millisecond, because some of the moments have passed through JavaScript.
 */
export function derived({ name, column, expected, where = sql`true`, match = 'exactly' }: Derivation): Rule {
  const held = sql`date_trunc('milliseconds', t.${sql.identifier(column)})`
  const told = sql`date_trunc('milliseconds', e.expected)`
  const wrong = match === 'exactly' ? sql`${held} is distinct from ${told}` : sql`${held} < ${told}`
  return {
    name,
    find: (reader, ticketId) =>
      damages(
        reader,
        sql`
          select t.id as "ticketId", t.refid, null as row,
            ${`${column} is `} || ${written(held)} || ', should be ' || ${written(told)} as what
          from tickets t cross join lateral (select ${expected} as expected) e
          where (${where}) and ${wrong} and ${on(ticketId)}
          order by t.id`,
      ),
    mend: (tx, { ticketId }) =>
      tx.execute(sql`
        update tickets set ${sql.identifier(column)} = (select ${expected} from tickets t where t.id = ${ticketId})
        where id = ${ticketId}`),
  }
}

const written = (moment: SQL) =>
  sql`coalesce(to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'empty')`
