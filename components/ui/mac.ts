import { useSyncExternalStore } from 'react'

/** Whether shortcuts go by Cmd here. */
export const isMac = () => /mac|iphone|ipad/i.test(navigator.platform)

const never = () => () => {}

/** As `isMac`, once scripts run. */
export const useMac = () => useSyncExternalStore(never, isMac, () => false)
