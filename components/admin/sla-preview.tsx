'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useForm } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { Previewed } from '@/lib/form-state'
import type { Change, Due, Preview } from '@/lib/sla/preview'
import { targetWord } from '@/lib/sla/target'

interface SlaPreviewProps {
  /** What the button says that does it. */
  readonly confirm: string
  readonly danger?: boolean
}

/** What the form's change would do to open tickets, and the button that agrees to it. Belongs at the end of a form. */
export function SlaPreview({ confirm, danger = false }: SlaPreviewProps) {
  const { state } = useForm()
  if (state.status !== 'previewed') return null
  return <Question asked={state} confirm={confirm} danger={danger} />
}

interface QuestionProps extends Required<SlaPreviewProps> {
  readonly asked: Previewed
}

function Question({ asked, confirm, danger }: QuestionProps) {
  const title = useRef<HTMLHeadingElement>(null)
  const { preview, agreed } = asked
  useEffect(() => {
    if (!asked) return
    title.current?.focus()
    // With its button, as far as there is room.
    title.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  return (
    <section className="flex flex-col gap-3 rounded-card border border-border-strong bg-raised p-4">
      <h2 ref={title} tabIndex={-1} className="font-semibold text-message">
        {sentence(preview)}
      </h2>
      {preview.first.length > 0 && <AffectedList preview={preview} />}
      <p className="text-fg-muted">
        Nothing is saved yet. A deadline that has passed already stays as it was.
      </p>
      <Button
        type="submit"
        name="agreed"
        value={agreed}
        variant={danger ? 'danger' : 'primary'}
        className="self-start"
      >
        {confirm}
      </Button>
    </section>
  )
}

function sentence(preview: Preview) {
  const { escalated } = preview
  if (escalated === 0) return promiseSentence(preview)
  const tickets = escalated === 1 ? '1 ticket would' : `${escalated} tickets would`
  return `${promiseSentence(preview)} ${tickets} be escalated at once.`
}

function promiseSentence({ count, late }: Preview) {
  if (count === 0) return 'No open ticket is promised anything else.'
  const tickets =
    count === 1
      ? '1 open ticket is promised something else'
      : `${count} open tickets are promised something else`
  if (late === 0) return `${tickets}; none would be late at once.`
  return `${tickets}; ${late} would be late at once.`
}

function AffectedList({ preview: { count, first } }: { readonly preview: Preview }) {
  const more = count - first.length
  return (
    <ul className="flex max-h-80 flex-col divide-y overflow-y-auto text-console">
      {first.map(({ refid, subject, changes }) => (
        <li key={refid} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
          <Link
            href={`/console/tickets/${refid}`}
            target="_blank"
            className="min-w-0 wrap-anywhere hover:underline"
          >
            {subject} <span className="whitespace-nowrap text-fg-muted text-meta">{refid}</span>
          </Link>
          <ul>
            {changes.map((change) => (
              <ChangedPromise key={change.target} {...change} />
            ))}
          </ul>
        </li>
      ))}
      {more > 0 && <li className="py-1.5 text-fg-muted">and {more} more</li>}
    </ul>
  )
}

const ChangedPromise = ({ target, before, after }: Change) => (
  <li className="flex flex-wrap justify-end gap-x-2 tabular-nums">
    <span className="text-fg-muted text-meta leading-5">{targetWord[target]}</span>
    <span>
      <span className="text-fg-muted">
        <When due={before} />
      </span>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> becomes </span>
      <When due={after} />
    </span>
  </li>
)

const When = ({ due }: { readonly due: Due }) =>
  typeof due === 'string' ? due : <Time at={due} as="clock" />
