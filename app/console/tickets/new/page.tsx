import type { Metadata } from 'next'
import { customersPath } from '@/components/console/customers/places'
import { NewTicketForm } from '@/components/console/new-ticket/new-ticket-form'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireAgent } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import { searchable } from '@/lib/text'
import { ticketChoices } from '@/lib/tickets/find'
import { isAdmin } from '@/lib/viewer'

export const metadata: Metadata = { title: 'New ticket' }

export default async function NewTicket({ searchParams }: PageProps<'/console/tickets/new'>) {
  const agent = await requireAgent()
  const { email } = await searchParams
  const [choices, { defaultPriority }] = await Promise.all([ticketChoices(agent), currentSettings()])
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 px-4 py-4 lg:px-6">
      <PageHeader
        title="New ticket"
        description={
          <>
            For a customer who called or came by. They can follow it like one that they filed themselves, once
            they have a password.{' '}
            {isAdmin(agent) ? (
              <Link href={customersPath} className="text-accent-text underline underline-offset-2">
                You set it on the customer’s page.
              </Link>
            ) : (
              'An admin sets it on the customer’s page.'
            )}
          </>
        }
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
