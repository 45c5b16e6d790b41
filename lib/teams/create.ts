import { teams } from '@/db/schema'
import { isTaken } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { teamIn } from './find'
import { stored } from './giving'
import { setMembers } from './members'
import { givingWords, memberNames, type NewTeam, noGiving, type Team } from './team'

/** Adds a team. Throws Refused (`name`, `members`). */
export const createTeam = (
  admin: Admin | System,
  { name, members, giving = noGiving }: NewTeam,
): Promise<Team> =>
  inTransaction(async (tx) => {
    const [added] = await tx
      .insert(teams)
      .values({ name, ...stored(giving) })
      .returning({ id: teams.id, uid: teams.uid })
      .catch((error: unknown) => {
        throw isTaken(error) ? nameTaken(name) : error
      })
    if (!added) throw new Error('A team was not written')
    await setMembers(tx, added.id, members)
    const team = await teamIn(tx, added.uid)
    await record(tx, admin, 'team.created', {
      audience: 'agents',
      change: {
        name: [null, team.name],
        members: [null, memberNames(team)],
        ...(team.giving.rule !== 'off' && { giving: [null, givingWords(team.giving)] }),
      },
    })
    return team
  })

export const nameTaken = (name: string) => new Refused(`Another team is called “${name}”`, 'name')
