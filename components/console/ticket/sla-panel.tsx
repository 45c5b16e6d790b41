import { DescriptionList } from '@/components/ui/description-list'
import { SlaChip } from '@/components/ui/sla-chip'
import { absolute, span } from '@/components/ui/time-words'
import type { TicketForAgent } from '@/lib/tickets/find'
import { isLive, priorityWord } from '@/lib/tickets/ticket'
import { slaFace } from './sla'

interface SlaPanelProps {
  readonly ticket: TicketForAgent
  readonly timeZone: string
}

/** When it is due, in which zone, and how that was counted. */
export function SlaPanel({ ticket, timeZone }: SlaPanelProps) {
  const { slaDueAt, createdAt, resolvedAt, priority } = ticket
  if (!slaDueAt) return <p className="text-fg-muted">Nothing was promised for this ticket.</p>
  const face = slaFace(ticket)
  const late = !isLive(ticket) && resolvedAt !== null && resolvedAt > slaDueAt
  return (
    <>
      <DescriptionList
        items={[
          {
            term: 'Resolution',
            detail: face ? (
              <SlaChip {...face} target="Resolution" />
            ) : (
              late && (
                <span className="text-sla-breach-text">
                  {late && `${span(+resolvedAt - +slaDueAt)} late`}
                </span>
              )
            ),
          },
          { term: 'Due', detail: absolute(slaDueAt, timeZone) },
        ]}
      />
      <p className="mt-1 text-fg-muted text-meta">
        {span(+slaDueAt - +createdAt)} around the clock for {priorityWord[priority].toLowerCase()} priority,
        counted from {absolute(createdAt, timeZone)}. Times are in {timeZone}.
      </p>
    </>
  )
}
