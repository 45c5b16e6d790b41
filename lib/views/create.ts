import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { savedViews } from '@/db/schema'
import { isTaken } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { oneAtATime, type Place, placeFor, placeWords, refuseIfFull } from './place'
import type { NewView } from './view'

/**
 * Saves a view under a new name. What is personal is nobody else's affair and leaves no event. Whoever gives it a `uid`
 * finds it there, and saves it once however often they try. Throws Refused (`name`, `scope`).
 */
export const createView = (
  agent: Agent,
  { name, scope, query }: NewView,
  uid: string = randomUUID(),
): Promise<{ readonly uid: string }> =>
  inTransaction(async (tx) => {
    await oneAtATime(tx)
    const place = await placeFor(tx, agent, scope)
    const [there] = await tx
      .select({ uid: savedViews.uid })
      .from(savedViews)
      .where(
        and(
          eq(savedViews.uid, uid),
          eq(savedViews.name, name),
          sql`(${savedViews.ownerId}, ${savedViews.teamId}) is not distinct from (${place.ownerId}::bigint, ${place.teamId}::bigint)`,
        ),
      )
    if (there) return there
    await refuseIfFull(tx, place)
    const [added] = await tx
      .insert(savedViews)
      .values({ uid, name, query, ownerId: place.ownerId, teamId: place.teamId })
      .returning({ uid: savedViews.uid })
      .catch((error: unknown) => {
        throw isTaken(error) ? nameTaken(name, place) : error
      })
    if (!added) throw new Error('A view was not written')
    if (place.scope !== 'personal')
      await record(tx, agent, 'view.created', {
        audience: 'agents',
        change: { name: [null, name], scope: [null, placeWords(place)] },
      })
    return added
  })

export const nameTaken = (name: string, { scope }: Pick<Place, 'scope'>) =>
  new Refused(
    {
      personal: `Another view of yours is called “${name}”`,
      team: `Another view of this team is called “${name}”`,
      everyone: `Another view for everyone is called “${name}”`,
    }[scope],
    'name',
  )
