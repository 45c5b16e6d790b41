import { TooMany } from '@/lib/errors'
import { currentSettings } from '@/lib/settings/find'
import { inMinutes } from '@/lib/time-words'
import type { Tx } from '@/lib/transaction'
import type { Customer } from '@/lib/viewer'
import { reopeningsPerHour, secondsUntilNextReopening } from './limit'
import { lock } from './lock'

/** Each time a ticket is reopened it is promised anew and people are told: a customer does not do so without end. */
export async function refuseIfReopenedOften(tx: Tx, customer: Customer, ticket: { readonly id: number }) {
  // Whoever waited for the row counts what the one before has done.
  await lock(tx, ticket)
  const wait = await secondsUntilNextReopening(customer.id, ticket.id, await currentSettings(tx), tx)
  if (wait > 0)
    throw new TooMany(
      `You have reopened this request ${reopeningsPerHour} times within an hour. You can reopen it again ${inMinutes(wait)}.`,
      wait,
    )
}
