import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { countedLive } from '@/lib/tickets/counted'
import { inTransaction, type Tx } from '@/lib/transaction'
import { give } from './give'

/** So many of a team at a time: more than anybody has room for in a minute. */
const batch = 500

/**
 * Gives out what waits in teams that give their tickets: what came while nobody was there or had room. The next deadline
 * first. Safe to run twice and side by side.
 *
 * @returns how many tickets were given
 */
export async function handOut(): Promise<number> {
  const teams = await db.execute<{ id: number }>(sql`
    select id from teams where giving <> 'off' and retired_at is null order by id`)
  let given = 0
  for (const { id } of teams) given += await handOutOf(id)
  return given
}

async function handOutOf(teamId: number) {
  const waiting = await db.execute<{ id: number }>(sql`
    select id from tickets
    where team_id = ${teamId} and ${waits}
    order by coalesce(sla_due_at, 'infinity'), id limit ${batch}`)
  let given = 0
  for (const ticket of waiting) {
    const outcome = await inTransaction((tx) => giveIfFree(tx, ticket))
    if (outcome === 'nobody') break
    if (outcome === 'given') given += 1
  }
  return given
}

const waits = sql`assignee_id is null and ${countedLive(sql`tickets`)}`

/** A ticket that somebody is changing at this moment is left for the next time. */
async function giveIfFree(tx: Tx, ticket: { readonly id: number }) {
  const [held] = await tx.execute(sql`
    select id from tickets where id = ${ticket.id} and ${waits} for no key update skip locked`)
  if (!held) return 'passed'
  return (await give(tx, ticket)) ? 'given' : 'nobody'
}

/** Somebody may have room now who had none: what waits is given out by the worker. */
export const handOutSoon = (tx: Tx) => enqueue(tx, 'hand-out', {}, { key: 'hand-out' })
