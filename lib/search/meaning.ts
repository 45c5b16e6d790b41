import { type SQL, sql } from 'drizzle-orm'
import { db, plannedForItsValues } from '@/db/client'
import type { Agent } from '@/lib/viewer'
import { conditionOf, isNone, keysOf } from './conditions'
import { asksForSpam } from './narrow'
import type { Ask, SearchQuery } from './query'

/** What a query means in this database. */
export interface Meaning {
  /** A tsquery for each word or phrase that must be there. Filler words (“the”) mean nothing and are left out. */
  readonly wanted: readonly string[]
  readonly unwanted: readonly string[]
  /** What the operators ask of a row of `tickets`. */
  readonly conditions: readonly SQL[]
  /** Whether spam is asked for: else there is none among the tickets. */
  readonly spam: boolean
  /** Operators whose names nobody and nothing bears. */
  readonly unknown: readonly Ask[]
}

/** Names become keys and words become stems, in one statement. */
export async function meaningOf(agent: Agent, { words, asks }: SearchQuery, now: Date): Promise<Meaning> {
  const texts = words.map(({ text, phrase }) => ({ text, phrase }))
  const keys = asks.map((ask) => keysOf(agent, ask))
  const [row] = await db.execute<{ stems: string[]; keys: (number[] | null)[] }>(sql`
    ${keys.some(Boolean) ? plannedForItsValues : sql``} select
      array(select (case when phrase then phraseto_tsquery('english', text) else plainto_tsquery('english', text) end)::text
        from rows from (jsonb_to_recordset(${JSON.stringify(texts)}::text::jsonb) as (text text, phrase boolean))
          with ordinality order by ordinality) as stems,
      json_build_array(${sql.join(
        keys.map((found) => found ?? sql`null`),
        sql`, `,
      )}) as keys`)
  const stems = words.map(({ not }, place) => ({ not, stem: row?.stems[place] ?? '' }))
  const meaningful = (not: boolean) => [
    ...new Set(stems.flatMap((one) => (one.stem !== '' && one.not === not ? [one.stem] : []))),
  ]
  return {
    wanted: meaningful(false),
    unwanted: meaningful(true),
    conditions: asks.map((ask, place) => conditionOf(agent, ask, row?.keys[place] ?? [], now)),
    spam: asks.some(asksForSpam),
    unknown: asks.filter((ask, place) => row?.keys[place]?.length === 0 && !ask.any.some(isNone)),
  }
}
