'use client'

import Pencil from 'lucide-react/icons/pencil'
import { type ComponentProps, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { renameTicket } from '@/app/console/tickets/actions'
import { Button } from '@/components/ui/button'
import { FieldError, useFieldParts } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { subjectLimit } from '@/lib/tickets/ticket'
import { useOffers } from '../offers'
import { VerbForm } from './verb-form'

interface SubjectProps {
  readonly refid: string
  readonly subject: string
  readonly disabled: boolean
}

/** What the ticket is about, changed in its place: Enter saves, Esc leaves it as it was. */
export function Subject({ refid, subject, disabled }: SubjectProps) {
  /** The subject that is being edited: another one may have been given meanwhile. Null: whoever edits was told so. */
  const [edited, setEdited] = useState<string | null>()
  const editing = edited !== undefined
  const field = useRef<HTMLInputElement>(null)
  /** Just now: whoever edited goes on from the pencil. */
  const left = useRef(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const edit = () => {
    flushSync(() => setEdited(subject))
    field.current?.select()
  }
  useOffers(disabled ? [] : [{ id: 'edit-subject', label: 'Edit subject', icon: <Pencil />, act: edit }])
  const leave = () => {
    left.current = true
    setEdited(undefined)
  }
  useEffect(() => {
    if (editing || !left.current) return
    left.current = false
    pencil.current?.focus()
  }, [editing])
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Escape') return
    // Else it would lead back to the list, too.
    event.preventDefault()
    leave()
  }
  return (
    <div className="min-w-0 flex-1 basis-72">
      <div className={editing ? 'hidden' : 'group/subject flex items-start gap-1'}>
        <h1 className="wrap-anywhere min-w-0 text-pretty font-semibold text-title">{subject}</h1>
        {!disabled && (
          <button
            ref={pencil}
            type="button"
            onClick={edit}
            aria-label="Edit subject"
            title="Edit subject"
            className="noscript:hidden mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-chip text-fg-subtle hover:bg-hover hover:text-fg pointer-coarse:size-11 print:hidden"
          >
            <Pencil aria-hidden="true" className="size-3.5" />
          </button>
        )}
      </div>
      {!disabled && (
        <VerbForm
          action={renameTicket}
          refid={refid}
          from={edited ?? subject}
          inverse={(sent) => ({
            action: renameTicket,
            fields: { ref: refid, from: String(sent.get('to')).trim(), to: subject },
          })}
          onDone={leave}
          onRefused={() => setEdited(null)}
          onKeyDown={onKeyDown}
          className={editing ? 'flex flex-wrap items-start gap-2' : 'noscript:flex hidden gap-2'}
        >
          <SubjectField
            ref={field}
            refused={edited === null}
            // What is shown anew is edited anew, and what is being edited stays.
            key={edited === undefined ? subject : 'edited'}
            defaultValue={edited ?? subject}
          />
          <SubmitButton>Save</SubmitButton>
          <Button variant="quiet" onClick={leave} className="noscript:hidden">
            Cancel
          </Button>
        </VerbForm>
      )}
    </div>
  )
}

interface SubjectFieldProps extends ComponentProps<'input'> {
  /** What is written was sent, and was not taken. */
  readonly refused: boolean
}

function SubjectField({ refused, ...rest }: SubjectFieldProps) {
  const { error, errorId } = useFieldParts('to', null)
  const wrong = refused ? error : undefined
  return (
    <div className="min-w-0 flex-1 basis-60">
      <input
        {...rest}
        name="to"
        aria-label="Subject"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? errorId : undefined}
        maxLength={subjectLimit}
        autoComplete="off"
        className="control h-8 px-2.5 font-semibold text-message"
      />
      <FieldError id={errorId} message={wrong} />
    </div>
  )
}
