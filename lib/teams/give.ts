import { and, eq, sql } from 'drizzle-orm'
import { teamMembers, tickets } from '@/db/schema'
import { record } from '@/lib/events/record'
import { notify } from '@/lib/notifications/notify'
import { moved } from '@/lib/tickets/change'
import { countedLive } from '@/lib/tickets/counted'
import type { Tx } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import type { GivingRule } from './team'

interface Ticket {
  readonly id: number
}

/**
 * Gives a ticket that nobody has to somebody of its team, if the team wants that and somebody is there who has room. The
 * caller holds the ticket's row; this comes last in its transaction, because one ticket is given at a time. Of the many tickets
 * of one bulk `run` each is told once.
 *
 * @returns whether it was given
 */
export async function give(tx: Tx, ticket: Ticket, run?: { readonly id: number }): Promise<boolean> {
  const team = await givingTeam(tx, ticket)
  if (!team) return false
  await oneAtATime(tx)
  const next = await nextOf(tx, team)
  if (!next) return false
  await tx
    .update(tickets)
    .set({ assigneeId: next.id, ...moved('agents') })
    .where(eq(tickets.id, ticket.id))
  await tx
    .update(teamMembers)
    .set({ turn: sql`(select max(m.turn) + 1 from team_members m where m.team_id = ${team.id})` })
    .where(and(eq(teamMembers.teamId, team.id), eq(teamMembers.personId, next.id)))
  const event = await record(tx, system, 'ticket.assigned', {
    ticket,
    audience: 'agents',
    change: { assignee: [null, next.name], because: [null, team.rule] },
    keys: { assignee: [null, next.id] },
  })
  await notify(tx, { people: [next.id], run }, event)
  return true
}

/**
 * Held to the end of the transaction by whoever gives a ticket, or changes who can be given one: each sees what all before
 * have done, so that turns are in turn, a limit is one over all teams, and nobody is given anything after they have gone.
 */
export const oneAtATime = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('deskwell.give'))`)

interface GivingTeam {
  readonly id: number
  readonly rule: GivingRule
  readonly limit: number | null
}

/** The team of a ticket that nobody has, where it gives such tickets to its members. */
async function givingTeam(tx: Tx, ticket: Ticket): Promise<GivingTeam | undefined> {
  const [team] = await tx.execute<{ id: number; rule: GivingRule; limit: number | null }>(sql`
    select g.id, g.giving as rule, g.giving_limit as "limit"
    from tickets t join teams g on g.id = t.team_id
    where t.id = ${ticket.id} and t.assignee_id is null and ${countedLive(sql`t`)}
      and g.giving <> 'off' and g.retired_at is null`)
  return team
}

/** Who of the team comes next: there, with room, whose turn it is, or who has least to do. */
async function nextOf(tx: Tx, { id, rule, limit }: GivingTeam) {
  const [next] = await tx.execute<{ id: number; name: string }>(sql`
    select p.id, p.name
    from team_members m
    join people p on p.id = m.person_id
    cross join lateral (
      select count(*) as open from tickets t
      where t.assignee_id = p.id and ${countedLive(sql`t`)}) has
    where m.team_id = ${id} and p.away_since is null and p.deactivated_at is null and p.role <> 'customer'
      and has.open < coalesce(${limit}::integer, has.open + 1)
    order by ${rule === 'least_loaded' ? sql`has.open,` : sql``} m.turn, p.id
    limit 1`)
  return next
}
