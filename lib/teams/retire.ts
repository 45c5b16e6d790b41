import { eq } from 'drizzle-orm'
import { moment, teams } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { held } from './edit'

/** From now on nothing is given to this team; what it had keeps its name. Throws Missing, and Refused while it has tickets. */
export const retireTeam = (admin: Admin | System, uid: string) =>
  inTransaction(async (tx) => {
    const { id, before } = await held(tx, uid)
    if (before.retiredAt) return
    if (before.tickets > 0)
      throw new Refused(
        `${before.tickets === 1 ? 'One open ticket belongs' : `${before.tickets} open tickets belong`} to this team. Hand them over first.`,
      )
    await tx.update(teams).set({ retiredAt: moment }).where(eq(teams.id, id))
    await record(tx, admin, 'team.changed', {
      audience: 'agents',
      change: { name: [before.name, before.name], state: ['Active', 'Retired'] },
    })
  })
