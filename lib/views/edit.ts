import { isDeepStrictEqual } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { savedViews } from '@/db/schema'
import { isTaken } from '@/lib/database-errors'
import { Conflict, Missing } from '@/lib/errors'
import type { Change } from '@/lib/events/event'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { nameTaken } from './create'
import { heldView } from './find'
import { oneAtATime, type Place, placeFor, placeWords, refuseIfFull } from './place'
import { mayKeep } from './policy'
import { readQuery } from './shape'
import type { NewView, ViewRow } from './view'

/**
 * Changes what a view is called, whose it is and what it asks. Throws Missing where it is not theirs to change, Refused
 * (`name`, `scope`), and Conflict if it is no longer the `version` that they saw.
 */
export const editView = (
  agent: Agent,
  uid: string,
  { name, scope, query }: NewView,
  version: number,
): Promise<void> =>
  inTransaction(async (tx) => {
    await oneAtATime(tx)
    const before = await changeableView(tx, agent, uid)
    if (before.version !== version)
      throw new Conflict('Somebody else has changed this view in the meantime. Open it again to see how.')
    const stays = scope === (before.teamUid ?? before.scope)
    const place = stays ? null : await placeFor(tx, agent, scope)
    if (place) await refuseIfFull(tx, place, before)
    await tx
      .update(savedViews)
      .set({
        name,
        query,
        version: sql`${savedViews.version} + 1`,
        ...(place && { ownerId: place.ownerId, teamId: place.teamId }),
      })
      .where(eq(savedViews.id, before.id))
      .catch((error: unknown) => {
        throw isTaken(error) ? nameTaken(name, place ?? before) : error
      })
    const shared = before.scope !== 'personal' || (place && place.scope !== 'personal')
    const change = shared && changed(before, { name, query, place })
    if (change) await record(tx, agent, 'view.changed', { audience: 'agents', change })
  })

/** The view, held, if it is theirs to change. Throws Missing. */
export async function changeableView(tx: Tx, agent: Agent, uid: string) {
  const view = await heldView(tx, agent, uid)
  if (!mayKeep(agent, view.scope, view.belongs)) throw new Missing('View not found')
  return view
}

interface After extends Pick<NewView, 'name' | 'query'> {
  /** Null: where it was. */
  readonly place: Place | null
}

function changed(
  before: ViewRow & { readonly query: unknown },
  { name, query, place }: After,
): Change | undefined {
  const asks = !isDeepStrictEqual(readQuery(before.query), query)
  if (name === before.name && !place && !asks) return undefined
  return {
    name: [before.name, name],
    scope: [placeWords(before), placeWords(place ?? before)],
    ...(asks && { filters: [null, 'changed'] }),
  }
}
