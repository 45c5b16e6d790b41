import { sql } from 'drizzle-orm'
import { anywhere, startsWith } from '@/lib/like'
import { nameLike } from '@/lib/name-like'

/** More words than a name has. */
const mostWords = 6

/** The words by which somebody is looked for. */
export const wordsOf = (q: string) => q.split(/\s+/).filter(Boolean).slice(0, mostWords)

/** Anywhere in them; of a letter or two, where a word begins. */
export function inNameOrAddress(word: string) {
  if ([...word].length > 2)
    return sql`(${nameLike(sql`name`, anywhere(word))} or email::text ilike ${anywhere(word)})`
  const begins = startsWith(word)
  return sql`(${nameLike(sql`name`, begins)} or ${nameLike(sql`name`, `% ${begins}`)} or email::text ilike ${begins})`
}
