'use client'

import { Menu, MenuChoice, MenuGroup } from '@/components/ui/menu'
import { MultiPicker } from '@/components/ui/multi-picker'
import type { PickerOption } from '@/components/ui/picker-list'
import { type ChosenFacet, slaStates } from '@/lib/tickets/queue-sorts'
import { priorities, priorityWord, statuses, statusWord } from '@/lib/tickets/ticket'
import type { Asked } from '@/lib/tickets/views'
import { loadChoices, useChoices } from './choices'
import { activeClass, Face, FacetButton } from './facet-buttons'
import { needWord, slaWord } from './facets'
import type { Ask } from './use-asked'

interface FacetMenusProps {
  readonly asked: Asked
  readonly ask: Ask
}

/** One menu for each thing that a queue can be asked; several values of one are alternatives. */
export function FacetMenus({ asked, ask }: FacetMenusProps) {
  return (
    <>
      <Menu trigger={<FacetButton label="Status" active={asked.status.length > 0} />}>
        {statuses.map((status) => (
          <MenuChoice
            key={status}
            checked={asked.status.includes(status)}
            onChange={() => ask({ status: toggled(statuses, asked.status, status) })}
          >
            {statusWord[status]}
          </MenuChoice>
        ))}
      </Menu>
      <Menu trigger={<FacetButton label="Priority" active={asked.priority.length > 0} />}>
        {priorities.toReversed().map((priority) => (
          <MenuChoice
            key={priority}
            checked={asked.priority.includes(priority)}
            onChange={() => ask({ priority: toggled(priorities, asked.priority, priority) })}
          >
            {priorityWord[priority]}
          </MenuChoice>
        ))}
      </Menu>
      <Menu trigger={<FacetButton label="Waiting" active={Boolean(asked.needs || asked.sla)} />}>
        <MenuGroup label="Reply">
          {(['first_reply', 'us'] as const).map((needs) => (
            <MenuChoice
              key={needs}
              checked={asked.needs === needs}
              onChange={(chosen) => ask({ needs: chosen ? needs : undefined })}
            >
              {needWord[needs]}
            </MenuChoice>
          ))}
        </MenuGroup>
        <MenuGroup label="SLA">
          {slaStates.map((sla) => (
            <MenuChoice
              key={sla}
              checked={asked.sla === sla}
              onChange={(chosen) => ask({ sla: chosen ? sla : undefined })}
            >
              {slaWord[sla]}
            </MenuChoice>
          ))}
        </MenuGroup>
      </Menu>
      <Names
        facet="assignee"
        label="Assignee"
        before={someone}
        values={asked.assignee ? [asked.assignee] : []}
        // A ticket has one: choosing another takes the place of the first.
        onChange={(chosen) => ask({ assignee: chosen.find((email) => email !== asked.assignee) })}
      />
      <Names
        facet="team"
        label="Team"
        before={noTeam}
        values={asked.team}
        onChange={(team) => ask({ team })}
      />
      <Names
        facet="category"
        label="Category"
        values={asked.category}
        onChange={(category) => ask({ category })}
      />
      <Names facet="tag" label="Tag" values={asked.tag} onChange={(tag) => ask({ tag })} />
      <Names
        facet="organization"
        label="Organization"
        values={asked.organization}
        onChange={(organization) => ask({ organization })}
      />
    </>
  )
}

const someone = [
  { value: 'me', label: 'Me' },
  { value: 'none', label: 'Nobody' },
]
const noTeam = [{ value: 'none', label: 'No team' }]

interface NamesProps {
  readonly facet: ChosenFacet
  readonly label: string
  /** What can be chosen beside the names. */
  readonly before?: readonly PickerOption[]
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** What only the database knows: asked for when the list opens, and searched by typing. */
function Names({ facet, label, before = [], values, onChange }: NamesProps) {
  const { state, choices } = useChoices()
  const options = [...before, ...(choices[facet] ?? [])]
  const toggle = (value: string, on: boolean) =>
    // Sorted, so that the same choice always has the same address.
    onChange(on ? [...values, value].toSorted() : values.filter((one) => one !== value))
  return (
    <MultiPicker
      early
      variant="secondary"
      label={label}
      options={options}
      values={values}
      onToggle={toggle}
      onOpenChange={(open) => open && loadChoices()}
      nothing={options.length > before.length ? undefined : emptyWords[state]}
      className={activeClass(values.length > 0)}
    >
      <Face label={label} active={values.length > 0} />
    </MultiPicker>
  )
}

const emptyWords = {
  unasked: 'Loading…',
  asking: 'Loading…',
  known: 'There is none yet.',
  failed: 'These could not be loaded. Open the list again.',
}

/** In the order of `all`, so that the same choice always has the same address. */
const toggled = <Word extends string>(all: readonly Word[], chosen: readonly Word[], word: Word) =>
  all.filter((one) => (one === word ? !chosen.includes(one) : chosen.includes(one)))
