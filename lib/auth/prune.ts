import { lt, sql } from 'drizzle-orm'
import { sessions, signInAttempts } from '@/db/schema'
import { inTransaction } from '@/lib/transaction'

/** Longer than any limit looks back (see attempts.ts) and than a session lives. */
const keptDays = 30

/** Removes sessions that ended and sign-in attempts that were made more than 30 days ago. */
export const prune = () =>
  inTransaction(async (tx) => {
    const longAgo = sql`now() - make_interval(days => ${keptDays})`
    await tx.delete(sessions).where(lt(sql`least(${sessions.revokedAt}, ${sessions.expiresAt})`, longAgo))
    await tx.delete(signInAttempts).where(lt(signInAttempts.at, longAgo))
  })
