import { lt, sql } from 'drizzle-orm'
import { sessions, signInAttempts } from '@/db/schema'
import { inTransaction } from '@/lib/transaction'
import { lifetime } from './sessions'

/** As long as a session may live, and as the limits on signing in look back (attempts.ts). */
export const keptDays = lifetime.days

/** Removes sessions that ended and sign-in attempts that were made more than `keptDays` ago. */
export const prune = () =>
  inTransaction(async (tx) => {
    const longAgo = sql`now() - make_interval(days => ${keptDays})`
    await tx.delete(sessions).where(lt(sql`least(${sessions.revokedAt}, ${sessions.expiresAt})`, longAgo))
    await tx.delete(signInAttempts).where(lt(signInAttempts.at, longAgo))
  })
