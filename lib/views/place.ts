import { and, eq, isNull, sql } from 'drizzle-orm'
import { teams } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { mayKeep } from './policy'
import { mostViews, type ViewScope } from './view'

/** Where a view is kept. */
export interface Place {
  readonly ownerId: number | null
  readonly teamId: number | null
  readonly scope: ViewScope
  /** The name of the team. */
  readonly team: string | null
}

/** As the history says it. */
export const placeWords = ({ scope, team }: Pick<Place, 'scope' | 'team'>) =>
  ({ personal: 'Personal', team: `Team ${team}`, everyone: 'Everyone' })[scope]

/** What an agent means by a scope, if they may save views there. Throws Refused (`scope`). */
export async function placeFor(tx: Tx, agent: Agent, scope: string): Promise<Place> {
  if (scope === 'personal') return { ownerId: agent.id, teamId: null, scope, team: null }
  if (scope === 'everyone') {
    if (!mayKeep(agent, scope, false))
      throw new Refused('Only supervisors and admins save views for everyone', 'scope')
    return { ownerId: null, teamId: null, scope, team: null }
  }
  const [team] = await tx
    .select({
      id: teams.id,
      name: teams.name,
      belongs: sql<boolean>`exists (select from team_members m where m.team_id = ${teams.id} and m.person_id = ${agent.id})`,
    })
    .from(teams)
    .where(and(eq(teams.uid, scope), isNull(teams.retiredAt)))
    .for('key share')
  if (!team || !mayKeep(agent, 'team', team.belongs))
    throw new Refused('You are not of this team. Choose another one.', 'scope')
  return { ownerId: null, teamId: team.id, scope: 'team', team: team.name }
}

/**
 * Held to the end of the transaction by whoever saves a view: so many and no more are seen by anybody, and a tag or category
 * that gets another name finds every view that names it.
 */
export const oneAtATime = (tx: Tx) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('deskwell.views'))`)

/**
 * That nobody sees more views than can be listed once there is one more here; `moved` is the one that comes from elsewhere.
 * Throws Refused (`scope`).
 */
export async function refuseIfFull(
  tx: Tx,
  { ownerId, teamId, scope }: Place,
  moved?: { readonly id: number },
) {
  const [row] = await tx.execute<{ most: number }>(sql`
    with others as (select owner_id, team_id from saved_views where id is distinct from ${moved?.id ?? null}::bigint)
    select coalesce(max(
      (select count(*) from others v where v.owner_id = p.id)
      + (select count(*) from others v join team_members m on m.team_id = v.team_id where m.person_id = p.id)), 0)
      + (select count(*) from others v where v.owner_id is null and v.team_id is null) as most
    from people p
    where p.role <> 'customer' and p.deactivated_at is null and (${scope === 'everyone'} or p.id = ${ownerId}
      or exists (select from team_members m where m.team_id = ${teamId} and m.person_id = p.id))`)
  if ((row?.most ?? 0) < mostViews) return
  throw new Refused(
    scope === 'personal'
      ? `You see ${mostViews} views, and more are hard to find. Delete one first.`
      : `Somebody would see more than ${mostViews} views. Delete one first.`,
    'scope',
  )
}
