import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { listCookie, listHidden } from '@/components/console/beside/kept'
import { TicketPanes } from '@/components/console/beside/panes'
import { requireAgent } from '@/lib/auth/session'

/** Stays while one goes from ticket to ticket, and with it the list beside them. */
export default async function TicketLayout({ children }: { readonly children: ReactNode }) {
  const { timeZone } = await requireAgent()
  const listShown = (await cookies()).get(listCookie)?.value !== listHidden
  return (
    <TicketPanes listShown={listShown} now={new Date().toISOString()} timeZone={timeZone}>
      {children}
    </TicketPanes>
  )
}
