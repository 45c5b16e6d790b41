import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { events, latest } from '@/db/schema'
import { TooMany } from '@/lib/errors'
import { currentSettings } from '@/lib/settings/find'
import { inMinutes } from '@/lib/time-words'
import type { Tx } from '@/lib/transaction'
import type { Customer } from '@/lib/viewer'
import type { EventKind } from './event'

const timesPerHour = 10

interface Doing {
  /** What it leaves in the stream of events. */
  readonly kinds: readonly EventKind[]
  /** The ticket that it is about; null: none. */
  readonly ticket: { readonly id: number } | null
  /** As "You have" and "You can" go on: `reopened this request`, `reopen it again`. */
  readonly done: string
  readonly again: string
}

/**
 * A customer does not do without end what is recorded, promised anew or told to people each time. Exact only while the row is
 * held that they change. Throws TooMany.
 */
export async function refuseIfOften(tx: Tx, customer: Customer, { kinds, ticket, done, again }: Doing) {
  const { rateLimit } = await currentSettings(tx)
  if (!rateLimit.enabled) return
  const [nth] = await tx
    .select({ wait: sql<number>`ceil(extract(epoch from at + interval '1 hour' - moment()))::integer` })
    .from(events)
    .where(
      and(
        ticket ? eq(events.ticketId, ticket.id) : isNull(events.ticketId),
        inArray(events.kind, kinds),
        eq(events.actorId, customer.id),
        sql`at > moment() - interval '1 hour' and at <= ${latest}`,
      ),
    )
    .orderBy(desc(events.at))
    .offset(timesPerHour - 1)
    .limit(1)
  if (nth && nth.wait > 0)
    throw new TooMany(
      `You have ${done} ${timesPerHour} times within an hour. You can ${again} ${inMinutes(nth.wait)}.`,
      nth.wait,
    )
}
