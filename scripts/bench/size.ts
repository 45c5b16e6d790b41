import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { sql as statement } from 'drizzle-orm'
import { db, disconnect, sql } from '@/db/client'
import { loadBench } from '@/db/seed/bench/load'
import { rebuild } from '@/lib/analytics/rebuild'
import { demoPassword } from '@/lib/auth/demo-password'
import { hashPassword } from '@/lib/auth/password'
import { csvOfManyTickets } from './csv'
import { explained, isPlanned } from './explain'
import { quantile } from './load'
import { agentCount, type Read, reads, usual } from './reads'
import { reportReads } from './report-reads'
import { recorded, type Statement, wayThereAndBack } from './statements'

/*
 * What the database does for each thing that an agent looks at, in a helpdesk of any size, as JSON lines; the plans of all
 * statements in a file beside. `wayMs`, the way to the database and back, is not counted in.
 * `npm run bench -- size [--tickets 1000000] [--times 200] [part of a name]`
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tickets: { type: 'string', default: '1000000' }, times: { type: 'string', default: '200' } },
})
const [times, chosen = ''] = [Number(values.times), positionals[0]]
const plansPath = process.env.DESKWELL_PLANS ?? 'plans.txt'

try {
  const size = await sizeOf(Number(values.tickets))
  mkdirSync(dirname(plansPath), { recursive: true })
  writeFileSync(plansPath, `Plans with ${size.tickets} tickets\n`)
  // First, for its megabytes are those of this process.
  if ('tickets as CSV'.includes(chosen)) print({ ...(await asCsv()), ...size })
  if ('report: all computed anew'.includes(chosen)) print({ ...(await computedAnew()), ...size })
  for (const read of [...(await reads()), ...reportReads])
    if (read.name.includes(chosen)) print({ ...(await cost(read)), ...size })
  process.stderr.write(`The plans: ${plansPath}\n`)
} finally {
  await disconnect()
}

/** Of the database that is given, which is filled if it is empty. Any other than a made-up helpdesk is left alone. */
async function sizeOf(tickets: number) {
  const [found] = await db.execute<{ used: boolean; madeUp: boolean }>(statement`
    select exists (select from people) as used, exists (select from people where email = 'agent2@bench.test') as "madeUp"`)
  if (found?.used && !found.madeUp) throw new Error('This database is not one that bench:seed has filled')
  if (!found?.used) {
    const passwordHash = await hashPassword(demoPassword, { email: 'agent@demo.test' })
    const begun = performance.now()
    await loadBench(sql, { tickets, now: new Date(), passwordHash }, () => {})
    print({ name: 'size: loading', tickets, seconds: rounded((performance.now() - begun) / 1000) })
  }
  const [size] = await db.execute<{ tickets: number; messages: number }>(statement`
    select (select max(id) from tickets)::integer as tickets, (select max(id) from messages)::integer as messages`)
  return size ?? { tickets: 0, messages: 0 }
}

/** All numbers of the reports, from the events of every ticket. */
async function computedAnew() {
  const begun = performance.now()
  await rebuild()
  const seconds = rounded((performance.now() - begun) / 1000)
  return { name: 'size: report: all computed anew', seconds, within: seconds < 120 }
}

async function asCsv() {
  const { rows, seconds, moreMegabytes } = await csvOfManyTickets()
  return {
    name: 'size: tickets as CSV',
    rows,
    seconds: rounded(seconds),
    moreMegabytes: rounded(moreMegabytes),
    within: seconds < 5 && moreMegabytes < 100,
  }
}

async function cost({ name, most = usual, once }: Read) {
  for (let turn = 0; turn < agentCount; turn += 1) await once(turn)
  const way = await wayThereAndBack()
  const runs: { readonly ms: number; readonly statements: readonly Statement[] }[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const statements = await recorded(() => once(turn))
    runs.push({ ms: statements.reduce((sum, { ms }) => sum + Math.max(0, ms - way), 0), statements })
  }
  const sorted = runs.toSorted((a, b) => a.ms - b.ms)
  const figures = sorted.map(({ ms }) => ms)
  const [median, p99] = [rounded(quantile(figures, 0.5)), rounded(quantile(figures, 0.99))]
  const plans = await Promise.all((sorted.at(-1)?.statements ?? []).filter(isPlanned).map(explained))
  writeFileSync(plansPath, [`\n=== ${name}`, ...plans.map(({ text }) => text), ''].join('\n\n'), {
    flag: 'a',
  })
  return {
    name: `size: ${name}`,
    medianMs: median,
    p99Ms: p99,
    wayMs: rounded(way),
    within:
      median < (most.median ?? Number.POSITIVE_INFINITY) && p99 < (most.p99 ?? Number.POSITIVE_INFINITY),
    statements: plans.length,
    blocks: plans.reduce((sum, { blocks }) => sum + blocks, 0),
    scansMessages: plans.some(({ scansMessages }) => scansMessages),
    scans: [...new Set(plans.flatMap(({ scans }) => scans))],
  }
}

function print(line: object) {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function rounded(value: number) {
  return Number(value.toFixed(2))
}
