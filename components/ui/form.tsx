'use client'

import { unstable_rethrow } from 'next/navigation'
import {
  type ComponentProps,
  createContext,
  type FormEvent,
  type InputEvent,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react'
import { type FormState, idle } from '@/lib/form-state'
import { DrawnForField } from './drawn-for'
import { ErrorSummary } from './error-summary'
import { forgetDraft, useDraft } from './form-draft'
import { Notice } from './notice'
import { isOutdated, outdatedWords } from './outdated'
import { toast } from './toast'
import { resetSent } from './typed-since'
import { useUnsaved } from './unsaved'

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

interface Sent {
  readonly fields: FormData
  readonly tell: (answer: FormState) => void
}

interface FormInside {
  readonly id: string
  readonly state: FormState
  /** The fields that were typed into since the last submission: what that said about them may be mended by now. */
  readonly mended: ReadonlySet<string>
  /** What was filled in on an earlier visit is there again. */
  readonly restored: boolean
  /** Empties the fields, for good. */
  readonly startOver: () => void
}

const Inside = createContext<FormInside>({
  id: '',
  state: idle,
  mended: new Set(),
  restored: false,
  startOver: () => {},
})

/** What the parts of a form read: its id, and what became of the last submission. */
export const useForm = () => useContext(Inside)

export interface FormProps
  extends Omit<ComponentProps<'form'>, 'action' | 'onSubmit' | 'onInput' | 'method'> {
  readonly action: FormAction
  /** Runs after a submission that was accepted; without it the form shows the answer's message itself. */
  readonly onDone?: (message?: string) => void
  /** Runs as soon as a submission is accepted, also where it leads elsewhere, or to a page that has no such form any more. */
  readonly onAccepted?: (message?: string) => void
  /**
   * Runs as soon as a submission is refused, also where the form is gone by then, and says it. Without it, or without
   * JavaScript, the form shows it itself, and a toast says it where the form is gone.
   */
  readonly onRefused?: (message: string) => void
  /** What is sent, as toasts name it where the form is gone: "Your note on SUP-12345678". */
  readonly sends?: string
  /** Is told what is sent, when it is sent, and will be told the answer to it, also where the form is gone by then. */
  readonly onSend?: (fields: FormData, answer: Promise<FormState>) => void
  /** Is told what is sent while it is on its way, inside of the action: for what is shown until there is an answer. */
  readonly onActing?: (fields: FormData) => void
  /** Is told every answer while the form is there, refusals too; what to show of it stays with the others. */
  readonly onAnswer?: (answer: FormState) => void
  /** Empties the fields of what was sent after a submission that was accepted, as a composer does. */
  readonly resetOnDone?: boolean
  /** What is sent while the last is on its way comes after it; without this it is taken for the same press once more. */
  readonly queues?: boolean
  /** Keeps what is typed in this browser under this name, until it is sent. */
  readonly draft?: string
  /** Where one goes on without JavaScript: the page that the form is on, and the place in it. */
  readonly permalink?: string
  /** Asks before the page is left with something that is not sent: for what is long, and not kept as a draft. */
  readonly asksBeforeLeaving?: boolean
}

/**
 * A form over a server action. Without JavaScript it posts, and the page comes back with what was typed. With it, the
 * fields are never reset by a refusal or a broken connection: what was typed stays, even what was typed meanwhile.
 */
export function Form(props: FormProps) {
  const {
    action,
    onDone,
    onAccepted,
    onRefused,
    sends = 'What you sent',
    onSend,
    onActing,
    onAnswer,
    resetOnDone = false,
    queues = false,
    draft,
    permalink,
    asksBeforeLeaving = false,
    children,
    ...rest
  } = props
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  /** What was pressed last. */
  const pressed = useRef<HTMLElement>(null)
  /** Says what became of it, where the form has not shown that yet. */
  const unshown = useRef<() => void>(undefined)
  const [posted, post] = useActionState(action, idle, permalink)
  const [state, submit, pending] = useActionState(async (previous: FormState, { fields, tell }: Sent) => {
    onActing?.(fields)
    const next = await action(previous, fields).catch((error) => {
      rethrowLeaving(error, (path) => accepted({ path }))
      return unsent(isOutdated(error), form.current)
    })
    if (next.status === 'done') {
      if (resetOnDone && form.current) resetSent(form.current, fields)
      accepted({ message: next.message })
    }
    if (next.status === 'refused') refused(next.message)
    tell(next)
    return next
  }, posted)
  const accepted = ({ message, path }: { readonly message?: string; readonly path?: string }) => {
    forgetDraft(draft)
    onAccepted?.(message)
    if (!props.sends || onAccepted) return
    const tell = () => location.pathname !== path && toast(`${sends} is sent`)
    if (form.current) unshown.current = tell
    else tell()
  }
  const refused = (message: string) => {
    if (onRefused) return onRefused(message)
    const tell = () => toast(`${sends} was refused`, { description: message, failed: true })
    if (form.current) unshown.current = tell
    else tell()
  }
  // React shows where one has gone meanwhile together with the answer: the form is there until then, and then no more.
  useEffect(() => () => unshown.current?.(), [])
  const restored = useDraft(form, draft)
  const isSaved = useUnsaved(form, asksBeforeLeaving)

  const answered = useEffectEvent((answer: FormState) => {
    unshown.current = undefined
    if (answer !== posted) onAnswer?.(answer)
    if (answer.status !== 'done') return
    isSaved()
    onDone?.(answer.message)
  })
  useEffect(() => answered(state), [state])

  const startOver = () => {
    form.current?.reset()
    forgetDraft(draft)
  }

  // React empties a form after its own submission; taking the event over is what keeps the typed text.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending && !queues) return
    const { submitter } = event.nativeEvent as SubmitEvent
    pressed.current = submitter
    const fields = new FormData(event.currentTarget, submitter)
    const { promise: answer, resolve: tell } = Promise.withResolvers<FormState>()
    onSend?.(fields, answer)
    startTransition(() => submit({ fields, tell }))
  }

  const [typed, setTyped] = useState({ after: state, into: new Set<string>() })
  const mended = typed.after === state ? typed.into : new Set<string>()
  const mend = ({ target }: InputEvent<HTMLFormElement>) => {
    const name = 'name' in target ? String(target.name) : ''
    if (state.status !== 'refused' || !state.fields[name] || mended.has(name)) return
    setTyped({ after: state, into: new Set(mended).add(name) })
  }

  return (
    <Inside value={{ id, state, mended, restored, startOver }}>
      <form
        {...rest}
        ref={form}
        action={post}
        onSubmit={send}
        onInput={mend}
        aria-busy={pending || undefined}
        noValidate
      >
        {state.status === 'refused' && !state.overtaken && (state === posted || !onRefused) && (
          <ErrorSummary
            formId={id}
            refusal={state}
            isKept={draft !== undefined}
            onAgain={() => sendAgain(form.current, pressed.current)}
          />
        )}
        <DrawnForField />
        {children}
        {!onDone && <Done answer={state} />}
      </form>
    </Inside>
  )
}

/**
 * Stands below the button, so that nothing moves under the pen when it goes: with the next thing that is done. Its place is there
 * before, or nobody would be told.
 */
function Done({ answer }: { readonly answer: FormState }) {
  const box = useRef<HTMLDivElement>(null)
  const [passed, setPassed] = useState<FormState>()
  useEffect(() => {
    if (answer.status !== 'done') return
    box.current?.scrollIntoView({ block: 'nearest' })
    const pass = () => setPassed(answer)
    for (const next of nextThings) document.addEventListener(next, pass)
    return () => {
      for (const next of nextThings) document.removeEventListener(next, pass)
    }
  }, [answer])
  const words = answer.status === 'done' && passed !== answer && answer.message
  return (
    <div ref={box} role="status" className="empty:sr-only [form:not(.flex,.grid)>&]:not-empty:mt-4">
      {words && <Notice tone="good">{words}</Notice>}
    </div>
  )
}

const nextThings = ['input', 'submit'] as const

/** As if it were pressed once more, where one is afterwards. */
function sendAgain(form: HTMLFormElement | null, pressed: HTMLElement | null) {
  if (!pressed?.isConnected) return form?.requestSubmit()
  pressed.focus()
  pressed.click()
}

const texts = 'textarea, input:not([type="hidden"], [type="checkbox"], [type="radio"], [type="file"])'

/** Who has only pressed a button is not told of their text, nor who has only chosen. */
function unsent(outdated: boolean, form: HTMLFormElement | null): FormState {
  const typed = Array.from(form?.querySelectorAll<HTMLInputElement>(texts) ?? []).some(({ value }) => value)
  return {
    status: 'refused',
    unsent: outdated ? 'outdated' : 'failed',
    message: outdated ? toReload(typed) : toTryAgain(typed),
    fields: {},
    values: {},
  }
}

const toTryAgain = (typed: boolean) =>
  `This could not be sent: the connection or the server failed.${typed ? ' Your text is still here.' : ''} Try again in a moment.`

const toReload = (typed: boolean) =>
  `${outdatedWords} ${typed ? 'What you typed is still here: copy what you need, reload' : 'Reload'} the page and try again.`

/** A redirect leaves this way too: what was sent is accepted then, and goes on at a path. */
const rethrowLeaving = (error: unknown, accepted: (path: string) => void) => {
  try {
    unstable_rethrow(error)
  } catch (leaving) {
    accepted(pathOf(leaving))
    throw leaving
  }
}

/** `NEXT_REDIRECT;push;/tickets/SUP-12345678?filed=1;303;` */
const pathOf = (leaving: unknown) => {
  const [, , address = ''] =
    leaving instanceof Error && 'digest' in leaving ? String(leaving.digest).split(';') : []
  return new URL(address, location.href).pathname
}
