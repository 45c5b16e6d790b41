import { useId } from 'react'
import { Definition } from '@/components/charts/definition'
import { HeatMap } from '@/components/charts/heat-map'
import { definitions } from '@/lib/analytics/definitions'
import type { Overview } from '@/lib/analytics/overview'
import type { BehindOf } from './behind-of'

interface WeekProps {
  readonly report: Overview
  readonly behind: BehindOf
}

/** When in the week tickets are created. */
export function Week({ report: { hours }, behind }: WeekProps) {
  const titleId = useId()
  const { name, means } = definitions.hours
  return (
    <section aria-labelledby={titleId} className="min-w-0 break-inside-avoid">
      <div className="mb-1 flex items-center gap-1">
        <h2 id={titleId} className="font-semibold text-message">
          {name}
        </h2>
        <Definition of={name}>{means}</Definition>
      </div>
      {hours.every((value) => value === 0) ? (
        <p className="text-fg-muted">No ticket was created.</p>
      ) : (
        <div className="relative -m-1 overflow-x-auto p-1">
          <HeatMap
            title={name}
            hours={hours.map((value, hour) => ({ value, href: behind('created', undefined, { hour }) }))}
          />
        </div>
      )}
    </section>
  )
}
