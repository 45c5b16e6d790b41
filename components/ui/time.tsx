'use client'

import { absolute, clockTime, type Moment, millis, relative } from '@/lib/time-words'
import { useReading, useTicking } from './clock'

interface TimeProps {
  readonly at: Moment
  /** The server's moment; left out inside a `Clock`. */
  readonly now?: Moment
  /** IANA name; left out inside a `Clock`. */
  readonly timeZone?: string
  /** `clock` writes "14:20" or "Tue 24 Nov, 09:00" instead of the distance, for promises and times to come. */
  readonly as?: 'relative' | 'clock'
  readonly className?: string
}

/** A moment: how long ago, and on hover exactly when. */
export function Time({ at, as = 'relative', className, ...own }: TimeProps) {
  const { now, timeZone } = useReading(own)
  const words = useTicking(now, (moment) => (as === 'clock' ? clockTime : relative)(at, moment, timeZone))
  return (
    <time dateTime={new Date(millis(at)).toISOString()} title={absolute(at, timeZone)} className={className}>
      {words}
    </time>
  )
}
