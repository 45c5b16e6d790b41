// The conditions of saved views, apart from their shape (lib/views/shape): browsers need the words and not the parser.

export const matches = ['all', 'any'] as const
/** Whether all of several must hold, or one of them. */
export type Match = (typeof matches)[number]

/** What has one of the values; `category` slugs, `team` and `organization` uids, `assignee` addresses, as in an address. */
export const listedFields = [
  'status',
  'priority',
  'assignee',
  'team',
  'category',
  'tag',
  'organization',
  'needs',
  'sla',
  'channel',
] as const
export type ListedField = (typeof listedFields)[number]

/** What happened within so many days. */
export const recentFields = ['created', 'updated'] as const

export const conditionFields = [...listedFields, ...recentFields, 'words'] as const
export type ConditionField = (typeof conditionFields)[number]

export type Condition =
  | {
      readonly field: ListedField
      /** What has none of the values. */
      readonly not?: true | undefined
      readonly values: readonly string[]
    }
  | { readonly field: (typeof recentFields)[number]; readonly days: number }
  | { readonly field: 'words'; readonly words: string }

export interface Group {
  readonly match: Match
  readonly conditions: readonly Condition[]
}

/** All or any of the groups, each of them all or any of its conditions. No group asks nothing. */
export interface Groups {
  readonly match: Match
  readonly groups: readonly Group[]
}

export const noGroups: Groups = { match: 'all', groups: [] }

/** The values that the conditions name of one field. */
export const valuesNamed = ({ groups }: Groups, field: ListedField): readonly string[] =>
  groups.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => (condition.field === field ? condition.values : [])),
  )
