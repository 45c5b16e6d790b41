'use client'

import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import type { ReactNode } from 'react'
import { Clock, useReading, useTicking } from '@/components/ui/clock'
import { Glyph } from '@/components/ui/glyph'
import { timeOfDay } from '@/lib/time-words'
import type { Wall } from '@/lib/wallboards/show'
import { Agents } from './agents'
import { DueNext } from './due-next'
import { Figures } from './figures'
import { Today } from './today'
import { useTurning } from './use-turning'
import { useWall } from './use-wall'

interface Slide {
  readonly title: string
  readonly draw: (wall: Wall) => ReactNode
}

const slides: readonly Slide[] = [
  { title: 'Now', draw: ({ figures }) => <Figures figures={figures} /> },
  { title: 'Due next', draw: ({ nextToBreach }) => <DueNext tickets={nextToBreach} /> },
  { title: 'Today', draw: ({ today }) => <Today today={today} /> },
  { title: 'Tickets per agent', draw: ({ agents }) => <Agents agents={agents} /> },
]

interface WallScreenProps {
  readonly first: Wall
  /** Where the numbers are to be had anew. */
  readonly source: string
}

/** A screen that is read from across the room: all sizes are of the screen's own. */
export function WallScreen({ first, source }: WallScreenProps) {
  const { wall, current } = useWall(first, source)
  const { place, setPlace, halted, setHalted } = useTurning(slides.length)
  const shown = slides[place]
  return (
    <Clock now={wall.at} timeZone={wall.timeZone}>
      <div className="flex flex-1 flex-col gap-[1em] p-[1.25em] text-[clamp(0.875rem,2.5vmin,4rem)] leading-tight">
        <header className="flex flex-wrap items-baseline justify-between gap-x-[1em]">
          <p className="wrap-anywhere text-fg-muted" dir="auto">
            {wall.workspace}
          </p>
          <p className="text-fg-muted">
            <WallClock />
          </p>
        </header>
        <main id="main" className="flex flex-1 flex-col gap-[0.75em]">
          <h1 className="font-semibold text-[1.5em]">{shown?.title}</h1>
          {shown?.draw(wall)}
        </main>
        <footer className="flex flex-wrap items-center justify-between gap-x-[1em] gap-y-2">
          <nav aria-label="Slides" className="noscript:hidden -ms-2 flex items-center">
            <button
              type="button"
              onClick={() => setHalted(!halted)}
              aria-label={halted ? 'Turn the slides' : 'Halt the slides'}
              className={turner}
            >
              {halted ? (
                <Play aria-hidden="true" className="size-4" />
              ) : (
                <Pause aria-hidden="true" className="size-4" />
              )}
            </button>
            {slides.map(({ title }, at) => (
              <button
                key={title}
                type="button"
                onClick={() => setPlace(at)}
                aria-label={title}
                aria-current={at === place ? 'true' : undefined}
                className={turner}
              >
                <span
                  className={`block h-1.5 rounded-full ${at === place ? 'w-6 bg-fg' : 'w-3 bg-control'}`}
                />
              </button>
            ))}
          </nav>
          <p role="status" className="flex items-center gap-[0.5em] font-medium text-sla-risk-text">
            {!current && (
              <>
                <Glyph name="circle-alert" className="size-[1em]" />
                No connection: the numbers are those of {timeOfDay(wall.at, wall.timeZone)}
              </>
            )}
          </p>
        </footer>
      </div>
    </Clock>
  )
}

const turner =
  'flex h-8 min-w-8 items-center justify-center rounded-control px-1 text-fg-muted hover:bg-hover pointer-coarse:h-11 pointer-coarse:min-w-11'

function WallClock() {
  const { now, timeZone } = useReading({})
  return <time>{useTicking(now, (moment) => timeOfDay(moment, timeZone))}</time>
}
