'use client'

import { withKey } from '../keys'
import { useShortcuts } from '../use-shortcuts'
import { goToLatest } from './latest-entry'
import { latest } from './timeline-anchor'

/** A way to the end of the timeline; the key leads there also where it is short. */
export function JumpToLatest({ long }: { readonly long: boolean }) {
  useShortcuts({ latest: goToLatest })
  if (!long) return null
  return (
    <a
      href={`#${latest}`}
      title={withKey('Jump to the latest', 'latest')}
      className="min-h-6 content-center text-fg-muted hover:text-fg max-sm:order-last max-sm:w-full"
    >
      Jump to the latest
    </a>
  )
}
