import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { teamMembers, teams } from '@/db/schema'
import { type Agent, isSupervisor } from '@/lib/viewer'
import type { Canned } from './canned'

/** Whose the agent may make a canned reply; the present one among them, also where its team is retired. */
export async function scopesOf(agent: Agent, present?: Pick<Canned, 'scope' | 'team'>) {
  const found = await db
    .select({ value: teams.uid, label: teams.name })
    .from(teams)
    .leftJoin(teamMembers, and(eq(teamMembers.teamId, teams.id), eq(teamMembers.personId, agent.id)))
    .where(and(isNull(teams.retiredAt), isSupervisor(agent) ? undefined : eq(teamMembers.personId, agent.id)))
    .orderBy(asc(sql`lower(${teams.name})`))
  const scopes = [
    { value: 'personal', label: 'Only me' },
    ...found,
    ...(isSupervisor(agent) ? [{ value: 'everyone', label: 'Everyone' }] : []),
  ]
  if (!present || scopes.some(({ value }) => value === present.scope)) return scopes
  return [...scopes, { value: present.scope, label: present.team ?? 'Everyone' }]
}
