import { queuePath } from './address'
import type { QueueLine } from './line'

/**
 * The link covers its row, so that the row can be pressed anywhere; what has a hint of its own lies above it. The table
 * follows it.
 */
export function Subject({ line: { refid, subject, preview, tags } }: { readonly line: QueueLine }) {
  const words = (
    <>
      <a href={`${queuePath}/${refid}`} data-row={refid}>
        {subject}
      </a>
      <span>{preview}</span>
    </>
  )
  if (!tags) return words
  return (
    <div className="queue-tagged">
      {words}
      <Tags tags={tags} />
    </div>
  )
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
