import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Whether the page's scripts run: false on the server and while the browser takes over what it sent. What only a script
 * can open is not drawn before; on a page of menus that halves the server's work.
 */
export const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
