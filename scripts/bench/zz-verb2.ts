import { sql } from 'drizzle-orm'
import { db, disconnect } from '@/db/client'
import { pageOf } from '@/lib/sla/keep'
import { allPolicies, held, hoursFor } from '@/lib/sla/load'
import { write } from '@/lib/sla/write'

const [t] = await db.execute<any>(
  sql`select ticket_id as id from sla_clocks where ended_at is null and target='resolution' and breached_at is null limit 1`,
)
const fake: any = {
  execute: async (q: any) => {
    const rows = await db.execute(sql`explain (analyze, costs off) ${q}`)
    console.log(rows.map((r: any) => r['QUERY PLAN']).join('\n'))
    return []
  },
  select: db.select.bind(db),
}
try {
  await held(fake, [t.id])
} catch (e) {
  console.log(e)
}
const [h] = await held(db, [t.id])
const p = await allPolicies(db)
const rules = { policies: p, hoursOf: await hoursFor(db, [...p, ...h!.clocks]) }
const page = pageOf(
  h!,
  {
    entries: [
      { target: 'resolution', instance: 1, kind: 'paused', at: new Date(), reason: 'x', dueAt: null },
    ],
    clocks: h!.clocks,
  },
  rules,
  { actorId: null },
)
await write(fake, [page])
await disconnect()
