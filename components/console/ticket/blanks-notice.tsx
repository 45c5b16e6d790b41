'use client'

import clsx from 'clsx'
import { type RefObject, useEffect, useState } from 'react'
import { type Blank, blanks } from '@/lib/canned/placeholder'
import { useFieldText } from './use-field-text'

interface BlanksNoticeProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Whether nothing is sent before they are filled in: what customers read. */
  readonly blocks: boolean
}

/** What is still to be filled in, below the field. Each leads to its place; with one left, what goes to a customer stays. */
export function BlanksNotice({ field, blocks }: BlanksNoticeProps) {
  const text = useFieldText(field)
  const open = blanks(text)
  const stopped = useStopped(field, blocks) === text
  const sentence = stopped
    ? 'Not sent. Fill in first:'
    : blocks
      ? 'Fill in before you send:'
      : 'Not filled in:'
  return (
    <div
      className={clsx(
        'flex flex-wrap items-center gap-x-2 gap-y-1 text-meta',
        open.length > 0 && 'px-2.5 py-1.5',
        stopped ? 'text-sla-breach-text' : 'text-sla-risk-text',
      )}
    >
      {/* Without the blanks, which change with every key that is pressed before them, or in them. */}
      <span role="status">{open.length > 0 && sentence}</span>
      {open.map((blank) => (
        <button
          key={blank.start}
          type="button"
          onClick={() => select(field.current, blank)}
          className="wrap-anywhere min-h-6 rounded-chip border border-current px-1.5 text-start font-mono hover:bg-hover pointer-coarse:min-h-11"
        >
          {blank.words || 'blank'}
        </button>
      ))}
    </div>
  )
}

/** Stops what is sent with a blank in it, selects that, and says for which text it did. */
function useStopped(field: RefObject<HTMLTextAreaElement | null>, blocks: boolean) {
  const [stopped, setStopped] = useState<string>()
  useEffect(() => {
    const area = field.current
    const form = area?.form
    if (!area || !form || !blocks) return
    const stop = (event: SubmitEvent) => {
      const [first] = blanks(area.value)
      if (!first) return
      event.preventDefault()
      // The form itself listens further up.
      event.stopPropagation()
      setStopped(area.value)
      select(area, first)
    }
    form.addEventListener('submit', stop)
    return () => form.removeEventListener('submit', stop)
  }, [field, blocks])
  return stopped
}

function select(area: HTMLTextAreaElement | null, { start, end }: Blank) {
  area?.focus()
  area?.setSelectionRange(start, end)
}
