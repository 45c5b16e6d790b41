import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { countedLive } from '@/lib/tickets/counted'
import type { Agent, System } from '@/lib/viewer'
import type { Giving } from './team'

/** A team at work. */
export interface TeamAtWork {
  readonly uid: string
  readonly name: string
  /** Nothing is given to it any more, but customers have written on what it had. */
  readonly retired: boolean
  readonly giving: Giving
  /** Tickets in which there is still something to do. */
  readonly tickets: number
  /** Those of them that nobody has. */
  readonly waiting: number
  readonly members: readonly MemberAtWork[]
}

export interface MemberAtWork {
  readonly email: string
  readonly name: string
  readonly awaySince: Date | null
  /** What they have still to do, of whatever team. */
  readonly tickets: number
}

type Stored = {
  [Field in keyof Giving | Exclude<keyof TeamAtWork, 'giving' | 'members'>]: (TeamAtWork & Giving)[Field]
} & { members: (Omit<MemberAtWork, 'awaySince'> & { awaySince: string | null })[] }

/** The teams by name, who of them is there, and how much each has to do. */
export async function teamsAtWork(_: Agent | System): Promise<readonly TeamAtWork[]> {
  const rows = await db.execute<Stored>(sql`
    with load as materialized (
      select assignee_id, count(*) as open from tickets t where ${countedLive(sql`t`)} and assignee_id is not null
      group by assignee_id)
    select g.uid, g.name, g.retired_at is not null as retired, g.giving as rule, g.giving_limit as "limit", g.takes_back as "takesBack", t.tickets, t.waiting,
      (select coalesce(json_agg(json_build_object('email', p.email, 'name', p.name, 'awaySince', p.away_since,
          'tickets', coalesce(l.open, 0)) order by p.name, p.id), '[]')
        from team_members m join people p on p.id = m.person_id left join load l on l.assignee_id = p.id
        where m.team_id = g.id and p.deactivated_at is null and p.role <> 'customer') as members
    from teams g
    cross join lateral (
      select count(*) as tickets, count(*) filter (where t.assignee_id is null) as waiting from tickets t
      where t.team_id = g.id and ${countedLive(sql`t`)}) t
    where g.retired_at is null or t.tickets > 0
    order by lower(g.name)`)
  return rows.map(({ rule, limit, takesBack, members, ...team }) => ({
    ...team,
    giving: { rule, limit, takesBack },
    members: members.map(({ awaySince, ...member }) => ({
      ...member,
      awaySince: awaySince === null ? null : new Date(awaySince),
    })),
  }))
}
