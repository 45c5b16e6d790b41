import { Prose } from '@/components/ui/prose'
import type { WaitingReply as Reply } from '@/lib/sending/find'
import { statusWord } from '@/lib/tickets/ticket'
import { WaitingReply } from './waiting-reply'

interface WaitingRepliesProps {
  readonly refid: string
  readonly replies: readonly Reply[]
}

/** What was sent and can still be taken back, at the end of the timeline. */
export function WaitingReplies({ refid, replies }: WaitingRepliesProps) {
  if (replies.length === 0) return null
  return (
    <ol aria-label="Being sent" className="mt-3 flex flex-col gap-3">
      {replies.map(({ uid, author, yours, body, becomes, sendAt }) => (
        <li key={uid}>
          <WaitingReply
            refid={refid}
            uid={uid}
            author={author}
            yours={yours}
            sendAt={sendAt}
            then={becomes === 'keep' ? null : statusWord[becomes].toLowerCase()}
          >
            <Prose className="text-message">{body}</Prose>
          </WaitingReply>
        </li>
      ))}
    </ol>
  )
}
