import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window is as a media query asks; `before` is the answer until scripts run. */
export function useMedia(query: string, before: boolean) {
  const watch = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(
    watch,
    () => matchMedia(query).matches,
    () => before,
  )
}
