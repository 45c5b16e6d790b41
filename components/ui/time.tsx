'use client'

import { absolute, clockTime, type Moment, millis, relative, span } from '@/lib/time-words'
import { useReading, useTicking } from './clock'

interface TimeProps {
  readonly at: Moment
  /** The server's moment; left out inside a `Clock`. */
  readonly now?: Moment
  /** IANA name; left out inside a `Clock`. */
  readonly timeZone?: string
  /**
   * `clock` writes "14:20" or "Tue 24 Nov, 09:00" instead of the distance, for promises and times to come; `span` writes
   * "1 d 20 h", for what lasts since then.
   */
  readonly as?: keyof typeof writtenAs
  readonly className?: string
}

const writtenAs = {
  relative,
  clock: clockTime,
  span: (at: Moment, now: Moment) => span(millis(now) - millis(at)),
}

/** A moment: how long ago, and on hover exactly when. */
export function Time({ at, as = 'relative', className, ...own }: TimeProps) {
  const { now, timeZone } = useReading(own)
  const words = useTicking(now, (moment) => writtenAs[as](at, moment, timeZone))
  return (
    <time dateTime={new Date(millis(at)).toISOString()} title={absolute(at, timeZone)} className={className}>
      {words}
    </time>
  )
}
