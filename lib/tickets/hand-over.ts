import { and, eq, isNull } from 'drizzle-orm'
import { people, teamMembers, teams } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { activeTeam } from '@/lib/teams/active'
import { give } from '@/lib/teams/give'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent, System } from '@/lib/viewer'
import { changePromised } from './change-promised'
import { refuseIfClosed } from './refuse-if-closed'
import type { Ticket } from './ticket'

type Handed = Pick<Ticket, 'id' | 'status' | 'assigneeId' | 'teamId'>

/**
 * Gives a ticket to a team, by its uid, or to none. Who has it keeps it if they are of that team; else it is nobody's yet, or
 * goes to whom the team gives it.
 * Throws Conflict if team or assignee are not those of `ticket` any more, Refused (`team`) for a team that is not there.
 */
export const handOver = (agent: Agent, ticket: Handed, uid: string | null) =>
  inTransaction((tx) => handOverWithin(tx, agent, ticket, uid))

/** As `handOver`. `run`: as one of many. */
export async function handOverWithin(
  tx: Tx,
  agent: Agent,
  ticket: Handed,
  uid: string | null,
  run?: { readonly id: number },
) {
  const team = uid === null ? null : await activeTeam(tx, uid)
  if (await handOverTo(tx, agent, ticket, team)) await give(tx, ticket, run)
  return team && { name: team.name }
}

/** A team by its key, for what a policy does by itself and what is taken back. Throws Refused for one that is retired. */
export async function handOverByKey(tx: Tx, actor: Agent | System, ticket: Handed, teamId: number) {
  const [team] = await tx
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(and(eq(teams.id, teamId), isNull(teams.retiredAt)))
    .for('key share')
  if (!team) throw new Refused('This team is retired', 'team')
  if (await handOverTo(tx, actor, ticket, team)) await give(tx, ticket)
}

/**
 * As `handOver`, to a team that the transaction keeps from going. Whom of it the ticket is given to is the caller's to say.
 *
 * @returns whether it was another team's before
 */
export async function handOverTo(
  tx: Tx,
  actor: Agent | System,
  ticket: Handed,
  to: { readonly id: number; readonly name: string } | null,
) {
  refuseIfClosed(ticket)
  if (ticket.teamId === (to?.id ?? null)) return false
  const before = ticket.teamId && (await nameOf(tx, ticket.teamId))
  const leaver = to && ticket.assigneeId && (await outsider(tx, ticket.assigneeId, to.id))
  await changePromised(tx, actor, ticket, {
    seen: { teamId: ticket.teamId, assigneeId: ticket.assigneeId },
    changes: { teamId: to?.id ?? null, ...(leaver && { assigneeId: null }) },
    audience: 'agents',
    event: {
      kind: 'ticket.handed_over',
      audience: 'agents',
      change: { team: [before, to?.name ?? null], ...(leaver && { assignee: [leaver.name, null] }) },
      keys: {
        team: [ticket.teamId, to?.id ?? null],
        ...(leaver && { assignee: [ticket.assigneeId, null] }),
      },
    },
    happening: { kind: 'reconsidered', because: 'team' },
  })
  return true
}

const nameOf = async (tx: Tx, id: number) =>
  (await tx.select({ name: teams.name }).from(teams).where(eq(teams.id, id)))[0]?.name ?? null

/** The assignee, where they are not of the team. */
async function outsider(tx: Tx, personId: number, teamId: number) {
  const [person] = await tx
    .select({ name: people.name, member: teamMembers.teamId })
    .from(people)
    .leftJoin(teamMembers, and(eq(teamMembers.personId, people.id), eq(teamMembers.teamId, teamId)))
    .where(eq(people.id, personId))
  return person && person.member === null ? person : null
}
