'use client'

import { useParams } from 'next/navigation'
import { type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { isWriting } from '@/components/ui/focus'
import { opensHere } from '@/components/ui/opens-here'
import { readRefid } from '@/lib/tickets/refid'
import { queuePath } from '../queue/address'
import { ArrivedPill } from '../queue/arrived'
import { useLiveLines } from '../queue/use-live-lines'
import type { Trail } from '../trail'
import { holdShortcuts } from '../use-shortcuts'
import { turnTo } from './list'
import { ListRow } from './list-row'
import { useOwnDrafts, withOwnDraft } from './own-drafts'
import { useGoing } from './use-going'

/** The rows of a list beside one of its tickets; they follow what happens as in the queue, and none moves by itself. */
export function ListRows({ list }: { readonly list: Trail }) {
  const { refid } = useParams<{ readonly refid: string }>()
  const current = readRefid(refid)
  const isQueue = list.href.startsWith(queuePath)
  const live = useLiveLines(list.lines, isQueue ? list.href : queuePath, {
    full: list.next !== null,
    old: true,
  })
  const drafts = useOwnDrafts()
  const rows = useRef<HTMLOListElement>(null)

  useLayoutEffect(() => {
    if (list) rows.current?.scrollTo(0, 0)
  }, [list])
  useLayoutEffect(() => {
    const row = list && current ? rowOf(rows.current, current) : undefined
    row?.scrollIntoView({ block: 'nearest' })
    // Whoever goes on by a key is not left at the row of the ticket before.
    if (document.activeElement?.matches('[data-beside]'))
      row?.querySelector('a')?.focus({ preventScroll: true })
  }, [list, current])

  // The button that was pressed may be gone: whoever leafs goes on at the first row.
  const leafed = useRef(false)
  useEffect(() => {
    if (leafed.current && list && !isWriting()) rows.current?.querySelector('a')?.focus()
    leafed.current = false
  }, [list])
  const leaf = async (href: string) => {
    leafed.current = true
    if (!(await turnTo(href))) leafed.current = false
  }

  const goTo = useGoing()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!opensHere(event)) return
    event.preventDefault()
    holdShortcuts()
    goTo(event.currentTarget.pathname)
  }

  if (list.lines.length === 0)
    return <p className="px-4 py-6 text-fg-muted">There are no tickets in this list.</p>
  return (
    <>
      {isQueue && <ArrivedPill count={live.arrived} onShow={() => void leaf(firstPageOf(list.href))} />}
      <ol ref={rows} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {live.lines.map((line) => (
          <ListRow
            key={line.refid}
            line={withOwnDraft(line, drafts)}
            current={line.refid === current}
            gone={isQueue && line.gone === true}
            onPress={line.refid === current ? undefined : follow}
          />
        ))}
      </ol>
      {(list.previous ?? list.next) !== null && (
        <div className="flex justify-between gap-2 border-t px-2 py-1.5">
          <PageButton words="Previous page" href={list.previous} onLeaf={leaf} />
          <PageButton words="Next page" href={list.next} onLeaf={leaf} />
        </div>
      )}
    </>
  )
}

interface PageButtonProps {
  readonly words: string
  readonly href: string | null
  readonly onLeaf: (href: string) => void
}

const PageButton = ({ words, href, onLeaf }: PageButtonProps) => (
  <Button
    variant="quiet"
    size={28}
    disabled={href === null}
    onClick={() => href !== null && onLeaf(href)}
    className="disabled:invisible"
  >
    {words}
  </Button>
)

const rowOf = (rows: HTMLElement | null, refid: string) =>
  rows?.querySelector(`[data-beside="${refid}"]`)?.closest('li')

function firstPageOf(href: string) {
  const [path, query] = href.split('?')
  const words = new URLSearchParams(query)
  words.delete('after')
  words.delete('before')
  return `${path}?${words}`
}
