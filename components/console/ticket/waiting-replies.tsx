import { Prose } from '@/components/ui/prose'
import { type Around, actionWord, toMe } from '@/lib/canned/action'
import type { WaitingReply as Reply } from '@/lib/sending/find'
import { statusWord } from '@/lib/tickets/ticket'
import { WaitingReply } from './waiting-reply'

interface WaitingRepliesProps {
  readonly refid: string
  readonly replies: readonly Reply[]
  /** What their actions name. */
  readonly around: Around
}

/** What was sent and can still be taken back, at the end of the timeline. */
export function WaitingReplies({ refid, replies, around }: WaitingRepliesProps) {
  if (replies.length === 0) return null
  return (
    <ol aria-label="Being sent" className="may-be-covered mt-3 flex flex-col gap-3">
      {replies.map((reply) => {
        const { uid, author, yours, body, sendAt } = reply
        return (
          <li key={uid}>
            <WaitingReply
              refid={refid}
              uid={uid}
              author={author}
              yours={yours}
              sendAt={sendAt}
              then={thenWords(reply, around)}
            >
              <Prose className="text-message">{body}</Prose>
            </WaitingReply>
          </li>
        )
      })}
    </ol>
  )
}

/** What comes with a reply: `on hold, assign to Ana, tag vip`. */
function thenWords({ author, becomes, actions }: Reply, around: Around) {
  const words = [
    ...(becomes === 'keep' ? [] : [statusWord[becomes]]),
    // Whoever reads it is somebody else.
    ...actions.map((action) => (action.to === toMe ? `Assign to ${author}` : actionWord(action, around))),
  ]
  return words.length > 0
    ? words.map((word) => word.charAt(0).toLowerCase() + word.slice(1)).join(', ')
    : null
}
