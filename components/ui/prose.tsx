import clsx from 'clsx'
import { renderMarkdown } from './markdown'

interface ProseProps {
  /** Markdown as somebody wrote it. */
  readonly children: string
  readonly className?: string
}

/** What a person wrote. The only place that sets HTML: `renderMarkdown` escapes everything it does not make itself. */
export function Prose({ children, className }: ProseProps) {
  return (
    <div
      className={clsx('prose', className)}
      dangerouslySetInnerHTML={{ __html: renderMarkdown(children) }}
    />
  )
}
