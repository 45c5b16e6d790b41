'use client'

import { type RefObject, useEffect } from 'react'

type Typed = Record<string, string>

const place = (draft: string) => `draft:${draft}`

/** Saves the text fields of a form as they change and puts them back into empty ones on the next visit. */
export function useDraft(form: RefObject<HTMLFormElement | null>, draft: string | undefined) {
  useEffect(() => {
    const element = form.current
    if (!element || !draft) return
    restore(element, recall(draft))
    let timer: ReturnType<typeof setTimeout> | undefined
    const save = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        remember(draft, typedIn(element))
      }, 400)
    }
    // The last words before a reload.
    const saveAtOnce = () => {
      if (timer !== undefined) remember(draft, typedIn(element))
    }
    element.addEventListener('input', save)
    window.addEventListener('pagehide', saveAtOnce)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('input', save)
      window.removeEventListener('pagehide', saveAtOnce)
    }
  }, [form, draft])
}

export function forgetDraft(draft: string | undefined) {
  if (!draft) return
  try {
    sessionStorage.removeItem(place(draft))
  } catch {
    // Storage is switched off: there is no draft to forget.
  }
}

/** Session storage: survives a reload and a crash of the tab's page, and is gone with the tab on a shared computer. */
const remember = (draft: string, typed: Typed) => {
  try {
    sessionStorage.setItem(place(draft), JSON.stringify(typed))
  } catch {
    // Full or switched off: typing goes on without a safety net.
  }
}

const recall = (draft: string): Typed => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(draft)) ?? '{}')
    return kept && typeof kept === 'object' ? Object.fromEntries(Object.entries(kept).filter(isText)) : {}
  } catch {
    return {}
  }
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'

const textFields = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (element): element is HTMLInputElement | HTMLTextAreaElement =>
      element instanceof HTMLTextAreaElement ||
      (element instanceof HTMLInputElement && (element.type === 'text' || element.type === 'email')),
  )

const typedIn = (form: HTMLFormElement): Typed =>
  Object.fromEntries(textFields(form).map((field) => [field.name, field.value]))

const restore = (form: HTMLFormElement, typed: Typed) => {
  for (const field of textFields(form)) {
    const kept = typed[field.name]
    if (!kept || field.value) continue
    field.value = kept
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
