'use client'

import { useParams } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react'
import { readRefid } from '@/lib/tickets/refid'
import { keep } from '../queue/keep'
import { listCookie, listHidden } from './kept'
import { beginList } from './list'
import { ListPane } from './list-pane'

interface Panes {
  /** The list stands beside the ticket, where there is room for it. */
  readonly listShown: boolean
  readonly showList: (shown: boolean) => void
}

const Inside = createContext<Panes | undefined>(undefined)

export function usePanes(): Panes {
  const panes = useContext(Inside)
  if (!panes) throw new Error('A ticket is shown outside of <TicketPanes>')
  return panes
}

/** What was chosen since the page was loaded: the router gives back what the server said before. */
let chosen: boolean | undefined

interface TicketPanesProps {
  /** Whether whoever looks has the list beside the ticket. */
  readonly listShown: boolean
  readonly now: string
  readonly timeZone: string
  readonly children: ReactNode
}

/** The list and beside it a ticket. The list stays as it is while one goes from ticket to ticket. */
export function TicketPanes({ listShown: given, now, timeZone, children }: TicketPanesProps) {
  const [listShown, setListShown] = useState(chosen ?? given)
  const [failed, setFailed] = useState(false)
  const { refid } = useParams<{ readonly refid: string }>()
  const begin = async () => setFailed(!(await beginList(readRefid(refid))))
  const begins = useEffectEvent(begin)
  useEffect(() => void begins(), [])
  const showList = (shown: boolean) => {
    chosen = shown
    keep(listCookie, shown ? null : listHidden)
    setListShown(shown)
  }
  return (
    <Inside value={{ listShown, showList }}>
      <div className="flex flex-1">
        <ListPane shown={listShown} now={now} timeZone={timeZone} failed={failed} retry={begin} />
        <div id="ticket" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
          {children}
        </div>
      </div>
    </Inside>
  )
}
