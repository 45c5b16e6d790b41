import clsx from 'clsx'
import { type Hand, renderMarkdown } from './markdown'

interface ProseProps {
  /** As somebody wrote it. */
  readonly children: string
  readonly hand?: Hand
  readonly className?: string
}

/** What a person wrote. The only place that sets HTML: `renderMarkdown` escapes everything it does not make itself. */
export function Prose({ children, hand, className }: ProseProps) {
  return (
    <div
      className={clsx('prose', className)}
      dangerouslySetInnerHTML={{ __html: renderMarkdown(children, hand) }}
    />
  )
}
