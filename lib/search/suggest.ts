import { type SQL, sql } from 'drizzle-orm'
import { readWithin } from '@/db/read-within'
import { patience } from '@/lib/patience'
import type { Agent } from '@/lib/viewer'
import { customersAlike, customersNamed } from './customers'
import { quoted, replaced } from './narrow'
import type { Ask } from './query'

/** The tables that an operator takes names from. */
const names = {
  assignee: sql`(select name from people where role <> 'customer' and deactivated_at is null)`,
  tag: sql`tags`,
  category: sql`(select slug as name from categories)`,
  team: sql`(select name from teams where retired_at is null)`,
  organization: sql`(select name::text as name from organizations)`,
} as const satisfies Partial<Record<Ask['operator'], SQL>>

/** The search with names that there are, for those in it that there are not. Null: nothing like them either. */
export async function withKnownNames(
  agent: Agent,
  text: string,
  unknown: readonly Ask[],
): Promise<string | null> {
  let better = text
  // From the back, so that the places in front stay where they are.
  for (const ask of unknown.toReversed()) {
    const meant = await Promise.all(ask.any.map((name) => nearestName(agent, ask.operator, String(name))))
    if (meant.some((name) => name === null)) return null
    const minus = ask.not ? '-' : ''
    better = replaced(
      better,
      ask,
      `${minus}${ask.operator}:${meant.map((name) => quoted(name ?? '')).join()}`,
    )
  }
  return better === text ? null : better
}

async function nearestName(agent: Agent, operator: Ask['operator'], name: string) {
  if (operator === 'from') return nearestCustomer(agent, name)
  if (!isNamed(operator)) return null
  const [found] = await readWithin<{ name: string }>(
    patience.near,
    sql`
    select n.name from ${names[operator]} n where word_similarity(unaccented(${name}), unaccented(n.name)) > 0.4
    order by similarity(unaccented(${name}), unaccented(n.name)) desc, n.name limit 1`,
  )
  return found?.name ?? null
}

/** What was typed, if it names a customer, or else whoever is named like it. */
async function nearestCustomer(agent: Agent, name: string) {
  const [named] = await customersNamed(agent, name, 1)
  if (named) return name
  const [alike] = await customersAlike(agent, name, 1)
  if (!alike) return null
  return name.includes('@') ? alike.email : alike.name
}

const isNamed = (operator: string): operator is keyof typeof names => operator in names
