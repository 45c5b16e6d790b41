import { unmarkTicketSpam } from '@/app/console/tickets/actions'
import { unmergeTicket } from '@/app/console/tickets/merge/actions'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import type { TicketForAgent } from '@/lib/tickets/find'
import { queuePath } from '../queue/address'
import { VerbForm } from './verb-form'

/** Why a ticket is in no queue, and the way back. */
export function AsideNotice({ ticket }: { readonly ticket: TicketForAgent }) {
  const { refid, spam, mergedInto } = ticket
  if (mergedInto)
    return (
      <div className="pt-4">
        <Notice
          title={
            <>
              Merged into{' '}
              <Link
                href={`${queuePath}/${mergedInto}`}
                className="font-mono text-accent-text hover:underline"
              >
                {mergedInto}
              </Link>
            </>
          }
          action={
            <VerbForm action={unmergeTicket} refid={refid}>
              <SubmitButton variant="secondary">Undo merge</SubmitButton>
            </VerbForm>
          }
        >
          What was written here is there now; the customer is led there, too. Undone, it comes back as it was.
        </Notice>
      </div>
    )
  if (!spam) return null
  return (
    <div className="pt-4">
      <Notice
        tone="bad"
        title="Spam"
        action={
          <VerbForm action={unmarkTicketSpam} refid={refid}>
            <SubmitButton variant="secondary">Not spam</SubmitButton>
          </VerbForm>
        }
      >
        {spam.by} marked it <Time at={spam.at} />. It is in no queue and counts nowhere. The customer is not
        told, and still sees the ticket.
      </Notice>
    </div>
  )
}
