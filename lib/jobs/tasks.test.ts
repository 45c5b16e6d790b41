import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { eq, sql } from 'drizzle-orm'
import { Logger, runOnce } from 'graphile-worker'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { people, sessions, signInAttempts, tickets } from '@/db/schema'
import { at } from '@/lib/clock'
import { addPerson } from '@/lib/people/add-person'
import { changeSettings } from '@/lib/settings/change'
import { make, resolve } from '@/lib/support'
import { closeResolved } from '@/lib/tickets/auto-close'
import { system } from '@/lib/viewer'
import { tasks } from './tasks'

const minute = 60_000
const day = 24 * 60 * minute
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

const silent = new Logger(() => () => {})
/** Everything whose time has come. */
const work = () =>
  runOnce({
    connectionString: process.env.DATABASE_URL,
    taskList: tasks,
    concurrency: 4,
    logger: silent,
    noHandleSignals: true,
  })

let requester = 0
let number = 0
beforeEach(async () => {
  requester = (await addPerson(system, { name: 'Ana', email: `ana${++number}@acme.test`, role: 'customer' }))
    .id
})

const resolved = async (milliseconds: number) => {
  const ticket = await at(ago(milliseconds + minute), () =>
    make().for(requester).subject('Printer').description('It is on fire').create(),
  )
  return at(ago(milliseconds), () => resolve(ticket))
}

const statusOf = async ({ id }: { readonly id: number }) =>
  (await db.select({ status: tickets.status }).from(tickets).where(eq(tickets.id, id)))[0]?.status

const closings = async ({ id }: { readonly id: number }) => {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*) from events where ticket_id = ${id} and kind = 'ticket.closed'`,
  )
  return row?.count
}

const enqueueAgain = (id: number) =>
  db.execute(sql`select graphile_worker.add_job('close-resolved', ${JSON.stringify({ ticketId: id })}::json)`)

test('a resolved ticket closes when its days are over, and not a minute before', async () => {
  const due = await resolved(7 * day + minute)
  const early = await resolved(7 * day - minute)
  await work()
  expect(await statusOf(due)).toBe('closed')
  expect(await statusOf(early)).toBe('resolved')
})

test('the job comes at the moment at which the days are over', async () => {
  const ticket = await resolved(3 * day)
  const [job] = await db.execute<{ run_at: string }>(
    sql`select run_at from graphile_worker.jobs where key = ${`close-resolved:${ticket.id}`}`,
  )
  expect(new Date(job?.run_at ?? 0)).toEqual(new Date((ticket.resolvedAt?.getTime() ?? 0) + 7 * day))
})

test('a ticket that was reopened stays open, and closes only after it has been resolved once more', async () => {
  const reopened = await (await resolved(7 * day + minute)).reopen()
  await work()
  expect(await statusOf(reopened)).toBe('open')
  await at(ago(2 * day), () => resolve(reopened))
  await enqueueAgain(reopened.id)
  await work()
  expect(await statusOf(reopened)).toBe('resolved')
})

test('twice and side by side, a ticket closes once', async () => {
  const ticket = await resolved(8 * day)
  for (let copy = 0; copy < 10; copy++) await enqueueAgain(ticket.id)
  await Promise.all([work(), work(), work(), closeResolved(ticket.id)])
  expect(await statusOf(ticket)).toBe('closed')
  expect(await closings(ticket)).toBe(1)
})

test('what a single job missed, the hourly one closes', async () => {
  const ticket = await resolved(4 * day)
  await changeSettings(system, { autoCloseDays: 3 })
  await db.execute(sql`select graphile_worker.add_job('auto-close')`)
  await work()
  expect(await statusOf(ticket)).toBe('closed')
  await changeSettings(system, { autoCloseDays: 7 })
})

test('a payload that is no payload is refused, kept with its error and tried again later', async () => {
  await db.execute(
    sql`select graphile_worker.add_job('close-resolved', ${'{"ticketId": "1; drop table"}'}::json, job_key := 'bad')`,
  )
  await work()
  const [job] = await db.execute<{ last_error: string; later: boolean }>(
    sql`select last_error, run_at > now() as later from graphile_worker.jobs where key = 'bad'`,
  )
  expect(job?.last_error).toContain('ticketId')
  expect(job?.later).toBe(true)
})

test('sessions and sign-in attempts of long ago are removed, those of this month are not', async () => {
  const session = (id: string, days: number) => ({ id, personId: requester, expiresAt: ago(days * day) })
  await db
    .insert(sessions)
    .values([
      session('long ended', 31),
      session('just ended', 29),
      { ...session('revoked long ago', -1), revokedAt: ago(31 * day) },
      session('in use', -7),
    ])
  const attempt = (days: number) => ({
    account: 'ana@acme.test',
    address: `10.0.0.${days}`,
    succeeded: true,
    at: ago(days * day),
  })
  await db.insert(signInAttempts).values([attempt(31), attempt(29)])
  await db.execute(sql`select graphile_worker.add_job('prune')`)
  await work()
  const left = await db.select({ id: sessions.id }).from(sessions).orderBy(sessions.id)
  expect(left.map(({ id }) => id)).toEqual(['in use', 'just ended'])
  expect(await db.$count(signInAttempts)).toBe(1)
  expect(await db.$count(people)).toBeGreaterThan(0)
})

let worker: ReturnType<typeof startWorker> | undefined
afterEach(() => {
  worker?.kill('SIGKILL')
})

const startWorker = () =>
  spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./worker.ts', import.meta.url))], {
    stdio: 'ignore',
    env: { ...process.env, LOG_LEVEL: 'silent', DESKWELL_PROCESS: 'worker under test' },
  })

const exitOf = (child: NonNullable<typeof worker>) =>
  new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)))

const patiently = { timeout: 30_000, interval: 50 }

test('a worker killed between the work and the queue’s note of it does no harm: the job repeats', async () => {
  const ticket = await resolved(9 * day)
  await closeResolved(ticket.id)
  expect(await closings(ticket)).toBe(1)
  await work()
  expect(await closings(ticket)).toBe(1)
  const [left] = await db.execute(
    sql`select from graphile_worker.jobs where key = ${`close-resolved:${ticket.id}`}`,
  )
  expect(left).toBeUndefined()
})

test('the worker works, survives the loss of all its connections, and ends cleanly when asked to', async () => {
  worker = startWorker()
  const first = await resolved(10 * day)
  await vi.waitFor(async () => expect(await statusOf(first)).toBe('closed'), patiently)
  await db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'deskwell'`)
  const second = await resolved(10 * day)
  await vi.waitFor(async () => expect(await statusOf(second)).toBe('closed'), patiently)
  const exit = exitOf(worker)
  worker.kill('SIGTERM')
  expect(await exit).toBe(0)
}, 90_000)

test('a worker that was killed leaves its work to the next', async () => {
  worker = startWorker()
  const before = await resolved(10 * day)
  await vi.waitFor(async () => expect(await statusOf(before)).toBe('closed'), patiently)
  worker.kill('SIGKILL')
  await exitOf(worker)
  const after = await resolved(10 * day)
  worker = startWorker()
  await vi.waitFor(async () => expect(await statusOf(after)).toBe('closed'), patiently)
}, 90_000)
