import type { MacroAction } from '@/lib/canned/action'
import { applyActions } from '@/lib/canned/apply'
import { answerWithin } from '@/lib/messages/answer'
import type { AfterReply, Written } from '@/lib/messages/message'
import type { Ticket } from '@/lib/tickets/ticket'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'

interface Carried {
  /** The status to leave behind. */
  readonly becomes: AfterReply
  readonly actions: readonly MacroAction[]
}

/**
 * A reply is said on a ticket that the transaction holds, and what goes with it is done. The status is one more action, and so
 * comes after the others: a resolution counts for whom the ticket belongs to by then, under the promises that it has by then.
 */
export async function carryOut(
  tx: Tx,
  agent: Agent,
  ticket: Pick<Ticket, 'id' | 'status'>,
  written: Written,
  { becomes, actions }: Carried,
) {
  const then: readonly MacroAction[] = becomes === 'keep' ? [] : [{ do: 'status', to: becomes }]
  await answerWithin(tx, agent, ticket, written)
  await applyActions(tx, agent, ticket, [...actions, ...then])
}
