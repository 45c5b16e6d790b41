'use client'

import { ThemeSwitch } from '@/components/ui/theme-switch'
import { keepLooks } from '../keep-looks'
import { CompactRows, SingleKeys } from '../look-checkboxes'

/** How pages look and listen: changed at once, and kept. The switches elsewhere are the same. */
export function Looks() {
  return (
    <div className="flex flex-col gap-3">
      <div className="max-w-72">
        <ThemeSwitch onChoose={(theme) => keepLooks({ theme })} />
      </div>
      <CompactRows />
      <SingleKeys />
    </div>
  )
}
