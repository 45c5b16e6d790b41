import { z } from 'zod'
import { mostTags, tagName } from '@/lib/tags/tag'
import { priorities, priorityWord, statuses, statusWord } from '@/lib/tickets/ticket'

const tagNames = z.array(tagName).max(mostTags, `A ticket bears at most ${mostTags} tags`)

/** What can be done to many tickets, as a page asks for it. lib/bulk/act says by which verbs. */
export const bulkWish = z.discriminatedUnion(
  'kind',
  [
    /** `to`: an address; `me`; null: nobody. */
    z.object({ kind: z.literal('assign'), to: z.string().max(320).nullable() }),
    z.object({ kind: z.literal('team'), to: z.uuid().nullable() }),
    z.object({ kind: z.literal('status'), to: z.enum(statuses) }),
    z.object({ kind: z.literal('priority'), to: z.enum(priorities) }),
    z.object({ kind: z.literal('category'), to: z.string().max(200).nullable() }),
    z
      .object({ kind: z.literal('tags'), add: tagNames, remove: tagNames })
      .refine(({ add, remove }) => add.length + remove.length > 0, 'Choose a tag to add or to remove')
      .refine(
        ({ add, remove }) => !add.some((name) => remove.includes(name)),
        'A tag cannot be added and removed at once',
      ),
  ],
  { error: 'This cannot be done to many tickets at once' },
)
export type BulkWish = z.output<typeof bulkWish>

/** The same as it is kept: whom and what it names is called as it was called then. */
export type BulkAction =
  | Extract<BulkWish, { kind: 'status' | 'priority' | 'tags' }>
  | (Extract<BulkWish, { kind: 'assign' | 'team' | 'category' }> & { readonly name: string | null })

/** What is done, to be read alone: "Set priority to urgent". */
export function actionWords(action: BulkAction): string {
  switch (action.kind) {
    case 'assign':
      return `Assign to ${action.name ?? 'nobody'}`
    case 'team':
      return action.name === null ? 'Hand over to no team' : `Hand over to ${action.name}`
    case 'status':
      return statusVerb[action.to]
    case 'priority':
      return `Set priority to ${priorityWord[action.to].toLowerCase()}`
    case 'category':
      return action.name === null ? 'Remove the category' : `Set category to ${action.name}`
    case 'tags':
      return [tagWords('Add', action.add), tagWords('Remove', action.remove)].filter(Boolean).join(', ')
  }
}

const statusVerb = {
  open: `Set status to ${statusWord.open.toLowerCase()}`,
  pending: `Set status to ${statusWord.pending.toLowerCase()}`,
  on_hold: `Set status to ${statusWord.on_hold.toLowerCase()}`,
  resolved: 'Resolve',
  closed: 'Close',
} as const

const tagWords = (verb: string, names: readonly string[]) =>
  names.length === 0 ? '' : `${verb} ${names.length === 1 ? 'tag' : 'tags'} ${names.join(' ')}`
