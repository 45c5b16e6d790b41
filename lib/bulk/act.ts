import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { applyActions } from '@/lib/canned/apply'
import { Refused } from '@/lib/errors'
import { assignWithin } from '@/lib/tickets/assign'
import { categorizeWithin } from '@/lib/tickets/categorize'
import { handOverWithin } from '@/lib/tickets/hand-over'
import { prioritizeWithin } from '@/lib/tickets/prioritize'
import { refuseIfMerged } from '@/lib/tickets/refuse-if-merged'
import { tagWithin } from '@/lib/tickets/tag'
import { transition } from '@/lib/tickets/transition'
import type { Tx } from '@/lib/transaction'
import type { standing } from '@/lib/undo/standing'
import type { Agent } from '@/lib/viewer'
import type { BulkAction } from './action'

type Acted = Awaited<ReturnType<typeof standing>>

interface Run {
  readonly id: number
  readonly action: BulkAction
}

/**
 * Does to one ticket, which the transaction holds, what a run does to each: by the verbs of a single ticket. Throws what they
 * throw. A new kind of action has its verbs here.
 */
export async function act(tx: Tx, agent: Agent, ticket: Acted, { id, action }: Run) {
  const run = { id }
  if (ticket.mergedIntoId) await refuseIfMerged(tx, ticket)
  switch (action.kind) {
    case 'assign':
      await assignWithin(tx, agent, ticket, action.to === null ? null : await keyOf(tx, action.to), run)
      break
    case 'team':
      await handOverWithin(tx, agent, ticket, action.to, run)
      break
    case 'status':
      if (ticket.status !== action.to) await transition(tx, agent, ticket, action.to)
      break
    case 'priority':
      await prioritizeWithin(tx, agent, ticket, action.to)
      break
    case 'category':
      await categorizeWithin(tx, agent, ticket, action.to)
      break
    case 'macro':
      await applyActions(tx, agent, ticket, action.actions, run)
      break
    case 'tags':
      await tagWithin(tx, agent, ticket, action)
      break
  }
}

async function keyOf(tx: Tx, email: string) {
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
  if (!person) throw new Refused('Choose an active agent')
  return person
}
