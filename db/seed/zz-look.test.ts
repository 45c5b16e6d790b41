import { spawn } from 'node:child_process'
import { text as textOf } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'

test('look', async () => {
  const nows = (process.env.NOWS ?? '').split(',')
  for (const now of nows.slice(0, 1)) {
    const t = performance.now()
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--import', '/tmp/pol/fake.mjs', 'db/seed/demo.ts'],
      { env: { ...process.env, FAKE_NOW: now } },
    )
    const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
    console.log(now, out, err.slice(0, 2000), Math.round(performance.now() - t))
    const moment = now || new Date().toISOString()
    for (const q of [
      sql`select case when sla_paused_at is not null then 'paused' when sla_due_at is null then 'none' when sla_due_at < ${moment} then 'breached' when sla_risk_at < ${moment} then 'risk' else 'ok' end as state, priority, count(*) from tickets where status in ('open','pending','on_hold') group by 1,2 order by 1,2`,
      sql`select target, count(*), count(*) filter (where breached_at is not null) as breached, count(*) filter (where outcome='met' and breached_at is null) as met, count(*) filter (where outcome is null) as running from sla_clocks group by 1`,
      sql`select kind, count(*) from events where kind like 'sla%' group by 1`,
      sql`select count(*) from notifications`,
      sql`select (select count(*) from graphile_worker.jobs) as waiting, (select count(*) from tickets where status='resolved') as resolved`,
    ])
      console.log(JSON.stringify(await db.execute(q)))
  }
  expect(1).toBe(1)
}, 200_000)
