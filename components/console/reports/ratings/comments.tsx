import { useId } from 'react'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { Comment } from '@/lib/analytics/ratings-report'

/** The latest words of customers, as they wrote them. */
export function Comments({ comments }: { readonly comments: readonly Comment[] }) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <h2 id={titleId} className="mb-1 font-semibold text-message">
        Latest comments
      </h2>
      {comments.length === 0 ? (
        <p className="text-fg-muted">Nobody wrote a comment.</p>
      ) : (
        <ul>
          {comments.map((comment) => (
            <li key={comment.refid} className="break-inside-avoid border-b py-3 first:border-t">
              <Said {...comment} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Said = ({ refid, subject, score, comment, customer, agent, at }: Comment) => (
  <div className="flex flex-col gap-x-6 gap-y-1 sm:flex-row">
    <p className="w-14 shrink-0 font-semibold">{score} of 5</p>
    <div className="min-w-0 flex-1">
      <p dir="auto" className="wrap-anywhere max-w-measure whitespace-pre-line text-message">
        {comment}
      </p>
      <p className="wrap-anywhere mt-1 text-fg-muted">
        <bdi>{customer}</bdi>
        {agent && (
          <>
            {' for '}
            <bdi>{agent}</bdi>
          </>
        )}
        {' · '}
        <Time at={at} />
        {' · '}
        <Link href={`/console/tickets/${refid}`} className="underline underline-offset-2">
          <span className="whitespace-nowrap font-mono text-meta">{refid}</span> <bdi>{subject}</bdi>
        </Link>
      </p>
    </div>
  </div>
)
