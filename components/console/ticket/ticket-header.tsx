import { Avatar } from '@/components/ui/avatar'
import type { NamedClock } from '@/lib/sla/named-clock'
import type { TicketForAgent } from '@/lib/tickets/find'
import { mayEdit } from '@/lib/tickets/policy'
import type { Agent } from '@/lib/viewer'
import { ListToggle } from '../beside/list-toggle'
import { Steps } from '../beside/steps'
import { Attendance } from '../presence/attendance'
import { BackToList } from './back-to-list'
import { CopyRefid } from './copy-refid'
import { FollowButton } from './follow-button'
import { HeaderChips } from './header-chips'
import { JumpToLatest } from './jump-to-latest'
import { ShownPriority, ShownStatus } from './shown'
import { StatusActions } from './status-actions'
import { Subject } from './subject'
import { TicketMenu } from './ticket-menu'

interface TicketHeaderProps {
  readonly agent: Agent
  readonly ticket: TicketForAgent
  readonly clocks: readonly NamedClock[]
  /** Long enough to offer a way to its end. */
  readonly long: boolean
}

export function TicketHeader({ agent, ticket, clocks, long }: TicketHeaderProps) {
  const { refid, subject, status, assignee, team, requester } = ticket
  return (
    // From 1024 px on its lines stand in the page by themselves, so that one of them can stay while it scrolls.
    <header className="flex flex-col gap-2 border-b px-4 py-3 lg:contents">
      <div className="flex flex-wrap items-center gap-x-3 text-meta lg:px-6 lg:pt-3">
        <ListToggle />
        <BackToList refid={refid} customer={{ uid: requester.uid, name: requester.name }} />
        <CopyRefid refid={refid} />
        <span className="flex-1" />
        <JumpToLatest long={long} />
        <Steps key={refid} refid={refid} />
      </div>
      <div data-ticket-title className="ticket-title">
        <Subject refid={refid} subject={subject} disabled={!mayEdit(ticket)} />
        <div className="flex flex-wrap items-start gap-2">
          {ticket.mergedInto === null && <StatusActions refid={refid} status={status} me={agent.email} />}
          <TicketMenu
            refid={refid}
            status={status}
            spam={ticket.spam !== null}
            merged={ticket.mergedInto !== null}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 lg:border-b lg:px-6 lg:pb-3">
        <ShownStatus />
        <ShownPriority />
        {assignee ? (
          <span className="inline-flex items-center gap-1.5">
            <Avatar name={assignee.name} size={20} />
            {assignee.name}
          </span>
        ) : (
          <span className="text-fg-muted">Unassigned</span>
        )}
        {team && (
          <span dir="auto" title="Team" className="max-w-60 truncate text-fg-muted">
            {team.name}
          </span>
        )}
        <HeaderChips clocks={clocks} />
        <FollowButton refid={refid} following={ticket.following} />
        <Attendance refid={refid} />
      </div>
    </header>
  )
}
