'use client'

import Plus from 'lucide-react/icons/plus'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { controlId } from '@/components/ui/error-summary'
import { FieldError, hintClass, labelClass } from '@/components/ui/field'
import { useForm } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { type Match, matches } from '@/lib/tickets/queue-groups'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { mostConditions } from '@/lib/views/view'
import { ConditionRow } from './condition-row'
import { changed, type GroupDraft, type GroupsDraft, newCondition, newGroup } from './groups-draft'

interface GroupsFieldProps {
  readonly draft: GroupsDraft
  readonly names: QueueChoices
  /** What was last found wrong is about something else by now. */
  readonly stale: boolean
  readonly onChange: (draft: GroupsDraft) => void
}

const name = 'conditions'

/** The conditions of a view: groups in which all or any must hold, and all or any of the groups. */
export function GroupsField({ draft, names, stale, onChange }: GroupsFieldProps) {
  const { id, state } = useForm()
  const errors = state.status === 'refused' && !stale ? state.fields : {}
  const box = useRef<HTMLFieldSetElement>(null)
  const focusNext = useFocusNext(box, draft)
  const { groups } = draft
  const count = groups.reduce((sum, { conditions }) => sum + conditions.length, 0)
  const put = (key: string, to: GroupDraft | null) =>
    onChange({ ...draft, groups: changed(groups, key, to && to.conditions.length > 0 ? to : null) })
  return (
    <fieldset ref={box} id={controlId(id, name)} className="flex min-w-0 flex-col gap-2">
      <legend className={labelClass}>Conditions</legend>
      <p className={hintClass}>
        {groups.length === 0
          ? 'None yet. With conditions a view can ask for one thing or another.'
          : 'These hold beside the filters of the list.'}
      </p>
      {groups.length > 1 && (
        <MatchSelect
          label="How the groups are joined"
          words={{ all: 'All of these groups', any: 'Any of these groups' }}
          value={draft.match}
          onChange={(match) => onChange({ ...draft, match })}
        />
      )}
      {groups.map((group, at) => (
        <section
          key={group.key}
          aria-label={`Group ${at + 1}`}
          className="flex flex-col gap-2 rounded-control border bg-sunken p-2.5"
        >
          <MatchSelect
            label={`How the conditions of group ${at + 1} are joined`}
            words={{ all: 'All of these', any: 'Any of these' }}
            value={group.match}
            onChange={(match) => put(group.key, { ...group, match })}
          />
          <ul className="flex flex-col gap-2">
            {group.conditions.map(({ key, condition }, nth) => (
              <ConditionRow
                key={key}
                id={controlId(id, `${name}.${at}.${nth}`)}
                label={`Condition ${nth + 1} of group ${at + 1}`}
                condition={condition}
                names={names}
                error={errors[`${name}.${at}.${nth}`]}
                onChange={(to) =>
                  put(group.key, {
                    ...group,
                    conditions: changed(group.conditions, key, { key, condition: to }),
                  })
                }
                onRemove={() => {
                  focusNext('[data-add]')
                  put(group.key, { ...group, conditions: changed(group.conditions, key, null) })
                }}
              />
            ))}
          </ul>
          <AddButton
            full={count >= mostConditions}
            onPress={() => {
              focusNext(`section:nth-of-type(${at + 1}) li:last-child select`)
              put(group.key, { ...group, conditions: [...group.conditions, newCondition()] })
            }}
          >
            Add condition
          </AddButton>
        </section>
      ))}
      <AddButton
        full={count >= mostConditions}
        onPress={() => {
          focusNext('section:last-of-type li:last-child select')
          const last = groups.at(-1)
          onChange({ ...draft, groups: [...groups, newGroup(last?.match ?? 'all')] })
        }}
      >
        {groups.length === 0 ? 'Add conditions' : 'Add group'}
      </AddButton>
      <FieldError id={controlId(id, `${name}-error`)} message={errors[name]} />
    </fieldset>
  )
}

interface MatchSelectProps {
  readonly label: string
  readonly words: Readonly<Record<Match, string>>
  readonly value: Match
  readonly onChange: (match: Match) => void
}

function MatchSelect({ label, words, value, onChange }: MatchSelectProps) {
  return (
    <Select
      size={28}
      aria-label={label}
      choices={matches.map((match) => ({ value: match, label: words[match] }))}
      value={value}
      onChange={(event) => onChange(event.target.value === 'any' ? 'any' : 'all')}
      className="w-48"
    />
  )
}

interface AddButtonProps {
  readonly full: boolean
  readonly onPress: () => void
  readonly children: string
}

function AddButton({ full, onPress, children }: AddButtonProps) {
  return (
    <Button
      data-add
      size={28}
      variant="quiet"
      className="self-start"
      disabled={full}
      title={full ? `A view holds at most ${mostConditions} conditions` : undefined}
      onClick={onPress}
    >
      <Plus aria-hidden="true" className="size-3.5" />
      {children}
    </Button>
  )
}

/** Once the draft is drawn as it is now, the focus goes to the first that fits. */
function useFocusNext(box: { readonly current: HTMLElement | null }, draft: GroupsDraft) {
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    if (!wanted.current || !draft) return
    box.current?.querySelector<HTMLElement>(wanted.current)?.focus()
    wanted.current = undefined
  }, [box, draft])
  return (selector: string) => {
    wanted.current = selector
  }
}
