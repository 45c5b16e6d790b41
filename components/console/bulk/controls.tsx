'use client'

import clsx from 'clsx'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Picker } from '@/components/ui/picker'
import type { PickerOption } from '@/components/ui/picker-list'
import { PriorityGlyph } from '@/components/ui/priority-glyph'
import { StatusGlyph } from '@/components/ui/status-glyph'
import { actionWords, type BulkWish } from '@/lib/bulk/action'
import type { QueueChoice } from '@/lib/tickets/queue-sorts'
import { priorities, priorityWord, statuses, statusWord } from '@/lib/tickets/ticket'
import { printed, type ShortcutId, shortcuts, withKey } from '../keys'
import { loadChoices, useChoices } from '../queue/choices'
import type { QueueLine } from '../queue/line'
import { RowTags } from './row-tags'

/** What can be chosen for many tickets. */
export type Control = 'assign' | 'team' | 'status' | 'priority' | 'category' | 'tags' | 'macro'

interface ControlsProps {
  readonly open: Control | undefined
  readonly onOpen: (control: Control | undefined) => void
  /** The only ticket that is meant, where its row is there. */
  readonly line?: Pick<QueueLine, 'refid' | 'tags'>
  /** `words` say what is done. */
  readonly onWish: (wish: BulkWish, words: string) => void
  readonly className?: string
}

/** One list for each thing that many tickets can be given; tags of several have a dialog of their own. */
export function Controls({ open, onOpen, line, onWish, className }: ControlsProps) {
  const { choices, macros } = useChoices()
  const { assignee = [], team = [], category = [] } = choices
  const control = (id: Control, label: string, options: readonly PickerOption[], key?: ShortcutId) => ({
    label,
    options,
    value: null,
    placeholder: label,
    ...(key && { keys: shortcuts[key].keys }),
    open: open === id,
    onOpenChange: (wanted: boolean) => {
      if (wanted) loadChoices()
      onOpen(wanted ? id : undefined)
    },
    className: clsx('[&>span]:text-fg', className),
  })
  const give =
    (kind: 'assign' | 'team' | 'category', options: readonly PickerOption[]) => (value: string) => {
      const to = value === 'none' ? null : value
      const name = to && (options.find((option) => option.value === to)?.label ?? to)
      onWish({ kind, to }, actionWords({ kind, to, name }))
    }
  const present = assignee.filter(({ gone }) => !gone)
  const people = [me, nobody, ...present.map(withFace)]
  return (
    <>
      <Picker
        {...control('assign', 'Assign', people, 'assignSelected')}
        onChange={give('assign', [{ ...me, label: 'me' }, ...present])}
      />
      {team.length > 0 && (
        <Picker {...control('team', 'Team', [noTeam, ...team])} onChange={give('team', team)} />
      )}
      <Picker
        {...control('status', 'Status', statusOptions, 'moveSelected')}
        onChange={(value) => {
          const to = statuses.find((one) => one === value)
          if (to) onWish({ kind: 'status', to }, actionWords({ kind: 'status', to }))
        }}
      />
      <Picker
        {...control('priority', 'Priority', priorityOptions, 'prioritizeSelected')}
        onChange={(value) => {
          const to = priorities.find((one) => one === value)
          if (to) onWish({ kind: 'priority', to }, actionWords({ kind: 'priority', to }))
        }}
      />
      <Picker
        {...control('category', 'Category', [noCategory, ...category])}
        onChange={give('category', category)}
      />
      {line ? (
        <RowTags
          key={line.refid}
          line={line}
          open={open === 'tags'}
          onOpenChange={(wanted) => onOpen(wanted ? 'tags' : undefined)}
          className={clsx('font-normal', className)}
        />
      ) : (
        <Button
          size={28}
          title={withKey('Tags', 'tagSelected')}
          className={clsx('font-normal', className)}
          onClick={() => onOpen('tags')}
        >
          Tags…
        </Button>
      )}
      {macros.length > 0 && (
        <Picker
          {...control('macro', 'Macro', macros)}
          onChange={(to) => {
            const name = macros.find(({ value }) => value === to)?.label ?? ''
            onWish({ kind: 'macro', to }, actionWords({ kind: 'macro', to, name }))
          }}
        />
      )}
    </>
  )
}

const me = { value: 'me', label: 'Me', hint: printed('takeRow') }
const nobody = { value: 'none', label: 'Nobody' }
const noTeam = { value: 'none', label: 'No team' }
const noCategory = { value: 'none', label: 'No category' }

const withFace = ({ value, label, away }: QueueChoice) => ({
  value,
  label,
  icon: <Avatar name={label} size={20} />,
  ...(away && { hint: 'Away' }),
})

const statusOptions = statuses.map((status) => ({
  value: status,
  label: statusWord[status],
  icon: <StatusGlyph status={status} />,
  ...(status === 'resolved' && { hint: printed('resolveSelected') }),
  ...(status === 'closed' && { hint: printed('closeSelected') }),
}))

const priorityOptions = priorities.toReversed().map((priority) => ({
  value: priority,
  label: priorityWord[priority],
  icon: <PriorityGlyph priority={priority} />,
}))
