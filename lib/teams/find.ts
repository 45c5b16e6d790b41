import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { teams } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { type NamingPolicy, policiesNaming } from '@/lib/sla/policies/naming'
import { countedLive } from '@/lib/tickets/counted'
import type { Tx } from '@/lib/transaction'
import { isUid } from '@/lib/uid'
import type { Admin, Agent, System } from '@/lib/viewer'
import type { Team } from './team'

type Reader = Pick<Tx, 'select'>

/** All teams by name, retired ones too. */
export const teamList = (_: Agent | System): Promise<readonly Team[]> => rows(db)

/** Throws Missing. */
export const teamByUid = (_: Agent | System, uid: string): Promise<Team> => teamIn(db, uid)

/** The policies in use that ask for a team, notify it, or hand tickets over to it. */
export async function policiesNamingTeam(_: Admin | System, uid: string): Promise<readonly NamingPolicy[]> {
  const [team] = await db.select({ id: teams.id }).from(teams).where(eq(teams.uid, uid))
  return (team && (await policiesNaming(db, 'teams')).get(team.id)) ?? []
}

/** The same as `teamByUid`, as a transaction sees it. */
export async function teamIn(reader: Reader, uid: string): Promise<Team> {
  const [team] = isUid(uid) ? await rows(reader, eq(teams.uid, uid)) : []
  if (!team) throw new Missing('Team not found')
  return team
}

const rows = (reader: Reader, which?: SQL) =>
  reader
    .select({
      uid: teams.uid,
      name: teams.name,
      retiredAt: teams.retiredAt,
      giving: { rule: teams.giving, limit: teams.givingLimit, takesBack: teams.takesBack },
      members: sql<Team['members']>`(
        select coalesce(json_agg(json_build_object('email', p.email, 'name', p.name) order by p.name, p.id), '[]')
        from team_members m join people p on p.id = m.person_id
        where m.team_id = ${teams}.id and p.deactivated_at is null and p.role <> 'customer')`,
      tickets: sql<number>`(
        select count(*) from tickets t where t.team_id = ${teams}.id and ${countedLive(sql`t`)})`,
    })
    .from(teams)
    .where(which)
    .orderBy(asc(sql`${teams.retiredAt} is not null`), asc(sql`lower(${teams.name})`))
