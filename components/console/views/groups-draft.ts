import { newUid } from '@/components/ui/new-uid'
import {
  type Condition,
  type ConditionField,
  type Groups,
  type ListedField,
  listedFields,
  type Match,
} from '@/lib/tickets/queue-groups'

/** Groups as somebody edits them: each part has a key that stays while others come and go. */
export interface GroupsDraft {
  readonly match: Match
  readonly groups: readonly GroupDraft[]
}

export interface GroupDraft {
  readonly key: string
  readonly match: Match
  readonly conditions: readonly ConditionDraft[]
}

export interface ConditionDraft {
  readonly key: string
  readonly condition: Condition
}

export const draftOf = ({ match, groups }: Groups): GroupsDraft => ({
  match,
  groups: groups.map((group) => ({
    key: newUid(),
    match: group.match,
    conditions: group.conditions.map((condition) => ({ key: newUid(), condition })),
  })),
})

export const groupsOf = ({ match, groups }: GroupsDraft): Groups => ({
  match,
  groups: groups.map((group) => ({
    match: group.match,
    conditions: group.conditions.map(({ condition }) => condition),
  })),
})

export const newCondition = (field: ConditionField = 'tag'): ConditionDraft => ({
  key: newUid(),
  condition: blank(field),
})

/** The next group joins its conditions the other way: that is what one adds a group for. */
export const newGroup = (match: Match): GroupDraft => ({
  key: newUid(),
  match: match === 'all' ? 'any' : 'all',
  conditions: [newCondition()],
})

export function blank(field: ConditionField): Condition {
  if (field === 'words') return { field, words: '' }
  return isListed(field) ? { field, values: [] } : { field, days: 7 }
}

const isListed = (field: ConditionField): field is ListedField => listedFields.some((one) => one === field)

/** Those of them, with the one of that key changed; null takes it out. */
export const changed = <Part extends { readonly key: string }>(
  parts: readonly Part[],
  key: string,
  to: Part | null,
): readonly Part[] => parts.flatMap((part) => (part.key === key ? (to ?? []) : part))
