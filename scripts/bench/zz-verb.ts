import { sql } from 'drizzle-orm'
import { db, disconnect } from '@/db/client'
import { advance } from '@/lib/sla/advance'
import { pageOf } from '@/lib/sla/keep'
import { allPolicies, held, hoursFor } from '@/lib/sla/load'
import { write } from '@/lib/sla/write'
import { inTransaction } from '@/lib/transaction'

const [t] = await db.execute<any>(
  sql`select ticket_id as id from sla_clocks where ended_at is null and target='resolution' and breached_at is null limit 1`,
)
const T: Record<string, number[]> = {}
const time = async (n: string, f: () => any) => {
  const b = performance.now()
  const r = await f()
  ;(T[n] ??= []).push(performance.now() - b)
  return r
}
for (let i = 0; i < 300; i++) {
  const to = i % 2 ? 'open' : ('pending' as any)
  await inTransaction(async (tx) => {
    await time('update', () => tx.execute(sql`update tickets set status=${to} where id=${t.id}`))
    const [h] = await time('held', () => held(tx, [t.id]))
    const p = await time('policies', () => allPolicies(tx))
    const hoursOf = await time('hours', () => hoursFor(tx, [...p, ...h.clocks]))
    const rules = { policies: p, hoursOf }
    const page = await time('advance', () =>
      pageOf(h, advance(h.clocks, h, { kind: 'moved', to }, h.now, rules), rules, { actorId: null }),
    )
    await time('write', () => write(tx, [page]))
  })
}
for (const k in T)
  console.log(
    k,
    T[k]!.slice(50)
      .sort((a, b) => a - b)[125]!
      .toFixed(3),
  )
await disconnect()
