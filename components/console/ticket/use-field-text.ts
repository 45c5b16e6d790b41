'use client'

import { type RefObject, useCallback, useSyncExternalStore } from 'react'

/** What stands in a field now, for the small parts that say something of it: the field itself is not drawn again. */
export function useFieldText(field: RefObject<HTMLTextAreaElement | null>) {
  const subscribe = useCallback(
    (hear: () => void) => {
      const area = field.current
      area?.addEventListener('input', hear)
      return () => area?.removeEventListener('input', hear)
    },
    [field],
  )
  return useSyncExternalStore(
    subscribe,
    () => field.current?.value ?? '',
    () => '',
  )
}
