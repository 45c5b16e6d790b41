import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Viewer } from '@/lib/viewer'
import { aloneInNameOf } from './session'
import { revokeAllSessions } from './sessions'

/** Ends all sessions of a person but the one of this browser. In an action only. Gives what they are told. */
export async function signOutElsewhere(viewer: Viewer): Promise<string> {
  const ended = await aloneInNameOf(viewer, (secret) =>
    inTransaction(async (tx) => {
      const ended = await revokeAllSessions(tx, viewer, secret)
      if (ended > 0) await record(tx, viewer, 'session.closed', { audience: 'agents' })
      return ended
    }),
  )
  return ended === 0 ? 'You are signed in nowhere else.' : 'Everywhere else you are signed out.'
}
