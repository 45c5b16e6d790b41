import type { Metadata } from 'next'
import { NewTicketForm } from '@/components/console/new-ticket/new-ticket-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireAgent } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import { searchable } from '@/lib/text'
import { ticketChoices } from '@/lib/tickets/find'

export const metadata: Metadata = { title: 'New ticket' }

export default async function NewTicket({ searchParams }: PageProps<'/console/tickets/new'>) {
  const agent = await requireAgent()
  const { email } = await searchParams
  const [choices, { defaultPriority }] = await Promise.all([ticketChoices(agent), currentSettings()])
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 px-4 py-4 lg:px-6">
      <PageHeader
        title="New ticket"
        description="For a customer who called or came by. They can follow it like one that they filed themselves."
      />
      <NewTicketForm
        email={typeof email === 'string' ? searchable(254).parse(email) : ''}
        priority={defaultPriority}
        choices={choices}
        writer={agent.email}
      />
    </div>
  )
}
