import { cache } from 'react'
import { ticketChoices } from '@/lib/tickets/find'

/** Asked once per request, by the frame and by the page in it. */
export const consoleChoices = cache(ticketChoices)
