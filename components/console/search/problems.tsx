import CircleAlert from 'lucide-react/icons/circle-alert'
import type { Problem } from '@/lib/search/query'

interface ProblemsProps {
  readonly id: string
  readonly q: string
  readonly problems: readonly Problem[]
}

/** What cannot be understood, shown where it stands. */
export function Problems({ id, q, problems }: ProblemsProps) {
  return (
    <ul id={id} className="flex flex-col gap-1.5 text-message text-sla-breach-text">
      {problems.map(({ at, end, message }) => (
        <li key={at} className="flex items-start gap-2">
          <CircleAlert aria-hidden="true" className="mt-0.75 size-4 shrink-0" />
          <span className="min-w-0">
            {message}
            <span aria-hidden="true" className="block truncate font-mono text-fg-muted text-meta">
              {q.slice(Math.max(0, at - 24), at)}
              <span className="text-sla-breach-text underline decoration-wavy underline-offset-4">
                {q.slice(at, Math.min(end, at + 60))}
              </span>
              {q.slice(end, end + 24)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
