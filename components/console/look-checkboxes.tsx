'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { setLooks, useLook } from '@/components/ui/look'
import type { Looks } from '@/lib/preferences/preferences'
import { keepLooks } from './keep-looks'

/** At once, and kept. */
export const changeLooks = (looks: Partial<Looks>) => {
  setLooks(looks)
  keepLooks(looks)
}

export function CompactRows() {
  const density = useLook('density')
  return (
    <Checkbox
      label="Compact rows"
      checked={density === 'compact'}
      onChange={(event) => changeLooks({ density: event.currentTarget.checked ? 'compact' : 'comfortable' })}
    />
  )
}

/** Those that are a single key. */
export function SingleKeys() {
  const singleKeys = useLook('singleKeys')
  return (
    <Checkbox
      label="Single-key shortcuts"
      hint="Switch them off if keys are pressed by accident, or by dictation."
      checked={singleKeys !== 'off'}
      onChange={(event) => changeLooks({ singleKeys: event.currentTarget.checked ? 'on' : 'off' })}
    />
  )
}
