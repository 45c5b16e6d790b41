import { and, eq, isNull } from 'drizzle-orm'
import { teams } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'

/** The team that a ticket may be given to, kept from going until the transaction ends. Throws Refused (`team`). */
export async function activeTeam(tx: Tx, uid: string) {
  const [team] = await tx
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(and(eq(teams.uid, uid), isNull(teams.retiredAt)))
    .for('key share')
  if (!team) throw new Refused('This team is not there any more. Choose another one.', 'team')
  return team
}
