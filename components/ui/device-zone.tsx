'use client'

import { useSyncExternalStore } from 'react'

/** The time zone that the browser is set to; undefined on the server, and where the browser does not say. */
export const useDeviceZone = (): string | undefined =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => undefined,
  )

const never = () => () => {}

/** Posts with a form where the browser is; empty without JavaScript. */
export const DeviceZone = ({ name }: { readonly name: string }) => (
  <input type="hidden" name={name} value={useDeviceZone() ?? ''} />
)
