'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** The forms of the page that hold what nobody has saved. */
const changed = new Set<() => boolean>()

const holdsChanges = () => [...changed].some((isChanged) => isChanged())

/** Whether another page may come: asks whoever would lose by it what they have changed. */
export const mayLeave = () =>
  !holdsChanges() || confirm('Leave this page? What you have changed here is not saved.')

/**
 * Lets the page be left only after asking, while a form differs from what it was at first, or when it was saved last; the browser's own
 * way back cannot be asked. Gives what tells that it is saved.
 */
export function useUnsaved(form: RefObject<HTMLFormElement | null>, asks: boolean) {
  const before = useRef<string>(undefined)
  const keep = useCallback(() => {
    if (asks && form.current) before.current = written(form.current)
  }, [form, asks])
  useEffect(() => {
    if (!asks) return
    keep()
    const isChanged = () => form.current !== null && written(form.current) !== before.current
    const ask = (event: Event) => {
      if (isChanged()) event.preventDefault()
    }
    changed.add(isChanged)
    addEventListener('beforeunload', ask)
    return () => {
      changed.delete(isChanged)
      removeEventListener('beforeunload', ask)
    }
  }, [form, asks, keep])
  return keep
}

const written = (form: HTMLFormElement) => JSON.stringify([...new FormData(form)])
