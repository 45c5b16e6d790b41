import { Clock } from '@/components/ui/clock'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import type { Board } from '@/lib/analytics/now'
import { Following } from '../live/following'
import { wallboardsPath } from '../wallboards/places'
import { Agents } from './agents'
import { Figures } from './figures'
import { Breaches, NextToBreach } from './lists'
import { Radar } from './radar'

interface NowProps {
  readonly board: Board
  readonly now: Date
  /** The reader's. */
  readonly timeZone: string
}

/** How the helpdesk stands; it follows what happens while somebody looks. */
export function Now({ board, now, timeZone }: NowProps) {
  return (
    <Clock now={now.toISOString()} timeZone={timeZone}>
      <Following />
      <div className="mx-auto flex w-full max-w-300 flex-col gap-6 px-4 py-4 lg:px-6">
        <PageHeader
          title="Now"
          description="Every ticket that is not resolved, at this moment."
          actions={
            <LinkButton href={wallboardsPath} variant="quiet" size={28}>
              Wallboards
            </LinkButton>
          }
        />
        <Figures board={board} />
        <Radar deadlines={board.radar} now={now} timeZone={timeZone} />
        <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2 xl:grid-cols-3">
          <NextToBreach tickets={board.nextToBreach} />
          <Agents agents={board.agents} />
          <Breaches breaches={board.breaches} />
        </div>
      </div>
    </Clock>
  )
}
