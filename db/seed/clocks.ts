import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { fireDue } from '@/lib/sla/fire'

/** Lets happen what was due by then: warnings, breaches and escalations, each at its own time, as a worker would have. */
export async function letClocksRun(until: Date) {
  for (;;) {
    const [next] = await db.execute<{ ms: number | null }>(sql`
      select ceil(extract(epoch from min(next_at)) * 1000)::double precision as ms
      from sla_clocks where next_at <= ${until.toISOString()}`)
    if (typeof next?.ms !== 'number') return
    // Who answers at the very deadline keeps it.
    await at(new Date(next.ms + 1), fireDue)
  }
}
