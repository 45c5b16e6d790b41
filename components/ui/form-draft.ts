'use client'

import { type RefObject, useEffect, useState } from 'react'

type Filled = Record<string, string>

const place = (draft: string) => `draft:${draft}`

/** What was typed a moment ago and is not saved yet, by draft. */
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** Whether something was to be saved. */
const stopWaiting = (draft: string) => {
  clearTimeout(waiting.get(draft))
  return waiting.delete(draft)
}

/**
 * Saves what a form is filled in with as it changes, and puts it back on the next visit where nobody has filled in anything. Gives whether
 * it has.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, draft: string | undefined) {
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    const element = form.current
    if (!element || !draft) return
    setRestored(restore(element, recall(draft)))
    // Also the last words before a reload, or before another page.
    const saveAtOnce = () => {
      if (stopWaiting(draft)) remember(draft, filledIn(element))
    }
    const save = () => {
      stopWaiting(draft)
      waiting.set(draft, setTimeout(saveAtOnce, 400))
    }
    element.addEventListener('input', save)
    window.addEventListener('pagehide', saveAtOnce)
    return () => {
      saveAtOnce()
      element.removeEventListener('input', save)
      window.removeEventListener('pagehide', saveAtOnce)
    }
  }, [form, draft])
  return restored
}

export function forgetDraft(draft: string | undefined) {
  if (!draft) return
  stopWaiting(draft)
  try {
    sessionStorage.removeItem(place(draft))
  } catch {
    // Storage is switched off: there is no draft to forget.
  }
}

/** All of this tab. */
export function forgetDrafts() {
  for (const draft of [...waiting.keys()]) stopWaiting(draft)
  try {
    const kept = Object.keys(sessionStorage).filter((name) => name.startsWith(place('')))
    for (const name of kept) sessionStorage.removeItem(name)
  } catch {
    // Storage is switched off: there is no draft to forget.
  }
}

/** Session storage: survives a reload and a crash of the tab's page, and is gone with the tab on a shared computer. */
const remember = (draft: string, filled: Filled) => {
  try {
    sessionStorage.setItem(place(draft), JSON.stringify(filled))
  } catch {
    // Full or switched off: typing goes on without a safety net.
  }
}

const recall = (draft: string): Filled => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(draft)) ?? '{}')
    return kept && typeof kept === 'object' ? Object.fromEntries(Object.entries(kept).filter(isText)) : {}
  } catch {
    return {}
  }
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'

const keptTypes: readonly string[] = ['text', 'email', 'radio']

type Kept = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const keptFields = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (element): element is Kept =>
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement ||
      (element instanceof HTMLInputElement && keptTypes.includes(element.type)),
  )

/** Of radios with one name, the one that is chosen. */
const filledInto = (form: HTMLFormElement, name: string) => String(new FormData(form).get(name) ?? '')

const filledIn = (form: HTMLFormElement): Filled =>
  Object.fromEntries(keptFields(form).map(({ name }) => [name, filledInto(form, name)]))

/** Whether there was something to put back. */
const restore = (form: HTMLFormElement, filled: Filled) => {
  let some = false
  for (const field of keptFields(form)) {
    const kept = filled[field.name]
    if (!kept || isFilled(form, field)) continue
    if (field instanceof HTMLSelectElement) choose(field, kept)
    else if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === kept
    else field.value = kept
    field.dispatchEvent(new Event('input', { bubbles: true }))
    some = true
  }
  return some
}

/** Something always stands in a list of choices. */
const isFilled = (form: HTMLFormElement, field: Kept) =>
  field instanceof HTMLSelectElement
    ? field.value !== chosenAtFirst(field)
    : filledInto(form, field.name) !== ''

const chosenAtFirst = ({ options }: HTMLSelectElement) =>
  ([...options].find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value

/** Nothing that is not on offer any more. */
const choose = ({ options }: HTMLSelectElement, kept: string) => {
  const option = [...options].find(({ value }) => value === kept)
  if (option) option.selected = true
}
