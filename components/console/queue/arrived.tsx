'use client'

import { useRouter } from 'next/navigation'
import type { TransitionStartFunction } from 'react'
import { Glyph } from '@/components/ui/glyph'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { queueHref } from './address'

interface ArrivedProps {
  readonly count: number
  readonly filter: QueueFilter
  readonly startTransition: TransitionStartFunction
  /** Runs when they are asked for. */
  readonly onShow: () => void
}

/** As `ArrivedPill`, of the queue's own page. */
export function Arrived({ count, filter, startTransition, onShow }: ArrivedProps) {
  const router = useRouter()
  const show = () => {
    onShow()
    startTransition(() => {
      if (filter.after || filter.before)
        router.push(queueHref({ ...filter, after: undefined, before: undefined }))
      else router.refresh()
    })
  }
  return <ArrivedPill count={count} onShow={show} />
}

interface ArrivedPillProps {
  readonly count: number
  readonly onShow: () => void
}

/** What has come while one was looking waits behind this, so that no row moves under the pointer. */
export function ArrivedPill({ count, onShow }: ArrivedPillProps) {
  return (
    <div role="status" className="sticky top-2 z-10 flex h-0 justify-center">
      {count > 0 && (
        <button
          type="button"
          onClick={onShow}
          className="inline-flex h-7 items-center gap-1.5 rounded-full bg-accent px-3 font-medium text-accent-fg text-meta shadow-lg hover:underline pointer-coarse:h-11"
        >
          <Glyph name="arrow-up" />
          {count} new
        </button>
      )}
    </div>
  )
}
