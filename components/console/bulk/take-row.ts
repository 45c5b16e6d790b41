'use client'

import { claimTicket } from '@/app/console/tickets/actions'
import { asItWas, takesBack } from '../inverse'
import { perform } from '../perform'
import { whenMade } from '../when-made'

/** Whoever pressed has the ticket, if nobody had it. False: it was not done, and that was said. */
export const takeRow = (ref: string) =>
  whenMade(perform(claimTicket, { ref }), {
    undo: takesBack(asItWas(ref, { assignee: 'none' })),
    already: `${ref} is yours already`,
  })
