import { sql as statement } from 'drizzle-orm'
import postgres from 'postgres'
import { db, disconnect } from '@/db/client'
import { people } from '@/db/schema'
import { actionBody, builtActions } from '@/e2e/surface'
import { openSession } from '@/lib/auth/sessions'
import { cookieName, sign } from '@/lib/auth/token'
import { changeSettings } from '@/lib/settings/change'
import { getUserTickets } from '@/lib/support'
import { inTransaction } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import { cpuMilliseconds, parentOf } from './cpu'
import { type Ask, load, median, quantile } from './load'
import { measureSla } from './sla'
import { scriptWeight } from './weight'

/*
 * What a request costs, as JSON lines. Machines are noisy: look at CPU milliseconds per request and at the ratio to an
 * empty page of the same run before requests per second. Every measure is taken in turns with the empty page; the
 * figures are the medians of the rounds. `npm run bench -- <rounds> <requests> <part of a name>`
 */

const rounds = Number(process.argv[2] ?? 5)
const requests = Number(process.argv[3] ?? 300)
const chosen = process.argv[4] ?? ''
const atOnce = 8

const given = (name: string) => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. Run this with: npm run bench`)
  return value
}

const origin = given('APP_URL')
const web = Number(given('DESKWELL_WEB_PID'))
const observer = postgres(given('DESKWELL_SUPERUSER_URL'), { max: 1, onnotice: () => {} })
const database = await postmaster()

const [agent, customer] = [await personOf('agent@demo.test'), await personOf('customer@demo.test')]
const [asAgent, asCustomer] = [await cookieOf(agent), await cookieOf(customer)]
const ticket = (await getUserTickets(customer.id)).at(-1)
const fileRequest = builtActions().find(({ name }) => name === 'fileRequest')
if (!ticket || !fileRequest) throw new Error('The demo company or the action is missing')
// Filing is measured on one customer.
await changeSettings(system, { rateLimit: { enabled: false, ticketsPerHour: 5, repliesPerMinute: 10 } })

const empty: Ask = { path: '/empty', expects: 'Empty' }
const asked: Readonly<Record<string, Ask>> = {
  'queue page, 25 rows': { path: '/console/tickets', headers: asAgent, expects: 'SUP-' },
  'queue page, filtered and searched': {
    path: '/console/tickets?status=open,pending&sort=due&dir=asc&q=shift',
    headers: asAgent,
    expects: 'SUP-',
  },
  'ticket page': { path: `/console/tickets/${ticket.refid}`, headers: asAgent, expects: ticket.refid },
  'my requests': { path: '/tickets', headers: asCustomer, expects: 'SUP-' },
  'own request': { path: `/tickets/${ticket.refid}`, headers: asCustomer, expects: ticket.refid },
  'counts of the views': { path: '/api/console/counts', headers: asAgent, expects: '{' },
  'filing a request': {
    path: '/tickets/new',
    method: 'POST',
    headers: { ...asCustomer, 'next-action': fileRequest.id, accept: 'text/x-component' },
    body: () =>
      actionBody({
        category: '',
        subject: 'A measured request',
        details: 'Filed to see what filing costs.',
        impact: 'question',
        submission: crypto.randomUUID(),
      }),
    expects: '/tickets/SUP-',
  },
}

interface Cost {
  readonly cpu: number
  readonly databaseCpu: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

try {
  const measured = Object.entries(asked).filter(([name]) => name.includes(chosen))
  for (const ask of [empty, ...measured.map(([, ask]) => ask)]) await load(origin, ask, 60, atOnce)
  const emptyCosts: Cost[] = []
  for (const [name, ask] of measured) {
    const costs: Cost[] = []
    const idle: Cost[] = []
    for (let round = 0; round < rounds; round += 1) {
      idle.push(await cost(empty))
      costs.push(await cost(ask))
    }
    emptyCosts.push(...idle)
    report(name, costs, { statements: await statements(ask), emptyPage: median(idle.map(({ cpu }) => cpu)) })
  }
  if (measured.length > 0) report('empty page', emptyCosts, {})
  for (const [name, ask] of measured.filter(([, { method }]) => !method))
    if (!ask.path.startsWith('/api'))
      print({ name: `${name}: scripts`, ...(await scriptWeight(origin, ask)) })
  if ('sla'.includes(chosen)) await measureSla(print)
} finally {
  await observer.end()
  await disconnect()
}

async function cost(ask: Ask): Promise<Cost> {
  const [before, databaseBefore] = [cpuMilliseconds(web), cpuMilliseconds(database)]
  const { seconds, times } = await load(origin, ask, requests, atOnce)
  return {
    cpu: (cpuMilliseconds(web) - before) / requests,
    databaseCpu: (cpuMilliseconds(database) - databaseBefore) / requests,
    perSecond: requests / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

function report(
  name: string,
  costs: readonly Cost[],
  { statements, emptyPage }: { statements?: number; emptyPage?: number },
) {
  const of = (figure: keyof Cost) => Number(median(costs.map((one) => one[figure])).toFixed(2))
  const line = {
    name,
    webCpuMs: of('cpu'),
    databaseCpuMs: of('databaseCpu'),
    ...(emptyPage !== undefined && {
      emptyPageCpuMs: Number(emptyPage.toFixed(2)),
      timesEmptyPage: Number((of('cpu') / emptyPage).toFixed(2)),
    }),
    ...(statements !== undefined && { statements }),
    requestsPerSecond: of('perSecond'),
    p50Ms: of('p50'),
    p99Ms: of('p99'),
    rounds: costs.length,
    requests,
    atOnce,
  }
  print(line)
}

function print(line: Readonly<Record<string, string | number>>) {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** How many statements one request sends, transaction brackets left out. The worker is idle, so all are its own. */
async function statements(ask: Ask) {
  const counted = async () => {
    const [row] = await observer<{ calls: number }[]>`
      select coalesce(sum(calls), 0)::integer as calls from pg_stat_statements
      where query !~* '^(begin|commit|set|rollback)' and query not like '%pg_stat_statements%'
        and query not like '%graphile%'
        and dbid = (select oid from pg_database where datname = ${new URL(given('DATABASE_URL')).pathname.slice(1)})`
    return row?.calls ?? 0
  }
  const before = await counted()
  await load(origin, ask, 20, 1)
  return ((await counted()) - before) / 20
}

async function postmaster() {
  await observer`create extension if not exists pg_stat_statements`
  const [row] = await observer<{ pid: number }[]>`select pg_backend_pid() as pid`
  return parentOf(row?.pid ?? 0)
}

async function personOf(email: string) {
  const [person] = await db.select().from(people).where(statement`${people.email} = ${email}`)
  if (!person) throw new Error(`${email} is missing`)
  return person
}

async function cookieOf(person: Awaited<ReturnType<typeof personOf>>) {
  const secret = await inTransaction((tx) =>
    openSession(tx, person, { address: 'bench', userAgent: 'bench' }),
  )
  return { cookie: `${cookieName()}=${sign(secret)}` }
}
