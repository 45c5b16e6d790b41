import { sql } from 'drizzle-orm'
import { moment, tickets } from '@/db/schema'
import { now } from '@/lib/clock'
import { dayLength } from '@/lib/day-length'
import { Conflict, Refused } from '@/lib/errors'
import { refuseIfOften } from '@/lib/events/refuse-if-often'
import { enqueue } from '@/lib/jobs/enqueue'
import { currentSettings } from '@/lib/settings/find'
import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'
import { changePromised } from './change-promised'
import { lock } from './lock'
import { mayMove } from './policy'
import { refuseIfMerged } from './refuse-if-merged'
import { isLive, type Status, statusWord, type Ticket } from './ticket'

type Moved = Pick<Ticket, 'id' | 'status'>

/** Every change of status comes through here: the rule, the moments that belong to the status, the event, the job. */
export async function transition(tx: Tx, actor: Actor, ticket: Moved, to: Status) {
  const from = ticket.status
  if (!mayMove(from, to))
    throw new Refused(
      `This ticket is ${statusWord[from].toLowerCase()} and cannot become ${statusWord[to].toLowerCase()}`,
    )
  if (from === 'closed') await refuseIfMerged(tx, ticket)
  if (actor.role === 'customer' && kind(from, to) === 'ticket.reopened') {
    // Whoever waited for the row counts what the one before has done.
    await lock(tx, ticket)
    await refuseIfOften(tx, actor, {
      kinds: ['ticket.reopened'],
      ticket,
      done: 'reopened this request',
      again: 'reopen it again',
    })
  }
  if (to === 'closed' && isLive(ticket)) {
    // Closing what is not resolved resolves it on the way, so that no number misses its end.
    await transition(tx, actor, ticket, 'resolved')
    return transition(tx, actor, { id: ticket.id, status: 'resolved' }, 'closed')
  }
  const audience = readsTheSame(from, to) ? 'agents' : 'everyone'
  const changing = changePromised(tx, actor, ticket, {
    seen: { status: from },
    changes: { status: to, ...moments(actor, from, to) },
    audience,
    event: { kind: kind(from, to), audience, change: { status: [from, to] } },
    happening: happening(from, to),
  })
  await (actor.role === 'customer' ? changing.catch(withoutNames) : changing)
  if (to === 'resolved') {
    const { autoCloseDays } = await currentSettings(tx)
    const runAt = new Date(now().getTime() + autoCloseDays * dayLength)
    await enqueue(
      tx,
      'close-resolved',
      { ticketId: ticket.id },
      { runAt, key: `close-resolved:${ticket.id}` },
    )
  }
}

/** To a customer: open and on hold both mean that it is our turn. */
const readsTheSame = (from: Status, to: Status) =>
  [from, to].every((status) => status === 'open' || status === 'on_hold')

/** Who has a ticket, and that we wait for somebody else, is for agents to know. */
function withoutNames(error: unknown): never {
  if (!(error instanceof Conflict)) throw error
  throw new Conflict('This request has just changed. Look at it again, then decide.')
}

function moments(actor: Actor, from: Status, to: Status) {
  if (to === 'resolved')
    return { resolvedAt: moment, solverId: sql`${tickets.assigneeId}`, waitingSince: null }
  if (to === 'closed') return { closedAt: moment, closedById: actor.role === 'system' ? null : actor.id }
  if (from === 'resolved' || from === 'closed')
    return {
      resolvedAt: null,
      solverId: null,
      closedAt: null,
      closedById: null,
      // A customer who reopens is waiting for us again, also without a word.
      ...(actor.role === 'customer' && { waitingSince: moment }),
    }
  return {}
}

const kind = (from: Status, to: Status) => {
  if (to === 'resolved') return 'ticket.resolved'
  if (to === 'closed') return 'ticket.closed'
  return from === 'resolved' || from === 'closed' ? 'ticket.reopened' : 'ticket.status'
}

const happening = (from: Status, to: Status) =>
  kind(from, to) === 'ticket.reopened' ? ({ kind: 'reopened' } as const) : ({ kind: 'moved', to } as const)
