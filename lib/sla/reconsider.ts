import { isDatabaseAway } from '@/lib/database-errors'
import type { Jobs } from '@/lib/jobs/job'
import { log } from '@/lib/log'
import { inTransaction, type Tx } from '@/lib/transaction'
import { advance } from './advance'
import { isNews, ledgerPage } from './keep'
import { batch, liveAfter } from './live'
import type { Held } from './load'
import { goOnReconsidering } from './reconsider-later'
import type { Rules } from './sla-policy'
import { withBreachesTold } from './tell'
import { write } from './write'

type Job = Jobs['sla-reconsider']

interface Batch {
  /** So many tickets. */
  readonly most: number
  /** The row of the job in the queue. */
  readonly own: string | undefined
}

/**
 * Looks up anew what is promised on the next tickets that are not over, after a policy or a calendar has changed, and has
 * the others looked at by another job; what has breached keeps its deadline. Safe to run twice: what is as promised is
 * left alone. A ticket that cannot be done does not keep the others.
 *
 * @returns how many tickets were promised something else, and after which of them to go on, if there are more
 */
export async function reconsiderSome(job: Job, { most = batch, own }: Partial<Batch> = {}) {
  try {
    return await inTransaction(async (tx) => {
      const { tickets, rules } = await liveAfter(tx, job.after ?? 0, { most, locked: true })
      const changed = await hold(tx, job, tickets, rules)
      return { changed, next: await goOn(tx, job, tickets, { most, own }) }
    })
  } catch (err) {
    if (isDatabaseAway(err)) throw err
    log.warn({ err }, 'What is promised is looked up one ticket at a time')
    return reconsiderEach(job, { most, own })
  }
}

async function reconsiderEach(job: Job, { most, own }: Batch) {
  const { tickets } = await inTransaction((tx) => liveAfter(tx, job.after ?? 0, { most }))
  let changed = 0
  for (const { id } of tickets)
    changed += await reconsiderOne(job, id).catch((err: unknown) => {
      if (isDatabaseAway(err)) throw err
      log.error({ err, ticketId: id }, 'What is promised on a ticket cannot be looked up')
      return 0
    })
  return { changed, next: await inTransaction((tx) => goOn(tx, job, tickets, { most, own })) }
}

/** If it is not over by now. */
const reconsiderOne = (job: Job, id: number) =>
  inTransaction(async (tx) => {
    const { tickets, rules } = await liveAfter(tx, id - 1, { most: 1, locked: true })
    return hold(
      tx,
      job,
      tickets.filter((ticket) => ticket.id === id),
      rules,
    )
  })

async function hold(tx: Tx, { because, actorId }: Job, tickets: readonly Held[], rules: Rules) {
  const pages = tickets
    .map((ticket) => {
      const next = advance(ticket.clocks, ticket, { kind: 'reconsidered', because }, ticket.now, rules)
      return ledgerPage(ticket, next, rules, { actorId })
    })
    .filter(isNews)
  await write(tx, await withBreachesTold(tx, pages))
  return pages.length
}

async function goOn(tx: Tx, job: Job, tickets: readonly { readonly id: number }[], { most, own }: Batch) {
  const last = tickets.at(-1)
  if (!last || tickets.length < most) return null
  return (await goOnReconsidering(tx, { ...job, after: last.id }, own)) ? last.id : null
}
