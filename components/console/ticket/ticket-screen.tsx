import { Clock } from '@/components/ui/clock'
import { FocusHeir } from '@/components/ui/focus-heir'
import { newUid } from '@/components/ui/new-uid'
import type { Around } from '@/lib/canned/action'
import { fill, writerValues } from '@/lib/canned/placeholder'
import type { Drafts } from '@/lib/drafts/draft'
import type { Preferences } from '@/lib/preferences/preferences'
import type { WaitingReply } from '@/lib/sending/find'
import type { TicketSla } from '@/lib/sla/ledger'
import type { Choices, TicketForAgent } from '@/lib/tickets/find'
import type { OtherTickets } from '@/lib/tickets/of-requester'
import type { TimelineEntry } from '@/lib/tickets/timeline'
import type { Agent } from '@/lib/viewer'
import { queuePath } from '../queue/address'
import { AsideNotice } from './aside-notice'
import { Composer } from './composer'
import { Details } from './details'
import { fieldValues } from './field-values'
import { LiveTicket } from './live-ticket'
import { Shown } from './shown'
import { SidePanel } from './side-panel'
import { Signature } from './signature'
import { TicketHeader } from './ticket-header'
import { Timeline } from './timeline'
import { WaitingReplies } from './waiting-replies'

interface TicketScreenProps {
  readonly agent: Agent
  readonly ticket: TicketForAgent
  readonly sla: TicketSla
  /** Of its requester. */
  readonly others: OtherTickets
  readonly entries: readonly TimelineEntry[]
  readonly earlier: boolean
  /** Whether these are all that a page shows. */
  readonly all: boolean
  readonly choices: Choices
  readonly drafts: Drafts
  readonly waiting: readonly WaitingReply[]
  /** The agent's, with its placeholders. */
  readonly preferences: Preferences
  /** The uid of the last event that the entries know of. */
  readonly seen: string | null
  /** Of the last that is not the agent's own doing. */
  readonly theirs: string | null
  readonly now: Date
}

/**
 * The conversation and, beside it from 1024 px on, everything else about the ticket. From 1440 px on `TicketPanes` has the list
 * before both.
 */
export function TicketScreen(props: TicketScreenProps) {
  const {
    agent,
    ticket,
    sla,
    others,
    entries,
    earlier,
    all,
    choices,
    drafts,
    waiting,
    preferences,
    seen,
    theirs,
    now,
  } = props
  const { refid, status, requester } = ticket
  const { timeZone } = agent
  const { signature, afterSend } = preferences
  const around = aroundOf(choices)
  const allHref = all ? undefined : `${queuePath}/${refid}?all=1`
  return (
    <Clock now={now} timeZone={timeZone}>
      <FocusHeir />
      <Shown of={fieldValues(ticket)}>
        <div className="relative flex flex-1 flex-col lg:pe-80">
          <TicketHeader agent={agent} ticket={ticket} clocks={sla.clocks} long={entries.length > 8} />
          <SidePanel>
            <Details
              ticket={ticket}
              sla={sla}
              others={others}
              choices={choices}
              entries={entries}
              earlier={earlier}
              allHref={allHref}
              now={now}
              timeZone={timeZone}
            />
          </SidePanel>
          <div className="mx-auto flex w-full min-w-0 max-w-[52rem] flex-1 flex-col px-4 pb-4 lg:px-6">
            <AsideNotice ticket={ticket} />
            <Timeline
              entries={entries}
              earlier={earlier}
              refid={refid}
              allHref={allHref}
              now={now}
              timeZone={timeZone}
            />
            <WaitingReplies refid={refid} replies={waiting} around={around} />
            {/* Above the title, for it has lists that stand on its field. */}
            <div className="mt-4 bg-surface pb-2 stays:sticky stays:bottom-0 stays:z-20 stays:border-t stays:pt-2">
              <LiveTicket key={refid} refid={refid} seen={seen} theirs={theirs} />
              <Composer
                key={refid}
                refid={refid}
                status={status}
                closedBy={closerIn(entries)}
                mergedInto={ticket.mergedInto}
                customer={{ name: requester.name, email: requester.email }}
                drafts={drafts}
                writer={agent.email}
                around={around}
                afterSend={afterSend}
                signature={
                  signature && (
                    <Signature>{fill(signature, writerValues(agent, choices.workspace))}</Signature>
                  )
                }
                sight={{ seen, aware: waiting.map(({ uid }) => uid) }}
                submissions={{ reply: newUid(), note: newUid() }}
              />
            </div>
          </div>
        </div>
      </Shown>
    </Clock>
  )
}

/** Who closed it last, or merged it, as far as the page shows it. */
const closerIn = (entries: readonly TimelineEntry[]) =>
  entries.findLast((entry) => entry.type === 'event' && entry.change.status?.[1] === 'closed')?.author ?? null

/** What actions name, as far as a page knows it: what is on offer. */
const aroundOf = ({ agents, teams, categories }: Choices): Around => ({
  people: agents.map(({ email, name }) => ({ key: email, name, gone: false })),
  teams: teams.map(({ uid, name }) => ({ key: uid, name, gone: false })),
  categories: categories.map(({ slug, name }) => ({ key: slug, name, gone: false })),
  goneTags: [],
})
