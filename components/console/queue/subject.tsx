import { Link } from '@/components/ui/link'
import { replyingWords } from '../presence/replying-words'
import { queuePath } from './address'
import type { QueueLine } from './line'
import { Viewers } from './viewers'

/**
 * The link covers its row, so that the row can be pressed anywhere; what has a hint of its own lies above it.
 */
export function Subject({ line }: { readonly line: QueueLine }) {
  const { refid, subject, tags, present } = line
  const words = (
    <>
      <Link href={`${queuePath}/${refid}`} data-row={refid}>
        {subject}
      </Link>
      <Preview line={line} />
    </>
  )
  if (!tags && !present) return words
  return (
    <div className="queue-tagged">
      {words}
      {present && <Viewers present={present} />}
      {tags && <Tags tags={tags} />}
    </div>
  )
}

/** What happens to it now, what the agent has begun to write, or what was said last. */
function Preview({ line: { preview, draft, present, gone } }: { readonly line: QueueLine }) {
  if (gone) return <span className="queue-gone">No longer in this list</span>
  const replying = present?.filter((one) => one.replying) ?? []
  if (replying.length > 0) return <span className="queue-replying">{replyingWords(replying)}</span>
  if (draft) return <span>Draft: {draft}</span>
  return <span>{preview}</span>
}

const tagsShown = 3

function Tags({ tags }: { readonly tags: readonly string[] }) {
  const hidden = tags.slice(tagsShown)
  return (
    <ul aria-label="Tags">
      {tags.slice(0, tagsShown).map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
      {hidden.length > 0 && (
        <li title={hidden.join(', ')}>
          +{hidden.length}
          <span className="sr-only"> {hidden.join(', ')}</span>
        </li>
      )}
    </ul>
  )
}
