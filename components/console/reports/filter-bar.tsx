'use client'

import { together, useChoices } from '@/components/console/queue/choices'
import { NamesMenu, WordsMenu } from '@/components/console/queue/facet-menu'
import { FilterChips } from '@/components/console/queue/filter-chips'
import { Select } from '@/components/ui/select'
import type { Period } from '@/lib/analytics/period'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { channels, channelWord, priorities, priorityWord } from '@/lib/tickets/ticket'
import { allTickets, facetsOf } from './facets'
import { PeriodFields } from './period-fields'
import type { Place } from './tabs'
import type { useScope } from './use-scope'

export interface FilterBarProps extends Pick<Place, 'compares' | 'times'> {
  readonly scope: ReturnType<typeof useScope>
  readonly period: Period
  readonly problem: string | null
  /** Of what is asked, where only the database knows them. */
  readonly names: QueueChoices
  /** Whether it is about whoever looks, and nobody else. */
  readonly ofOneself?: boolean
}

const comparing = [
  { value: 'previous', label: 'Compared with before' },
  { value: 'none', label: 'Not compared' },
]
const counting = [
  { value: 'calendar', label: 'Calendar hours' },
  { value: 'business', label: 'Business hours' },
]

/** What a report is of, and which tickets it is about; all of it is in the address. */
export function FilterBar({ scope, period, problem, names, compares, times, ofOneself }: FilterBarProps) {
  const { asked, ask, choose } = scope
  const { choices } = useChoices()
  const about = ofOneself ? { ...asked, agent: undefined } : asked
  const facets = facetsOf(about, together(names, choices))
  return (
    <div className="flex flex-col gap-2 print:gap-0">
      <div className="noscript:hidden flex flex-wrap items-center gap-1.5 print:hidden">
        <PeriodFields {...scope} period={period} problem={problem} />
        {compares && (
          <Select
            aria-label="Comparison"
            size={28}
            choices={comparing}
            value={scope.compared ? 'previous' : 'none'}
            onChange={({ target }) => choose({ compare: target.value === 'none' ? 'none' : null })}
          />
        )}
        {times && (
          <Select
            aria-label="Hours"
            size={28}
            choices={counting}
            value={scope.hours}
            onChange={({ target }) => choose({ hours: target.value === 'business' ? 'business' : null })}
          />
        )}
      </div>
      <div data-chips className="contents">
        <div className="noscript:hidden flex flex-wrap items-center gap-1.5 print:hidden">
          <NamesMenu
            facet="team"
            label="Team"
            before={noTeam}
            values={asked.team}
            onChange={(team) => ask({ team })}
          />
          {!ofOneself && (
            <NamesMenu
              facet="assignee"
              label="Agent"
              values={asked.agent ? [asked.agent] : []}
              // Each thing is credited to one: choosing another takes the place of the first.
              onChange={(chosen) => ask({ agent: chosen.find((email) => email !== asked.agent) })}
            />
          )}
          <NamesMenu
            facet="category"
            label="Category"
            values={asked.category}
            onChange={(category) => ask({ category })}
          />
          <WordsMenu
            label="Channel"
            all={channels}
            words={channelWord}
            values={asked.channel}
            onChange={(channel) => ask({ channel })}
          />
          <WordsMenu
            label="Priority"
            all={priorities}
            words={priorityWord}
            backwards
            values={asked.priority}
            onChange={(priority) => ask({ priority })}
          />
          <NamesMenu facet="tag" label="Tag" values={asked.tag} onChange={(tag) => ask({ tag })} />
        </div>
        {facets.length > 0 && (
          <div className="flex flex-wrap items-center gap-1.5 print:[&_button]:hidden">
            <FilterChips
              facets={facets}
              onRemove={(key) => ask({ [key]: allTickets[key] })}
              onClear={() => ask(allTickets)}
            />
          </div>
        )}
      </div>
    </div>
  )
}

const noTeam = [{ value: 'none', label: 'No team' }]
