import { type SQL, sql } from 'drizzle-orm'
import { readWithin } from '@/db/read-within'
import { anywhere } from '@/lib/like'
import { nameLike } from '@/lib/name-like'
import { patience } from '@/lib/patience'
import { countedLive } from '@/lib/tickets/counted'
import type { Agent } from '@/lib/viewer'

/** A customer whose name or address matches. */
export interface FoundCustomer {
  readonly id: number
  readonly uid: string
  readonly name: string
  readonly email: string
  readonly organization: string | null
  readonly live: number
  /** Each word stands in the name or the address as it was typed. */
  readonly exact: boolean
}

type Row = FoundCustomer & Record<string, unknown>

const mostCandidates = 400
const shortest = 3
/** In longer words two letters that changed places leave enough that is alike. */
const swapped = { shortest: 4, longest: 12, mostWords: 3 } as const

/**
 * Customers in whose names or addresses all the words stand, best first: also parts of words. Nothing for fewer than three
 * letters, which are in every other name.
 */
export async function customersNamed(
  _agent: Agent,
  text: string,
  limit: number,
): Promise<readonly FoundCustomer[]> {
  const words = wordsOf(text)
  if (!tellsSomething(words)) return []
  const asked = contained(words.map((word) => [word]))
  return readWithin<Row>(patience.near, best(text, asked, { exact: true, limit }))
}

/** Customers with names or addresses like this, best first: with a slip of the keyboard in them. It takes its time. */
export async function customersAlike(
  _agent: Agent,
  text: string,
  limit: number,
): Promise<readonly FoundCustomer[]> {
  const words = wordsOf(text)
  if (!tellsSomething(words)) return []
  const turned =
    words.length <= swapped.mostWords ? contained(words.map((word) => [word, ...swaps(word)])) : sql`false`
  const asked = sql`(unaccented(${text}) <% unaccented(p.name) or ${text} <% (p.email::text) or (${turned}))`
  return readWithin<Row>(patience.near, best(text, asked, { exact: false, limit }))
}

/** Of each word one way to write it stands in the name or the address. */
const contained = (words: readonly (readonly string[])[]) =>
  sql.join(
    words.map((ways) => {
      const patterns = ways.map(anywhere)
      const places = patterns.map(
        (pattern) => sql`${nameLike(sql`p.name`, pattern)} or p.email::text ilike ${pattern}`,
      )
      return sql`(${sql.join(places, sql` or `)})`
    }),
    sql` and `,
  )

/** The word with two neighbours in each other's place: of few letters, that leaves little that is alike. */
function swaps(word: string): readonly string[] {
  const letters = [...word]
  if (letters.length < swapped.shortest || letters.length > swapped.longest) return []
  return letters.slice(1).map((letter, place) =>
    letters
      .with(place, letter)
      .with(place + 1, letters[place] ?? '')
      .join(''),
  )
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')

const tellsSomething = (words: readonly string[]) => words.some(({ length }) => length >= shortest)

const best = (
  text: string,
  asked: SQL,
  { exact, limit }: { readonly exact: boolean; readonly limit: number },
) => sql`
  with found as materialized (
    select p.id, p.name, p.email from people p where p.role = 'customer' and ${asked} limit ${mostCandidates}
  ), best as (
    select id, greatest(word_similarity(unaccented(${text}), unaccented(name)), word_similarity(${text}, email::text)) as alike,
      similarity(unaccented(${text}), unaccented(name)) as whole
    from found order by alike desc, whole desc, id desc limit ${limit}
  )
  select p.id, p.uid, p.name, p.email::text as email, o.name::text as organization, ${exact}::boolean as exact, (
      select count(*)::integer from tickets t where t.requester_id = p.id and ${countedLive(sql`t`)}) as live
  from best join people p on p.id = best.id left join organizations o on o.id = p.organization_id
  order by alike desc, whole desc, p.id desc`
