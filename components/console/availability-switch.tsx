'use client'

import clsx from 'clsx'
import { changeAvailability } from '@/app/console/teams/actions'
import { useAwake } from '@/components/ui/awake'
import type { Availability } from '@/lib/people/person'
import { notFetched } from './not-fetched'

export const availabilityWords = { available: 'Available', away: 'Away' } satisfies Record<
  Availability,
  string
>

const dots = { available: 'bg-sla-met-solid', away: 'bg-sla-paused-solid' } satisfies Record<
  Availability,
  string
>

export const chooseAvailability = (availability: Availability) =>
  void import('./perform').then(({ perform }) => perform(changeAvailability, { availability }), notFetched)

/** Says in the account menu whether one is there. Drawn once scripts run; the page of the teams has it without. */
export function AvailabilitySwitch({ away }: { readonly away: boolean }) {
  const awake = useAwake()
  if (!awake) return null
  const present: Availability = away ? 'away' : 'available'
  return (
    <div className="px-1 pb-1">
      <fieldset className="flex rounded-control border bg-sunken p-0.5">
        <legend className="sr-only">Availability</legend>
        {(['available', 'away'] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            onClick={() => chooseAvailability(choice)}
            aria-pressed={choice === present}
            className={clsx(
              'flex h-6 flex-1 items-center justify-center gap-1.5 rounded-chip px-2 text-fg-muted text-meta hover:text-fg pointer-coarse:h-10',
              'aria-pressed:bg-raised aria-pressed:text-fg aria-pressed:ring-1 aria-pressed:ring-control',
            )}
          >
            <span aria-hidden="true" className={clsx('size-2 rounded-full', dots[choice])} />
            {availabilityWords[choice]}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
