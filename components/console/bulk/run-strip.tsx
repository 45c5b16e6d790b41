'use client'

import X from 'lucide-react/icons/x'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { type BulkProgress, isWorking, standsWords } from '@/lib/bulk/run'
import { refocusRows } from '../queue/rows'
import { bulkHref } from './places'
import { RunProgress } from './run-progress'
import { dismiss, undo } from './watch'

/** A change of many tickets that is under way, or that has left some of them as they were. */
export function RunStrip({ run }: { readonly run: BulkProgress }) {
  const { uid, words, undoable } = run
  const working = isWorking(run)
  return (
    <section
      aria-label="Bulk change"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t bg-raised px-4 py-2 lg:px-6"
    >
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate">
          <span className="font-medium">{standsWords(run)}</span>
          <span className="text-fg-muted"> · {words}</span>
        </p>
        {working && <RunProgress run={run} />}
      </div>
      <LinkButton size={28} href={bulkHref(uid)}>
        {working ? 'Details' : 'See which and why'}
      </LinkButton>
      {undoable && (
        <Button size={28} onClick={() => void undo(uid)}>
          {working ? 'Stop and undo' : 'Undo'}
        </Button>
      )}
      {!working && (
        <Button
          size={28}
          square
          variant="quiet"
          aria-label="Dismiss"
          onClick={() => {
            dismiss()
            refocusRows()
          }}
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      )}
    </section>
  )
}
