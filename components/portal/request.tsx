import { buttonClass } from '@/components/ui/button'
import { FocusHeir } from '@/components/ui/focus-heir'
import { ForgetQuery } from '@/components/ui/forget-query'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import type { OwnTicket } from '@/lib/portal/find'
import { zoneInWords } from '@/lib/portal/promise'
import { mayChangeRating, replyOutcome } from '@/lib/portal/standing'
import type { PublicEvent, PublicMessage } from '@/lib/portal/thread'
import type { Settings } from '@/lib/settings/settings'
import { CloseUnsolved, ReopenOwn, SolvedQuestion } from './ending'
import { News } from './news'
import { PromiseLine } from './promise-line'
import { Rating } from './rating'
import { ReplyForm } from './reply-form'
import { RequestLink } from './request-link'
import { RequestStatus } from './request-status'
import { Thread } from './thread'

interface RequestProps {
  readonly ticket: OwnTicket
  readonly messages: readonly PublicMessage[]
  readonly events: readonly PublicEvent[]
  /** Before which message earlier ones are asked for; null: there are none. */
  readonly earlier: string | null
  /** Whether the last messages are among these. */
  readonly latest: boolean
  readonly settings: Settings
  readonly justFiled: boolean
  /** The reference of another request that was asked for, and went into this one. */
  readonly joined: string | null
  readonly now: Date
  readonly timeZone: string
}

/** One request of a customer: what is promised, what was said, and what can be done where it was said last. */
export function Request(props: RequestProps) {
  const { ticket, messages, events, earlier, latest } = props
  const path = `/tickets/${ticket.refid}`
  return (
    <>
      <FocusHeir />
      <Header ticket={ticket} reply={latest ? '#reply' : `${path}#reply`} />
      {latest && <Standing {...props} />}
      <section aria-label="Messages" className="mt-6 border-t pt-6">
        {earlier && (
          <LinkButton href={`${path}?before=${earlier}#later`} rel="prev" className="mb-7">
            Show earlier messages
          </LinkButton>
        )}
        <Thread messages={messages} events={events} />
      </section>
      {latest ? (
        <WhatNext {...props} />
      ) : (
        <nav id="later" tabIndex={-1} aria-label="Later messages" className="mt-8 border-t pt-6">
          <LinkButton href={path}>Back to the latest messages</LinkButton>
        </nav>
      )}
    </>
  )
}

function Standing({ ticket, justFiled, joined, now, timeZone }: RequestProps) {
  return (
    <div className="mt-5 space-y-3">
      {joined && (
        <Notice title={<Joined refid={joined} />} live>
          <ForgetQuery />
          We joined your two requests. What was said in both is on this page.
        </Notice>
      )}
      {justFiled && ticket.status === 'open' && !ticket.answeredAt && (
        <Notice tone="good" title="We have received your request" live>
          <ForgetQuery />
          Your reference is <span className="whitespace-nowrap font-mono">{ticket.refid}</span>. A person
          reads it next, and the answer appears on this page.
          {ticket.follows && (
            <p>
              <span className="whitespace-nowrap font-mono">{ticket.follows}</span> was closed, so your
              message opened this new request.
            </p>
          )}
        </Notice>
      )}
      {ticket.status === 'pending' && (
        <Notice
          tone="waiting"
          title="Waiting for you"
          action={
            <a href="#reply" className={buttonClass({ size: 32 })}>
              Reply
            </a>
          }
        >
          We asked you something and go on when you answer.
        </Notice>
      )}
      <PromiseLine ticket={ticket} now={now} zone={zoneInWords(timeZone)} />
    </div>
  )
}

const Joined = ({ refid }: { readonly refid: string }) => (
  <>
    <span className="whitespace-nowrap font-mono">{refid}</span> goes on here
  </>
)

function WhatNext({ ticket, messages, settings, now, timeZone }: RequestProps) {
  const outcome = replyOutcome(ticket, settings, now)
  return (
    <div className="mt-8 space-y-8 border-t pt-6">
      {ticket.status === 'resolved' && (
        <SolvedQuestion refid={ticket.refid} mayReopen={outcome === 'reopens'} />
      )}
      {ticket.status === 'closed' && outcome === 'reopens' && <ReopenOwn refid={ticket.refid} />}
      {ticket.resolvedAt && wasHelped(ticket) && (
        <Rating ticket={ticket} mayChange={mayChangeRating(ticket, settings, now)} />
      )}
      <section id="reply" tabIndex={-1} aria-label="Reply" className="scroll-mt-6">
        {/* Whoever writes has read what was there. */}
        <News
          key={lastFrom('you', messages)?.uid}
          refid={ticket.refid}
          updatedAt={ticket.updatedAt.toISOString()}
          answeredAt={lastFrom('us', messages)?.createdAt.toISOString() ?? ''}
        />
        <ReplyForm refid={ticket.refid} outcome={outcome} zone={zoneInWords(timeZone)} />
      </section>
      {outcome === 'continues' && <CloseUnsolved refid={ticket.refid} />}
    </div>
  )
}

const lastFrom = (whom: PublicMessage['from'], messages: readonly PublicMessage[]) =>
  messages.findLast(({ from }) => from === whom)

/** Whoever closes what nobody has answered or solved has no help to rate. */
const wasHelped = ({ closedByYou, resolvedAt, closedAt, answeredAt, ratedAt }: OwnTicket) =>
  ratedAt !== null || answeredAt !== null || !(closedByYou && resolvedAt?.getTime() === closedAt?.getTime())

interface HeaderProps {
  readonly ticket: OwnTicket
  /** The address of the field for a reply. */
  readonly reply: string
}

const Header = ({ ticket, reply }: HeaderProps) => (
  <>
    <PageHeader
      back={
        <Link
          href="/tickets"
          className="inline-flex min-h-6 items-center rounded-control text-console hover:text-fg hover:underline pointer-coarse:min-h-11"
        >
          My requests
        </Link>
      }
      title={ticket.subject}
    />
    <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-console text-fg-muted">
      <span role="status">
        <RequestStatus ticket={ticket} />
      </span>
      <span className="select-all font-mono">{ticket.refid}</span>
      {ticket.categoryName && <span className="wrap-anywhere">{ticket.categoryName}</span>}
      <span>
        sent <Time at={ticket.createdAt} />
      </span>
      {ticket.follows && (
        <span>
          follows <RequestLink refid={ticket.follows} />
        </span>
      )}
      {ticket.followedBy && (
        <span>
          goes on in <RequestLink refid={ticket.followedBy} />
        </span>
      )}
      {/* Past all that was said, however long that is; a notice leads there where it is their turn. */}
      {ticket.status !== 'pending' && (
        <a
          href={reply}
          className="inline-flex items-center text-accent-text underline underline-offset-2 pointer-coarse:min-h-11"
        >
          Write a reply
        </a>
      )}
    </div>
  </>
)
