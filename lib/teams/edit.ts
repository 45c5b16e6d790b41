import { eq } from 'drizzle-orm'
import { teams } from '@/db/schema'
import { isTaken } from '@/lib/database-errors'
import { Conflict, Missing, Refused } from '@/lib/errors'
import type { Change } from '@/lib/events/event'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { nameTaken } from './create'
import { teamIn } from './find'
import { stored } from './giving'
import { handOutSoon } from './hand-out'
import { setMembers } from './members'
import { type Giving, givingWords, memberNames, type NewTeam, seen, type Team } from './team'

/** Changes a team's name and members. Throws Missing, Refused (`name`, `members`), and Conflict if it is not as it was `seen`. */
export const editTeam = (
  admin: Admin | System,
  uid: string,
  { name, members, giving }: NewTeam,
  saw?: string,
): Promise<Team> =>
  inTransaction(async (tx) => {
    const { id, before } = await held(tx, uid)
    if (before.retiredAt) throw new Refused('This team is retired')
    if (saw !== undefined && saw !== seen(before))
      throw new Conflict('Somebody else has changed this team in the meantime. Open it again to see how.')
    await tx
      .update(teams)
      .set({ name, ...(giving && stored(giving)) })
      .where(eq(teams.id, id))
      .catch((error: unknown) => {
        throw isTaken(error) ? nameTaken(name) : error
      })
    await setMembers(tx, id, members)
    const after = await teamIn(tx, uid)
    const change: Change = {
      ...(after.name !== before.name && { name: [before.name, after.name] }),
      ...(memberNames(after) !== memberNames(before) && {
        members: [memberNames(before), memberNames(after)],
      }),
      ...givingChange(before.giving, after.giving),
    }
    if (Object.keys(change).length === 0) return after
    // A change of members alone says of whom.
    await record(tx, admin, 'team.changed', {
      audience: 'agents',
      change: { name: [before.name, after.name], ...change },
    })
    if (after.giving.rule !== 'off') await handOutSoon(tx)
    return after
  })

function givingChange(before: Giving, after: Giving): Change {
  const [then, now] = [givingWords(before), givingWords(after)]
  return {
    ...(then !== now && { giving: [then, now] }),
    ...(before.takesBack !== after.takesBack && { takesBack: [before.takesBack, after.takesBack] }),
  }
}

/** The team, kept as it is until the transaction ends. Throws Missing. */
export async function held(tx: Tx, uid: string) {
  const [row] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.uid, uid)).for('update')
  if (!row) throw new Missing('Team not found')
  return { id: row.id, before: await teamIn(tx, uid) }
}
