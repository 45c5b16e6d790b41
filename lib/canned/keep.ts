import { and, eq, isNull } from 'drizzle-orm'
import { teamMembers, teams } from '@/db/schema'
import { activeCategory } from '@/lib/categories/active'
import { isTaken } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { keptKeys } from '@/lib/tags/keep'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { MacroAction } from './action'
import { toMe, toNobody } from './action'
import { aroundActions } from './around'
import type { NewCanned } from './canned'
import { mayChange } from './policy'

/**
 * What a canned reply comes to as a row; tags that nobody has used yet are made. Throws Refused (`body`, `scope`, and the
 * fields of actions) for what is neither text nor action, is not the agent's to give, or names what is not on offer.
 */
export async function rowOf(tx: Tx, agent: Agent, { name, shortcut, body, actions, scope }: NewCanned) {
  if (body === '' && actions.length === 0) throw new Refused('Write a text, or choose what it does', 'body')
  const teamId = await teamOf(tx, agent, scope)
  await refuseUnlessOnOffer(tx, actions)
  return {
    name,
    shortcut,
    body,
    actions,
    ownerId: scope === 'personal' ? agent.id : null,
    teamId,
  }
}

/** The key of the team; null: it is no team's. */
async function teamOf(tx: Tx, agent: Agent, scope: NewCanned['scope']) {
  const ofTeam = scope !== 'personal' && scope !== 'everyone'
  const [team] = ofTeam
    ? await tx
        .select({ id: teams.id, member: teamMembers.personId })
        .from(teams)
        .leftJoin(teamMembers, and(eq(teamMembers.teamId, teams.id), eq(teamMembers.personId, agent.id)))
        .where(and(eq(teams.uid, scope), isNull(teams.retiredAt)))
        .for('key share', { of: teams })
    : []
  const member = team !== undefined && team.member !== null
  if (!mayChange(agent, { scope, member }) || (ofTeam && !team))
    throw new Refused(
      ofTeam ? 'Choose one of your teams' : 'Supervisors write what everyone has. Choose somebody else.',
      'scope',
    )
  return team?.id ?? null
}

async function refuseUnlessOnOffer(tx: Tx, actions: readonly MacroAction[]) {
  if (actions.length === 0) return
  const { people, teams } = await aroundActions([], tx)
  for (const { do: kind, to } of actions) {
    const isOneOf = (all: typeof people) => all.some(({ key, gone }) => key === to && !gone)
    if (kind === 'assign' && to !== toMe && to !== toNobody && !isOneOf(people))
      throw new Refused('Choose an active agent', 'assign')
    if (kind === 'team' && !isOneOf(teams))
      throw new Refused('This team is not there any more. Choose another one.', 'team')
    if (kind === 'category') await activeCategory(tx, to)
  }
  const tags = actions.flatMap((action) => (action.do === 'tag' ? [action.to] : []))
  if (tags.length > 0) await keptKeys(tx, tags)
}

/** For a write that may find its shortcut with another one of the same people. */
export const shortcutTaken =
  ({ shortcut }: Pick<NewCanned, 'shortcut'>) =>
  (error: unknown): never => {
    throw isTaken(error) ? new Refused(`Another one is found by “${shortcut}” already`, 'shortcut') : error
  }
