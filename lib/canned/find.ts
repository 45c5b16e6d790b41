import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { cannedReplies, teams } from '@/db/schema'
import { Missing } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'
import { isUid } from '@/lib/uid'
import { type Agent, isSupervisor } from '@/lib/viewer'
import { aroundActions } from './around'
import type { Canned, CannedOn } from './canned'
import { valuesOn } from './values'

type Reader = Pick<Tx, 'select'>

/** What the agent may see, by name: their own, everyone's and their teams'; a supervisor every team's. */
export const cannedList = (agent: Agent): Promise<readonly Canned[]> => rows(db, agent, visibleTo(agent))

/** What the agent writes with: their own, everyone's and their teams'. */
export const cannedAtHand = (agent: Agent): Promise<readonly Canned[]> => rows(db, agent, atHandOf(agent))

/** The macros that only act, for many tickets at once. */
export const actingMacros = async (agent: Agent): Promise<readonly { value: string; label: string }[]> =>
  (await cannedAtHand(agent)).flatMap(({ uid, name, body, actions }) =>
    body === '' && actions.length > 0 ? [{ value: uid, label: name }] : [],
  )

/** The replies at hand with all that fills them in on a ticket. Throws Missing. */
export async function cannedOn(agent: Agent, refid: string): Promise<CannedOn> {
  const [values, found] = await Promise.all([valuesOn(agent, refid), cannedAtHand(agent)])
  const replies = found.map(({ uid, name, shortcut, body, actions }) => ({
    uid,
    name,
    shortcut,
    body,
    actions,
  }))
  return { replies, values, around: await aroundActions(replies.flatMap(({ actions }) => actions)) }
}

/** Throws Missing, also for what is somebody else's. */
export const cannedByUid = (agent: Agent, uid: string) => cannedIn(db, agent, uid)

/** The same as a transaction sees it. */
export async function cannedIn(reader: Reader, agent: Agent, uid: string): Promise<Canned> {
  const [found] = isUid(uid)
    ? await rows(reader, agent, and(eq(cannedReplies.uid, uid), visibleTo(agent)))
    : []
  if (!found) throw new Missing('Canned reply not found')
  return found
}

const rows = (reader: Reader, agent: Agent, which: SQL | undefined) =>
  reader
    .select({
      uid: cannedReplies.uid,
      name: cannedReplies.name,
      shortcut: cannedReplies.shortcut,
      body: cannedReplies.body,
      actions: cannedReplies.actions,
      scope: sql<Canned['scope']>`case when ${cannedReplies.ownerId} is not null then 'personal'
        else coalesce(${teams.uid}::text, 'everyone') end`,
      team: teams.name,
      member: isMember(agent),
      changedAt: cannedReplies.changedAt,
    })
    .from(cannedReplies)
    .leftJoin(teams, eq(teams.id, cannedReplies.teamId))
    .where(which)
    .orderBy(asc(sql`lower(${cannedReplies.name})`), asc(cannedReplies.id))

const isMember = (agent: Agent) => sql<boolean>`exists (
  select from team_members m where m.team_id = ${cannedReplies.teamId} and m.person_id = ${agent.id})`

const isEveryones = sql`${cannedReplies.ownerId} is null and ${cannedReplies.teamId} is null`

/** A team that is retired has nothing any more; what it had, its members may still delete. */
const atHandOf = (agent: Agent) =>
  or(eq(cannedReplies.ownerId, agent.id), isEveryones, sql`${teams.retiredAt} is null and ${isMember(agent)}`)

const visibleTo = (agent: Agent) =>
  or(
    eq(cannedReplies.ownerId, agent.id),
    isEveryones,
    isSupervisor(agent) ? sql`${cannedReplies.teamId} is not null` : isMember(agent),
  )
