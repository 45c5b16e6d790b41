import { now } from '@/lib/clock'
import { Refused } from '@/lib/errors'
import { currentSettings } from '@/lib/settings/find'
import { inTransaction } from '@/lib/transaction'
import type { Actor, Customer } from '@/lib/viewer'
import { mayReopen } from './policy'
import { isLive, type Ticket } from './ticket'
import { transition } from './transition'

/** An agent takes up again what was resolved or closed. */
export const reopen = (agent: Exclude<Actor, Customer>, ticket: Pick<Ticket, 'id' | 'status'>) =>
  inTransaction((tx) => transition(tx, agent, ticket, 'open'))

/**
 * The requester says that it is still a problem; what is open stays so. Throws Refused once the days of grace are over, TooMany
 * after ten times within an hour.
 */
export const reopenOwn = (
  customer: Customer,
  ticket: Pick<Ticket, 'id' | 'status' | 'resolvedAt'> & { readonly closedByYou: boolean },
) =>
  inTransaction(async (tx) => {
    if (isLive(ticket)) return
    if (!mayReopen(ticket, await currentSettings(tx), now()))
      throw new Refused(
        'This request can no longer be reopened. Write a reply to it and we will open a new one.',
      )
    await transition(tx, customer, ticket, 'open')
  })
