import type { PickerOption } from '@/components/ui/picker-list'
import type { ListedField } from '@/lib/tickets/queue-groups'
import { chosenFacets, type QueueChoices, slaStates } from '@/lib/tickets/queue-sorts'
import { channels, channelWord, priorities, priorityWord, statuses, statusWord } from '@/lib/tickets/ticket'
import { needWord, slaWord } from '../queue/facets'

const worded = <Word extends string>(
  all: readonly Word[],
  words: Readonly<Record<NoInfer<Word>, string>>,
): readonly PickerOption[] => all.map((value) => ({ value, label: words[value] }))

const ours: Readonly<Partial<Record<ListedField, readonly PickerOption[]>>> = {
  status: worded(statuses, statusWord),
  priority: worded(priorities.toReversed(), priorityWord),
  needs: worded(['first_reply', 'us'] as const, needWord),
  sla: worded(slaStates, slaWord),
  channel: worded(channels, channelWord),
}

const beside: Readonly<Partial<Record<ListedField, readonly PickerOption[]>>> = {
  assignee: [
    { value: 'me', label: 'Whoever looks' },
    { value: 'none', label: 'Nobody' },
  ],
  team: [{ value: 'none', label: 'No team' }],
}

/** What can be chosen for a condition, with what it has already although it is not there any more. */
export function optionsFor(
  field: ListedField,
  values: readonly string[],
  names: QueueChoices,
): readonly PickerOption[] {
  const facet = chosenFacets.find((one) => one === field)
  const all = [...(ours[field] ?? []), ...(beside[field] ?? []), ...((facet && names[facet]) ?? [])]
  const gone = values.filter((value) => !all.some((option) => option.value === value))
  const options = [...all, ...gone.map((value) => ({ value, label: value, hint: 'not there' }))]
  return options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index)
}
