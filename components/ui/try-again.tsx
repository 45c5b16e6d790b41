'use client'

import { useForm } from './form'
import { Notice } from './notice'
import { Time } from './time'

interface TryAgainProps {
  /** "You can send another request". */
  readonly what: string
  /** "Oslo time". */
  readonly zone: string
}

/** After a limit was reached: from when on it works again. */
export function TryAgain({ what, zone }: TryAgainProps) {
  const { state } = useForm()
  if (state.status !== 'refused' || !state.retryAt) return null
  return (
    <Notice tone="waiting">
      {what} at <Time at={nextMinute(state.retryAt)} as="clock" className="font-medium" /> ({zone}). What you
      have written stays here.
    </Notice>
  )
}

const minute = 60_000

/** Clocks are read to the minute: a few seconds too late is welcome, a few too early is refused. */
const nextMinute = (at: string) => new Date(Math.ceil(new Date(at).getTime() / minute) * minute).toISOString()
