'use client'

import { useParams } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Clock } from '@/components/ui/clock'
import { Link } from '@/components/ui/link'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useMedia } from '@/components/ui/use-media'
import { withKey } from '../keys'
import { allOpenHref } from '../queue/address'
import { pageBeside } from '../trail'
import { useTrail } from './list'
import { ListRows } from './list-rows'

export const listId = 'ticket-list'

interface ListPaneProps {
  readonly shown: boolean
  readonly now: string
  readonly timeZone: string
  /** The list could not be fetched. */
  readonly failed: boolean
  readonly retry: () => void
}

/** The list that the ticket was opened from, from 1440 px on: its place is there before its rows, so that nothing moves. */
export function ListPane({ shown, now, timeZone, failed, retry }: ListPaneProps) {
  const list = useTrail()
  const { refid } = useParams()
  const wide = useMedia(width, false)
  const href = list?.href ?? allOpenHref
  return (
    <nav
      id={listId}
      aria-label="List"
      hidden={!shown}
      className="noscript:hidden! sticky top-0 hidden h-dvh w-72 shrink-0 flex-col self-start border-e min-[105rem]:w-80 panes:flex print:hidden!"
    >
      <a
        href="#ticket"
        className="absolute start-2 top-1.5 z-10 -translate-y-20 rounded-control bg-accent px-3 py-1.5 font-medium text-accent-fg focus:translate-y-0"
      >
        Skip the list
      </a>
      <p className="flex h-12 shrink-0 items-center border-b px-4 font-semibold">
        <Link
          href={href}
          dir="auto"
          // The key leads to where the ticket was opened.
          title={pageBeside(href, String(refid)) ? 'To the list' : withKey('Back to the list', 'back')}
          className="min-w-0 truncate hover:underline"
        >
          {list?.title ?? 'Tickets'}
        </Link>
      </p>
      {wide && shown && list ? (
        <Clock now={now} timeZone={timeZone}>
          <ListRows list={list} />
        </Clock>
      ) : failed ? (
        <div role="alert" className="flex flex-col items-start gap-2 px-4 py-6">
          <p className="font-semibold">The list could not be fetched</p>
          <p className="text-fg-muted">The connection or the server failed. The ticket is all here.</p>
          <Button size={28} onClick={retry}>
            Try again
          </Button>
        </div>
      ) : (
        <RowsToCome />
      )}
    </nav>
  )
}

const places = Array.from({ length: 12 }, (_, index) => index)

const RowsToCome = () => (
  <Loading label="Loading the list">
    {places.map((place) => (
      <div key={place} className="flex h-14 flex-col justify-center gap-2 border-b px-4">
        <Skeleton className="h-3 w-52" />
        <Skeleton className="h-3 w-32" />
      </div>
    ))}
  </Loading>
)

/** As `panes` in the configuration of Tailwind. */
const width = '(min-width: 90rem)'
