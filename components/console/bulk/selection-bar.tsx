'use client'

import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState, useTransition } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { focusIsFree } from '@/components/ui/focus'
import { toast } from '@/components/ui/toast'
import { useMedia } from '@/components/ui/use-media'
import type { BulkWish } from '@/lib/bulk/action'
import { mostTickets, tickets } from '@/lib/bulk/run'
import type { QueueChoice } from '@/lib/tickets/queue-sorts'
import { type selectionKeys, withKey } from '../keys'
import { loadChoices, useChoices } from '../queue/choices'
import type { QueueLine } from '../queue/line'
import type { Shown } from '../queue/pending'
import { refocusRows } from '../queue/rows'
import { showAtOnce } from '../queue/show-at-once'
import { useShortcuts } from '../use-shortcuts'
import { AskDialog } from './ask-dialog'
import { changeRow } from './change-row'
import { type Control, Controls } from './controls'
import { type Selection, sizeOf } from './selection'
import { type Change, newChange, sendChange } from './send'
import { TagsDialog } from './tags-dialog'
import type { Selecting } from './use-selection'
import { whenBegun } from './watch'

interface SelectionBarProps {
  readonly selecting: Selecting
  /** The rows of this page. */
  readonly lines: readonly QueueLine[]
  /** The queue they are chosen from, as its address asks for it. */
  readonly queue: string
  /** It has more pages. */
  readonly more: boolean
  /** The name of whoever looks. */
  readonly me: string
}

/** How many tickets are selected, and all that can be done to them at once. */
export function SelectionBar({ selecting, lines, queue, more, me }: SelectionBarProps) {
  const { selection, choosing } = selecting
  const count = sizeOf(selection)
  const line = useOnlyLine(selection, lines)
  /** On a narrow screen. */
  const inSheet = (control: Control | undefined) => control !== undefined && (control !== 'tags' || !!line)
  const wide = useWide()
  const bar = useRef<HTMLElement>(null)
  const [open, setOpen] = useState(choosing)
  const [sheet, setSheet] = useState(!wide && inSheet(choosing))
  const [asked, setAsked] = useState<Change & { readonly count: number; readonly question: string }>()
  const [asking, setAsking] = useState(false)
  const [pending, startTransition] = useTransition()
  const { assignee: people = [] } = useChoices().choices
  useEffect(loadChoices, [])

  const letGo = () => {
    selecting.clear()
    refocusRows()
  }
  const openOnly = (control: Control | undefined) => {
    setOpen(control)
    if (!control && choosing) letGo()
  }
  const showSheet = (shown: boolean) => {
    setSheet(shown)
    if (!shown && choosing) letGo()
  }
  const send = (change: Change, agreed?: number) =>
    startTransition(async () => {
      const sending = sendChange(change, agreed)
      const beginning = sending.then(({ status }) => status === 'begun')
      void whenBegun(change.submission, beginning)
      const answer = await sending
      setAsking(answer.status === 'asked')
      if (answer.status === 'asked') return setAsked({ ...change, ...answer })
      if (answer.status === 'refused') return void toast(answer.message, { failed: true })
      selecting.clear(change.selection)
      // Whoever has gone on meanwhile is not called back.
      if (focusIsFree() || bar.current?.contains(document.activeElement)) refocusRows()
    })
  const wish = (wish: BulkWish, words: string) => {
    setOpen(undefined)
    setSheet(false)
    if (choosing) {
      letGo()
      const change = (refid: string) => () => changeRow(refid, wish, words)
      const shown = shownBy(wish, [...people, { value: 'me', label: me }])
      for (const refid of selection.refids)
        void (shown ? showAtOnce(refid, shown, change(refid)) : change(refid)())
    } else if (!pending) send(newChange({ wish, words, selection, queue }))
  }
  // At once: the next key belongs to the list.
  const opens = (control: Control) => () =>
    flushSync(() => {
      setOpen(control)
      setSheet(!wide && inSheet(control))
    })
  useShortcuts({
    takeRow: () => wish({ kind: 'assign', to: 'me' }, 'Assign to me'),
    assignSelected: opens('assign'),
    moveSelected: opens('status'),
    prioritizeSelected: opens('priority'),
    tagSelected: opens('tags'),
    resolveSelected: () => wish({ kind: 'status', to: 'resolved' }, 'Resolve'),
    closeSelected: () => wish({ kind: 'status', to: 'closed' }, 'Close'),
  } satisfies Record<(typeof selectionKeys)[number], () => void>)
  const matching = more && <Matching selecting={selecting} queue={queue} />
  const controls = (className?: string) => (
    <Controls
      open={open}
      onOpen={(control) => {
        if (control && !inSheet(control)) setSheet(false)
        openOnly(control)
      }}
      line={line}
      onWish={wish}
      className={className}
    />
  )
  return (
    <section
      ref={bar}
      aria-label="Selected tickets"
      aria-busy={pending || undefined}
      className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1.5 border-t bg-raised px-4 py-2 lg:px-6"
    >
      <span className="font-medium">{count.toLocaleString('en')} selected</span>
      {wide ? (
        <span className="flex flex-wrap items-center gap-1.5">
          {matching}
          {controls()}
        </span>
      ) : (
        <Button size={28} onClick={() => setSheet(true)}>
          Change…
        </Button>
      )}
      <Button
        size={28}
        square
        variant="quiet"
        aria-label="Select nothing"
        title={withKey('Select nothing', 'clearSelection')}
        className="ms-auto"
        onClick={letGo}
      >
        <X aria-hidden="true" className="size-4" />
      </Button>
      {!wide && (
        <Dialog open={sheet} onOpenChange={showSheet} title={`Change ${tickets(count)}`}>
          <div className="flex flex-col gap-2 pb-4">
            {matching}
            {controls('w-full')}
          </div>
        </Dialog>
      )}
      <TagsDialog
        count={count}
        open={open === 'tags' && !line}
        onOpenChange={(wanted) => openOnly(wanted ? 'tags' : undefined)}
        onWish={wish}
      />
      {asked && (
        <AskDialog
          asked={asked}
          open={asking}
          pending={pending}
          onAgree={() => send(asked, asked.count)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

/** The row of the only ticket that is selected, also when its list has no such row any more. */
function useOnlyLine({ refids, matching }: Selection, lines: readonly QueueLine[]): QueueLine | undefined {
  const [refid] = refids.size === 1 && matching === undefined ? refids : []
  const present = lines.find((line) => line.refid === refid)
  const [line, keep] = useState(present)
  if (present && present.refid !== line?.refid) keep(present)
  return refid !== undefined && line?.refid === refid ? line : undefined
}

/** What a row shows of it; undefined: nothing. */
function shownBy(wish: BulkWish, people: readonly QueueChoice[]): Shown | undefined {
  if (wish.kind === 'status') return { status: wish.to }
  if (wish.kind === 'priority') return { priority: wish.to }
  if (wish.kind !== 'assign') return
  const name = wish.to === null ? null : people.find(({ value }) => value === wish.to)?.label
  return name === undefined ? undefined : { assignee: name }
}

/** Offers what is on the other pages, too. */
function Matching({ selecting, queue }: Pick<SelectionBarProps, 'selecting' | 'queue'>) {
  const [count, setCount] = useState<number>()
  useEffect(() => {
    const asking = new AbortController()
    void countOf(queue, asking.signal).then((counted) => !asking.signal.aborted && setCount(counted))
    return () => asking.abort()
  }, [queue])
  const { refids, matching } = selecting.selection
  if (count === undefined) return null
  if (count > mostTickets)
    return (
      <span className="text-fg-muted">
        More than {tickets(mostTickets)} match. Narrow the queue down to select them all.
      </span>
    )
  // One button, which keeps the focus: what it has done it takes back.
  return (
    <Button
      size={28}
      variant="quiet"
      onClick={() => selecting.selectMatching(matching === undefined ? count : null)}
    >
      {matching === undefined
        ? `Select all ${count.toLocaleString('en')} matching`
        : `Select only the ${refids.size.toLocaleString('en')} chosen`}
    </Button>
  )
}

async function countOf(queue: string, signal: AbortSignal): Promise<number | undefined> {
  try {
    const answer = await fetch(`/api/console/bulk/matching?${queue}`, { signal })
    const { count }: { count?: number } = answer.ok ? await answer.json() : {}
    return count
  } catch {
    // The page can be selected all the same.
    return undefined
  }
}

const useWide = () => useMedia('(min-width: 64rem)', true)
