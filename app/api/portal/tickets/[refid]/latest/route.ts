import { ownTicket } from '@/lib/portal/find'
import { customerRoute } from '@/lib/route'
import { type AddressedTicket, refidOf } from '@/lib/tickets/refid'

/** `{updatedAt}`: when something last happened that its customer may see, for a page that wants to know whether it shows it. */
export const GET = customerRoute(async (customer, _, ticket: AddressedTicket) => {
  const { updatedAt } = await ownTicket(customer, refidOf(ticket))
  return { updatedAt }
})
