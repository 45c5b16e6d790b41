'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { focusTitle } from '@/components/ui/focus'
import { Glyph } from '@/components/ui/glyph'
import { LinkButton } from '@/components/ui/link-button'
import { opensHere } from '@/components/ui/opens-here'
import { toast } from '@/components/ui/toast'
import { type QueueColumn, readColumns, sameColumns, writeColumns } from '@/lib/tickets/queue-columns'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { asksTheSame } from '@/lib/tickets/views'
import type { OpenedView } from '@/lib/views/find'
import { refreshCounts } from '../counts'
import { addressWords, savedViewHref } from '../queue/address'
import { facetsOf } from '../queue/facets'
import { isOrder } from '../queue/orders'

export interface ViewBarProps {
  readonly filter: QueueFilter
  readonly view: OpenedView | undefined
  readonly shown: readonly QueueColumn[]
  readonly names: QueueChoices
  /** Runs before one goes to a view that is new, or off one that is deleted. */
  readonly onLeaving: () => void
}

/** Whether a view that is open asks, sorts or shows otherwise than it was saved. */
const isChanged = ({ filter, shown }: ViewBarProps, { filter: saved }: OpenedView) =>
  !asksTheSame(filter, saved) ||
  !isOrder(filter, saved) ||
  (saved.columns !== undefined && !sameColumns(shown, readColumns(saved.columns)))

/** Saves what the list asks as a view; of a view that is open and asks something else now, the ways on. */
export function ViewBar(props: ViewBarProps) {
  const { filter, view, shown } = props
  // What a number counts is of a period that passes.
  if (filter.behind) return null
  if (!view) return <SaveAs {...props} label="Save as view" />
  if (!isChanged(props, view)) return null
  return (
    <>
      {view.mayChange && (
        <Suspense
          fallback={
            <Button size={28} disabled>
              Update
            </Button>
          }
        >
          <ViewUpdate view={view} address={addressWords(filter, writeColumns(shown))} />
        </Suspense>
      )}
      <SaveAs {...props} label="Save as new" />
      <LinkButton
        variant="quiet"
        size={28}
        href={savedViewHref(view.uid)}
        onClick={(event) => opensHere(event) && focusTitle()}
      >
        Reset
      </LinkButton>
    </>
  )
}

// Needed now and then: they are fetched then.
const ViewUpdate = lazy(async () => ({ default: (await import('./view-update')).ViewUpdate }))
const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog')).ViewDialog }))

function SaveAs({ label, ...props }: ViewBarProps & { readonly label: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" size={28} className="noscript:hidden" onClick={() => setOpen(true)}>
        <Glyph name="bookmark-plus" />
        {label}
      </Button>
      {open && <Saving {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

interface SavingProps extends ViewBarProps {
  /** The view that is changed; without it a new one is saved. */
  readonly changes?: OpenedView
  readonly onClose: () => void
}

/** The dialog, over what the list asks now. */
export function Saving({ filter, view, shown, names, changes, onClose, onLeaving }: SavingProps) {
  const router = useRouter()
  const saved = (uid: string, message?: string) => {
    if (message) toast(message)
    refreshCounts()
    onClose()
    if (!changes) onLeaving()
    router.push(savedViewHref(uid))
  }
  return (
    <Suspense>
      <ViewDialog
        changes={changes}
        groups={view}
        address={addressWords(filter, writeColumns(shown))}
        filters={facetsOf(filter, names).map(({ words }) => words)}
        names={names}
        onClose={onClose}
        onSaved={saved}
      />
    </Suspense>
  )
}
