import { Logger, runOnce } from 'graphile-worker'
import { db } from '@/db/client'
import { Refused } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { tasks } from '@/lib/jobs/tasks'
import { agent, customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { ticketFor } from '@/lib/tickets/find'
import type { BulkWish } from './action'
import { bulkRun, leftTickets } from './find'
import { standsWords } from './run'
import { type Asked, startBulk } from './start'

interface Named {
  readonly refid: string
}

/** Arrangement for tests: an agent at work, and a customer with tickets. */
export async function desk() {
  const [ana, maria] = [await agent('Ana Petrović'), await customer('Maria')]
  const taken = (subject = 'The lamp flickers') =>
    file(ana, maria, { subject, description: 'It does.', channel: 'agent' })
  return {
    ana,
    maria,
    taken,
    /** `Lamp 1` and on. */
    several: async (count: number) => {
      const all = []
      for (let number = 1; number <= count; number++) all.push(await taken(`Lamp ${number}`))
      return all
    },
    /** Changes tickets, and gives the name of the run. */
    bulk: async (
      which: Asked['which'],
      wish: BulkWish,
      { submission = crypto.randomUUID(), agreed }: Partial<Pick<Asked, 'submission' | 'agreed'>> = {},
    ) => {
      await startBulk(ana, { submission, wish, which, ...(agreed !== undefined && { agreed }) })
      return submission
    },
    stands: async (run: string) => standsWords(await bulkRun(ana, run)),
    left: async (run: string) =>
      (await leftTickets(ana, await bulkRun(ana, run))).map(({ subject, reason }) => [subject, reason]),
    /** Everything that a run can change, by names. */
    looks: async ({ refid }: Named) => {
      const { status, priority, assignee, team, category, tags } = await ticketFor(ana, refid)
      return {
        status,
        priority,
        assignee: assignee?.name,
        team: team?.name,
        category: category?.name,
        tags,
      }
    },
  }
}

export const urgent: BulkWish = { kind: 'priority', to: 'urgent' }

export const names = (tickets: readonly Named[]) => tickets.map(({ refid }) => refid)

/** What happened on a ticket since it was filed. */
export const happened = async (ticket: { readonly id: number }) =>
  (await history(ticket)).slice(2).map(({ kind, actor }) => `${kind} by ${actor}`)

export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Refused ? error.message : error),
  )

/** The key of the run that was begun last. */
export async function lastRun() {
  const [row] = await db.execute<{ id: number }>('select max(id) as id from bulk_runs')
  return row?.id ?? 0
}

/** Does what waits in the queue of jobs. */
export const work = () =>
  runOnce({
    connectionString: process.env.DATABASE_URL,
    taskList: tasks,
    concurrency: 4,
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  })
