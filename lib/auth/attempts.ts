import { eq, sql } from 'drizzle-orm'
import { signInAttempts } from '@/db/schema'
import { TooMany } from '@/lib/errors'
import { mailbox } from '@/lib/people/email'
import { inMinutes } from '@/lib/time-words'
import { inTransaction, type Tx } from '@/lib/transaction'
import { keptDays } from './prune'

/** Failed attempts within `minutes` that are let through. */
export const limits = {
  /** Of one account from one address: the first to be reached, so that a stranger shuts out only himself. */
  pair: 5,
  account: 20,
  address: 50,
  /** So many that nobody reaches it from a few addresses, to shut everybody else out. */
  everyone: 5_000,
  minutes: 15,
} as const

/**
 * Books an attempt as failed before the password is looked at, so that parallel guesses cannot share one place.
 * Throws TooMany, for accounts that exist and that do not alike. Returns the attempt, for `succeeded`.
 */
export const bookAttempt = (email: string, address: string): Promise<number> =>
  inTransaction(async (tx) => {
    const account = mailbox(email)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('deskwell.sign-in'))`)
    const seconds = await secondsToWait(tx, account, address)
    if (seconds > 0)
      throw new TooMany(`Too many attempts to sign in. Try again ${inMinutes(seconds)}.`, seconds)
    const [attempt] = await tx
      .insert(signInAttempts)
      .values({ account, address, succeeded: false, at: sql`clock_timestamp()` })
      .returning({ id: signInAttempts.id })
    if (!attempt) throw new Error('An attempt to sign in was not written')
    return attempt.id
  })

export const succeeded = (tx: Tx, attempt: number) =>
  tx
    .update(signInAttempts)
    .set({ succeeded: true, at: sql`clock_timestamp()` })
    .where(eq(signInAttempts.id, attempt))

/**
 * Zero, or the time until the oldest of the failures that fill a limit is out of the window. An address where this account
 * signed in within `keptDays` is bound by `pair` alone, whatever others do to it.
 */
async function secondsToWait(tx: Tx, account: string, address: string): Promise<number> {
  const last = (limit: number, where = sql`true`) =>
    sql`(select at from failed where ${where} order by at desc offset ${limit - 1} limit 1)`
  const ofAccount = sql`account = ${account}`
  const ofAddress = sql`address = ${address}`
  const [row] = await tx.execute<{ seconds: number | null }>(sql`
    with failed as materialized (
      select account, address, at from sign_in_attempts
      where not succeeded and at > statement_timestamp() - make_interval(mins => ${limits.minutes})
    ), familiar as (
      select max(at) as at from sign_in_attempts
      where succeeded and ${ofAccount} and ${ofAddress} and at > statement_timestamp() - make_interval(days => ${keptDays})
    ), full_since as (
      select greatest(
        ${last(limits.pair, sql`${ofAccount} and ${ofAddress} and at > coalesce(familiar.at, '-infinity')`)},
        case when familiar.at is null then greatest(
          ${last(limits.account, ofAccount)}, ${last(limits.address, ofAddress)}, ${last(limits.everyone)}
        ) end
      ) as at from familiar
    )
    select ceil(extract(epoch from at - statement_timestamp()) + ${limits.minutes * 60})::int as seconds
    from full_since`)
  return Math.max(0, row?.seconds ?? 0)
}
