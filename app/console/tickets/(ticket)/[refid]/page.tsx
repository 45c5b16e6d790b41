import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { TicketScreen } from '@/components/console/ticket/ticket-screen'
import { requireAgent } from '@/lib/auth/session'
import { Missing } from '@/lib/errors'
import { openedTicket } from '@/lib/tickets/find'
import { readRefid } from '@/lib/tickets/refid'
import { timeline, timelineSize } from '@/lib/tickets/timeline'

interface TicketPageProps {
  readonly params: Promise<{ readonly refid: string }>
  readonly searchParams: Promise<{ readonly all?: string | string[] }>
}

export async function generateMetadata({ params }: TicketPageProps): Promise<Metadata> {
  const { ticket } = await openTicket((await params).refid)
  return { title: `${ticket.refid} ${ticket.subject}` }
}

export default async function TicketPage({ params, searchParams }: TicketPageProps) {
  const agent = await requireAgent()
  const { refid: address } = await params
  const refid = readRefid(address) ?? ''
  const all = (await searchParams).all === '1'
  const [{ ticket, sla, drafts, waiting, others, preferences, choices }, { entries, earlier, seen, theirs }] =
    await Promise.all([openTicket(address), timeline(agent, refid, timelineSize[all ? 'all' : 'last'])])
  return (
    <TicketScreen
      agent={agent}
      ticket={ticket}
      sla={sla}
      others={others}
      entries={entries}
      earlier={earlier}
      all={all}
      choices={choices}
      drafts={drafts}
      waiting={waiting.filter(({ uid }) => !entries.some((entry) => entry.uid === uid))}
      preferences={preferences}
      seen={seen}
      theirs={theirs}
      now={new Date()}
    />
  )
}

/** The ticket that an address names, however it is spelled. Once per request, for the title and for the page. */
const openTicket = cache(async (address: string) => {
  const agent = await requireAgent()
  const refid = readRefid(address) ?? notFound()
  try {
    return await openedTicket(agent, refid)
  } catch (error) {
    if (error instanceof Missing) notFound()
    throw error
  }
})
