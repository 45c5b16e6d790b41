import * as support from '@/lib/support'

/** A day at the helpdesk, as a program writes it. The ids are keys of people, as `support.personByEmail(…)` tells them. */
export async function walkThrough(customerId: number, agentId: number) {
  // Once: another category of this name is refused.
  const invoices = await support
    .configCategory()
    .name('Invoices')
    .description('What we billed, and what was paid')
    .order(1)
    .create()

  const ticket = await support
    .make()
    .for(customerId)
    .category(invoices.id)
    .subject('Invoice 4711 is twice in my inbox')
    .description('Both have the same **number**. Which one do I pay?')
    .high()
    .metadata({ invoice: 4711 })
    .create()
  console.log(`${ticket.refid} is due ${ticket.slaDueAt?.toISOString()}`)

  const assigned = await ticket.assignTo(agentId)
  await support.reply(assigned, agentId, 'Pay either, we have cancelled the other.')
  await support.reply(assigned, agentId, 'Billing ran twice on Monday.', true) // a note: agents only
  const resolved = await support.resolve(assigned)

  for (const { kind, actor, at } of await resolved.history())
    console.log(at.toISOString(), kind, actor ?? 'Deskwell')
  return resolved
}
