import { useId } from 'react'
import { Bars } from '@/components/charts/bars'
import type { Overview, Volume } from '@/lib/analytics/overview'
import type { Narrowed } from '@/lib/analytics/scope'
import { channels, priorities } from '@/lib/tickets/ticket'
import type { BehindOf } from './behind-of'

interface VolumesProps {
  readonly report: Overview
  readonly behind: BehindOf
}

type Narrower = Partial<Pick<Narrowed, 'category' | 'channel' | 'priority'>>

/** What came in and what was done, of each category, channel and priority. */
export const Volumes = ({ report, behind }: VolumesProps) => (
  <div className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-2">
    <Volumed
      head="Category"
      volumes={busiestFirst(report.categories)}
      behind={behind}
      narrower={(name) => ({ category: [name] })}
    />
    <div className="flex flex-col gap-8">
      <Volumed
        head="Channel"
        volumes={busiestFirst(report.channels)}
        behind={behind}
        narrower={(name) => ({ channel: channels.filter((one) => one === name) })}
      />
      <Volumed
        head="Priority"
        volumes={report.priorities}
        behind={behind}
        narrower={(name) => ({ priority: priorities.filter((one) => one === name) })}
      />
    </div>
  </div>
)

const busiestFirst = (volumes: readonly Volume[]) =>
  volumes.toSorted((one, other) => other.created - one.created)

interface VolumedProps {
  readonly head: string
  readonly volumes: readonly Volume[]
  readonly behind: BehindOf
  readonly narrower: (name: string) => Narrower
}

function Volumed({ head, volumes, behind, narrower }: VolumedProps) {
  const titleId = useId()
  const title = `By ${head.toLowerCase()}`
  return (
    <section aria-labelledby={titleId} className="min-w-0 break-inside-avoid">
      <h2 id={titleId} className="mb-1 font-semibold text-message">
        {title}
      </h2>
      {volumes.length === 0 ? (
        <p className="text-fg-muted">No ticket was created or resolved.</p>
      ) : (
        <Bars
          title={title}
          head={head}
          columns={['Created', 'Resolved']}
          bars={volumes.map(({ name, label, created, resolved }) => ({
            name,
            label,
            values: [
              { value: created, href: behind('created', undefined, {}, narrower(name)) },
              { value: resolved, href: behind('resolved', undefined, {}, narrower(name)) },
            ],
          }))}
        />
      )}
    </section>
  )
}
