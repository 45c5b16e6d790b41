import { z } from 'zod'
import { Refused } from '@/lib/errors'
import { tagName } from '@/lib/tags/tag'
import { line, searchable } from '@/lib/text'
import { readQueueFilter, slug } from '@/lib/tickets/queue-filter'
import { type ListedField, matches, recentFields } from '@/lib/tickets/queue-groups'
import { slaStates } from '@/lib/tickets/queue-sorts'
import { channels, priorities, statuses } from '@/lib/tickets/ticket'
import { askedKeys } from '@/lib/tickets/views'
import { uidShape } from '@/lib/uid'
import { mostConditions, mostNameLetters, type ViewQuery } from './view'

/** More values of one kind than anybody asks for at once. */
const mostValues = 30

const oneOf = <Field extends ListedField>(field: Field, value: z.ZodType<string>) =>
  z.strictObject({
    field: z.literal(field),
    not: z.literal(true).optional(),
    values: z
      .array(value)
      .min(1, 'Choose at least one')
      .max(mostValues, `At most ${mostValues} at once`)
      .transform((values): readonly string[] => [...new Set(values)]),
  })

const gone = 'There is no such thing. Choose again.'

const condition = z.discriminatedUnion(
  'field',
  [
    oneOf('status', z.enum(statuses, 'There is no such status')),
    oneOf('priority', z.enum(priorities, 'There is no such priority')),
    oneOf('channel', z.enum(channels, 'There is no such channel')),
    oneOf('sla', z.enum(slaStates, 'There is no such standing')),
    oneOf('needs', z.enum(['first_reply', 'us'], 'Nobody can wait for that')),
    oneOf('assignee', line('Assignee', 320)),
    oneOf('team', z.union([z.literal('none'), uidShape(gone)])),
    oneOf('organization', uidShape(gone)),
    oneOf('category', z.string().regex(slug, gone)),
    oneOf('tag', tagName),
    z.strictObject({
      field: z.enum(recentFields),
      days: z
        .int('Give a number of whole days')
        .min(1, 'At least 1 day')
        .max(3650, 'At most 3,650 days, which is ten years'),
    }),
    z.strictObject({ field: z.literal('words'), words: line('Words', 200) }),
  ],
  'There is no such condition',
)

const group = z.strictObject({
  match: z.enum(matches),
  conditions: z.array(condition).min(1, 'Add a condition, or remove the group'),
})

const word = searchable(2000).optional()

const said = (words: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).flatMap(([name, text]) => (text ? [[name, text]] : [])))

/** What holds for every view. Words of the address that do not fit are ignored, as they are in an address. */
const queryShape = z
  .strictObject({
    address: z
      .object({
        status: word,
        priority: word,
        channel: word,
        category: word,
        assignee: word,
        team: word,
        tag: word,
        organization: word,
        needs: word,
        sla: word,
        spam: word,
        q: word,
        sort: word,
        dir: word,
        columns: word,
        behind: z
          .string()
          .max(0, 'What a number of a report counts is of its period, and no view')
          .optional(),
      })
      .transform(said),
    match: z.enum(matches),
    groups: z.array(group).max(mostConditions, `A view has at most ${mostConditions} groups`),
  })
  .superRefine(({ address, groups }, context) => {
    const filter = readQueueFilter(address)
    const filters = askedKeys.filter((key) => String(filter[key] ?? '') !== '').length
    const count = filters + groups.reduce((sum, { conditions }) => sum + conditions.length, 0)
    if (count > mostConditions)
      context.addIssue({
        code: 'custom',
        path: ['groups'],
        message: `A view holds at most ${mostConditions} filters and conditions; these are ${count}`,
      })
  }) satisfies z.ZodType<ViewQuery>

/** What is kept, as it is now understood; null: it is of another version, and asks for what nobody knows. */
export const readQuery = (kept: unknown): ViewQuery | null => queryShape.safeParse(kept).data ?? null

interface Problem {
  /** `conditions`, or the place of one: `conditions.0.2`. */
  readonly field: string
  readonly message: string
}

const longest = 50_000

function queryOf(text: string): { readonly query?: ViewQuery; readonly problems: readonly Problem[] } {
  const read = queryShape.safeParse(json(text))
  if (read.success) return { query: read.data, problems: [] }
  return {
    problems: read.error.issues.map(({ path: [first, index, , nth], message }) => ({
      field: ['conditions', ...(first === 'groups' ? [index, nth] : [])]
        .filter((part) => part !== undefined)
        .join('.'),
      message,
    })),
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const viewFields = {
  name: line('Name', mostNameLetters),
  scope: z.union([z.enum(['personal', 'everyone']), uidShape()], 'Choose for whom it is'),
  /** As JSON. */
  query: z.string('Nothing to save was sent').max(longest, 'These are too many conditions'),
}

/** For a form with these fields: says of each condition that does not fit what is wrong with it. */
export function queryFits({ query }: { readonly query: string }, context: z.RefinementCtx) {
  for (const { field, message } of queryOf(query).problems)
    context.addIssue({ code: 'custom', path: [field], message })
}

/** The query of fields that `queryFits` has let pass. */
export function queryIn(text: string): ViewQuery {
  const { query } = queryOf(text)
  if (!query) throw new Refused('This form describes no view')
  return query
}
