import { eq } from 'drizzle-orm'
import { people, tickets } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { listed } from '@/lib/listed'
import { noteWithin } from '@/lib/messages/note'
import { activeTeam } from '@/lib/teams/active'
import { give } from '@/lib/teams/give'
import { assignWithin } from '@/lib/tickets/assign'
import { categorizeWithin } from '@/lib/tickets/categorize'
import { handOverTo } from '@/lib/tickets/hand-over'
import { prioritizeWithin } from '@/lib/tickets/prioritize'
import { tagWithin } from '@/lib/tickets/tag'
import { transition } from '@/lib/tickets/transition'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { actionWord, type MacroAction, toMe, toNobody, whyNot } from './action'
import { aroundActions } from './around'
import { blanks, blankWords, fill } from './placeholder'
import { valuesOn } from './values'

interface Ticket {
  readonly id: number
}

/**
 * Does what a macro does with a ticket, as that agent: all of it, or none. Throws Refused (`actions`) that names each action
 * which cannot be done. The transaction is the caller's; whoever is given the ticket is so last. `run`: as one of many.
 */
export async function applyActions(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  actions: readonly MacroAction[],
  run?: { readonly id: number },
) {
  if (actions.length === 0) return
  await refuseIfImpossible(tx, agent, ticket, actions)
  const { refid, status } = await present(tx, ticket)
  for (const action of inOrder(actions, status === 'closed')) {
    // As the one before has left it.
    const current = await present(tx, ticket)
    switch (action.do) {
      case 'status':
        if (action.to !== current.status) await transition(tx, agent, current, action.to)
        break
      case 'priority':
        await prioritizeWithin(tx, agent, current, action.to)
        break
      case 'assign':
        await assignWithin(tx, agent, current, await assigneeOf(tx, agent, action.to), run)
        break
      case 'team':
        await handOverTo(tx, agent, current, await activeTeam(tx, action.to))
        break
      case 'category':
        await categorizeWithin(tx, agent, current, action.to)
        break
      case 'tag':
        await tagWithin(tx, agent, current, { add: [action.to] })
        break
      case 'untag':
        await tagWithin(tx, agent, current, { remove: [action.to] })
        break
      case 'note':
        await noteWithin(
          tx,
          agent,
          current,
          { body: fill(action.to, await valuesOn(agent, refid, tx)), channel: 'agent' },
          run,
        )
        break
    }
  }
  const assigns = actions.some((action) => action.do === 'assign')
  if (!assigns && actions.some((action) => action.do === 'team')) await give(tx, ticket, run)
}

/** Throws Refused (`actions`) as `applyActions` would, and does nothing. */
export async function refuseIfImpossible(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  actions: readonly MacroAction[],
) {
  if (actions.length === 0) return
  const [current, around] = [await present(tx, ticket), await aroundActions(actions, tx)]
  const values = actions.some((action) => action.do === 'note')
    ? await valuesOn(agent, current.refid, tx)
    : {}
  const impossible = actions.flatMap((action) => {
    const why =
      whyNot(action, current, around, actions) ??
      (action.do === 'note' ? openIn(fill(action.to, values)) : null)
    return why === null ? [] : [`“${actionWord(action, around)}” (${why})`]
  })
  if (impossible.length > 0)
    throw new Refused(
      `${listed(impossible)} cannot be done, so nothing was. Remove ${impossible.length === 1 ? 'it' : 'them'} and try again.`,
      'actions',
    )
}

function openIn(note: string) {
  const open = blanks(note)
  return open.length > 0 ? `nothing is known for ${blankWords(open)}` : null
}

/** The status comes last, for a closed ticket takes nothing else; one that is closed is reopened first. */
function inOrder(actions: readonly MacroAction[], closed: boolean) {
  const order: readonly MacroAction['do'][] = [
    ...(closed ? (['status'] as const) : []),
    'team',
    'assign',
    'category',
    'priority',
    'untag',
    'tag',
    'note',
    'status',
  ]
  return actions.toSorted((one, other) => order.indexOf(one.do) - order.indexOf(other.do))
}

async function present(tx: Tx, { id }: Ticket) {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      refid: tickets.refid,
      status: tickets.status,
      priority: tickets.priority,
      assigneeId: tickets.assigneeId,
      teamId: tickets.teamId,
      categoryId: tickets.categoryId,
    })
    .from(tickets)
    .where(eq(tickets.id, id))
    .for('no key update')
  if (!ticket) throw new Missing()
  return ticket
}

async function assigneeOf(tx: Tx, agent: Agent, to: string) {
  if (to === toNobody) return null
  if (to === toMe) return agent
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, to))
  if (!person) throw new Refused('Choose an active agent', 'actions')
  return person
}
