import { sql } from 'drizzle-orm'
import { channels, channelWord, priorities, priorityWord } from '@/lib/tickets/ticket'
import { read } from './one-moment'

/** A value of a tally with what an address and what a person calls it. */
export interface Named {
  readonly value: number
  readonly name: string
  readonly label: string
}

export const ofChannels: readonly Named[] = channels.map((name, value) => ({
  value,
  name,
  label: channelWord[name],
}))

/** The most urgent first. */
export const ofPriorities: readonly Named[] = priorities
  .map((name, value) => ({ value, name, label: priorityWord[name] }))
  .reverse()

export async function ofCategories(): Promise<readonly Named[]> {
  const rows = await read<{ value: number; name: string; label: string }>(
    sql`select id as value, slug as name, name as label from categories order by display_order, name`,
  )
  return [...rows, { value: 0, name: 'none', label: 'No category' }]
}

/** The retired, too: they have a past. */
export async function ofTeams(): Promise<readonly Named[]> {
  const rows = await read<{ value: number; name: string; label: string }>(
    sql`select id as value, uid as name, name as label from teams order by retired_at is not null, lower(name)`,
  )
  return [...rows, { value: 0, name: 'none', label: 'No team' }]
}

/** All who ever were of the staff, by the address that names them. */
export async function ofAgents(): Promise<readonly Named[]> {
  const rows = await read<{ value: number; name: string; label: string }>(
    sql`select id as value, email as name, name as label from people where role <> 'customer' order by lower(name), id`,
  )
  return rows
}
