'use client'

import { Menu, MenuChoice } from '@/components/ui/menu'
import { MultiPicker } from '@/components/ui/multi-picker'
import type { PickerOption } from '@/components/ui/picker-list'
import type { ChosenFacet, QueueChoice } from '@/lib/tickets/queue-sorts'
import { loadChoices, useChoices } from './choices'
import { activeClass, Face, FacetButton } from './facet-buttons'

interface WordsMenuProps<Word extends string> {
  readonly label: string
  readonly all: readonly Word[]
  readonly words: Readonly<Record<Word, string>>
  /** Offered from the last to the first. */
  readonly backwards?: boolean
  readonly values: readonly Word[]
  readonly onChange: (values: readonly Word[]) => void
}

/** Words of a ticket's own, of which any number can be on. */
export function WordsMenu<Word extends string>({
  label,
  all,
  words,
  backwards,
  values,
  onChange,
}: WordsMenuProps<Word>) {
  return (
    <Menu trigger={<FacetButton label={label} active={values.length > 0} />}>
      {(backwards ? all.toReversed() : all).map((word) => (
        <MenuChoice
          key={word}
          checked={values.includes(word)}
          onChange={() => onChange(toggled(all, values, word))}
        >
          {words[word]}
        </MenuChoice>
      ))}
    </Menu>
  )
}

interface NamesMenuProps {
  readonly facet: ChosenFacet
  readonly label: string
  /** What can be chosen beside the names. */
  readonly before?: readonly PickerOption[]
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** What only the database knows: asked for when the list opens, and searched by typing. */
export function NamesMenu({ facet, label, before = [], values, onChange }: NamesMenuProps) {
  const { state, choices } = useChoices()
  const options = [...before, ...(choices[facet] ?? []).map(optionOf)]
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

const optionOf = ({ value, label, away, gone }: QueueChoice): PickerOption => ({
  value,
  label,
  ...((gone || away) && { hint: gone ? 'Has left' : 'Away' }),
})

const emptyWords = {
  unasked: 'Loading…',
  asking: 'Loading…',
  known: 'There is none yet.',
  failed: 'These could not be loaded. Open the list again.',
}

/** In the order of `all`, so that the same choice always has the same address. */
const toggled = <Word extends string>(all: readonly Word[], chosen: readonly Word[], word: Word) =>
  all.filter((one) => (one === word ? !chosen.includes(one) : chosen.includes(one)))
