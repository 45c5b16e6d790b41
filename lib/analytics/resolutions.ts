import { sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { countsAlong, narrowedTo, within } from './counts'
import { read } from './one-moment'
import type { Period } from './period'
import { isNarrowed, type Narrowed } from './scope'
import type { Totals } from './totals'

type Resolutions = Pick<Totals, 'ticketsResolved' | 'success' | 'reopened'>

/**
 * The tickets that were resolved in a period, once each, however often they were: how many of them were not reopened after it;
 * and of those resolved for the first time, how many were.
 */
export const resolutions = (narrowed: Narrowed, period: Period): Promise<Resolutions> =>
  isNarrowed(narrowed) ? ofSome(narrowed, period) : ofAll(narrowed, period)

export const noResolutions: Resolutions = {
  ticketsResolved: 0,
  success: { n: 0, of: 0 },
  reopened: { n: 0, of: 0 },
}

const firstDay = Date.UTC(2000, 0, 1) / 86_400_000

/** By the day of the resolution before: a ticket that was resolved twice within the period counts by its first one there. */
async function ofAll(narrowed: Narrowed, period: Period): Promise<Resolutions> {
  const begins = Date.parse(period.from) / 86_400_000 - firstDay
  let [tickets, lasting, firsts, reopened] = [0, 0, 0, 0]
  for (const { value, n, good } of await countsAlong(narrowed, period, 'previous', ['resolved'])) {
    if (value === 0) {
      firsts += n
      reopened += n - good
    }
    if (value < begins) {
      tickets += n
      lasting += good
    }
  }
  return {
    ticketsResolved: tickets,
    success: { n: lasting, of: tickets },
    reopened: { n: reopened, of: firsts },
  }
}

async function ofSome(narrowed: Narrowed, period: Period): Promise<Resolutions> {
  const [row] = await read<{ tickets: number; lasting: number; firsts: number; reopened: number }>(sql`
    select count(*)::integer as tickets, (count(*) filter (where lasting))::integer as lasting,
      coalesce(sum(firsts), 0)::integer as firsts, coalesce(sum(reopened), 0)::integer as reopened
    from (
      select bool_and(good) as lasting, count(*) filter (where previous is null) as firsts,
        count(*) filter (where previous is null and not good) as reopened
      from facts where kind = 'resolved' and (${within(sql`day`, [period])}) and ${narrowedTo(narrowed)}
      group by ticket_id) t ${plannedForItsValues}`)
  const { tickets = 0, lasting = 0, firsts = 0, reopened = 0 } = row ?? {}
  return {
    ticketsResolved: tickets,
    success: { n: lasting, of: tickets },
    reopened: { n: reopened, of: firsts },
  }
}
