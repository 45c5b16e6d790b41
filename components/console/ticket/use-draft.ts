'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { newUid } from '@/components/ui/new-uid'
import type { Draft, WritingMode } from '@/lib/drafts/draft'
import { afterReply } from '@/lib/messages/message'
import { tellDraft } from '../beside/own-drafts'
import type { ChosenActions } from './chosen-actions'
import { draftCopy } from './draft-copy'
import { type DraftKeeper, type DraftStanding, keepDraft, nothing, type Text } from './draft-keeper'
import { fetchDraft, postDraft } from './draft-post'

interface Kept {
  readonly refid: string
  readonly mode: WritingMode
  /** Whose it is: two people may use one tab one after the other. */
  readonly writer: string
  readonly initial: Draft | null
  /** Made with the page, for browsers without scripts. */
  readonly submission: string
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly chosen: ChosenActions
}

/** By place: what this page has saved last. A page out of the router's memory may show an older draft. */
const lastSaved = new Map<string, string>()

/** Keeps what is typed into the field of a form, with the status chosen beside it. */
export function useDraft({ refid, mode, writer, initial, submission: first, field, chosen }: Kept) {
  const keeper = useRef<DraftKeeper>(undefined)
  const [standing, setStanding] = useState<DraftStanding>({ is: 'quiet' })
  const [submission, setSubmission] = useState(first)
  const [version, setVersion] = useState(initial?.version ?? null)
  // What the page was made with; what comes later, the keeper looks up by itself.
  const [begunWith] = useState(initial)

  useEffect(() => {
    const area = field.current
    const form = area?.form
    if (!area || !form) return
    const place = `draft:${mode}:${refid}:${writer}`
    let writing = false
    tellDraft(refid, mode, begunWith ?? nothing)
    const read = () => ({ body: area.value, becomes: chosenIn(form), actions: chosen.read() })
    const kept = keepDraft({
      mode,
      begin: () => {
        const next = newUid()
        setSubmission(next)
        return next
      },
      initial: begunWith,
      known: lastSaved.get(place),
      read,
      write: (text) => {
        writing = true
        chosen.put(text.actions)
        fill(area, form, text)
        writing = false
      },
      post: (draft) => postDraft(refid, writer, draft),
      fetch: () => fetchDraft(refid, writer, mode),
      copy: draftCopy(place),
      tell: (now, saved) => {
        if (saved) lastSaved.set(place, saved)
        else lastSaved.delete(place)
        tellDraft(refid, mode, saved ? read() : nothing)
        setStanding(now)
        setVersion(saved)
      },
    })
    keeper.current = kept
    kept.begin()

    const changed = () => !writing && kept.changed()
    const shown = () => (document.visibilityState === 'visible' ? void kept.look() : kept.flush())
    const listening = new AbortController()
    const on = (place: EventTarget, name: string, heard: () => void) =>
      place.addEventListener(name, heard, { signal: listening.signal })
    on(form, 'input', changed)
    on(area, 'blur', kept.flush)
    on(document, 'visibilitychange', shown)
    on(window, 'focus', shown)
    on(window, 'pagehide', kept.flush)
    on(window, 'online', kept.flush)
    return () => {
      listening.abort()
      kept.close()
    }
  }, [refid, mode, writer, begunWith, field, chosen])

  return { begunWith, standing, submission, version, keeper }
}

const statusField = (form: HTMLFormElement) => {
  const field = form.elements.namedItem('becomes')
  return field instanceof HTMLSelectElement ? field : undefined
}

const chosenIn = (form: HTMLFormElement) =>
  afterReply.find((status) => status === statusField(form)?.value) ?? null

function fill(
  area: HTMLTextAreaElement,
  form: HTMLFormElement,
  { body, becomes }: Pick<Text, 'body' | 'becomes'>,
) {
  area.value = body
  const status = statusField(form)
  if (status) {
    if (becomes && [...status.options].some(({ value }) => value === becomes)) status.value = becomes
    else if (!becomes) status.selectedIndex = 0
  }
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
