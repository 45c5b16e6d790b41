import { z } from 'zod'
import { tagName } from '@/lib/tags/tag'
import { line, optional, prose, publicName } from '@/lib/text'
import { priorities, statuses } from '@/lib/tickets/ticket'
import { uidShape } from '@/lib/uid'
import { type MacroAction, noteLimit } from './action'
import { cannedLimit, type NewCanned, nameLimit, shortcutLimit } from './canned'
import { blanks, isPlaceholder, placeholders } from './placeholder'

const team = uidShape('There is no such team')

const note = prose('The note', noteLimit).superRefine((text, context) => {
  const unknown = blanks(text).find(({ words }) => !isPlaceholder(words))
  if (unknown)
    context.addIssue({
      code: 'custom',
      message: `Nobody is asked to fill in {{${unknown.words}}} in a note. It may say ${Object.keys(
        placeholders,
      )
        .map((name) => `{{${name}}}`)
        .join(', ')}`,
    })
})

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('status'), to: z.enum(statuses) }),
  z.object({ do: z.literal('priority'), to: z.enum(priorities) }),
  z.object({ do: z.literal('assign'), to: publicName }),
  z.object({ do: z.literal('team'), to: team }),
  z.object({ do: z.literal('category'), to: publicName }),
  z.object({ do: z.literal('tag'), to: tagName }),
  z.object({ do: z.literal('untag'), to: tagName }),
  z.object({ do: z.literal('note'), to: note }),
])

const mostOfOneKind = 20

/** Each kind at most once; of tags, as many as a ticket bears. */
export const macroActions = z
  .array(action, 'These are no actions')
  .max(6 + 2 * mostOfOneKind, 'These are too many actions')
  .refine(
    (actions) => {
      const single = actions.filter(({ do: kind }) => kind !== 'tag' && kind !== 'untag')
      return new Set(single.map(({ do: kind }) => kind)).size === single.length
    },
    { message: 'Two of the actions contradict each other' },
  )

/** The same out of one field of a form. What is not JSON, or not of ours, is said as one thing. */
export const postedActions = z.preprocess(
  (posted) => {
    if (posted === undefined || posted === '') return []
    try {
      return JSON.parse(String(posted))
    } catch {
      return null
    }
  },
  z.unknown().transform((posted, context): readonly MacroAction[] => {
    const read = macroActions.safeParse(posted)
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message: 'These actions cannot be read. Choose the macro again.' })
    return z.NEVER
  }),
)

const unset = (text: unknown) => (text === '' ? undefined : text)
const chosen = <Output>(schema: z.ZodType<Output>) => z.preprocess(unset, schema.optional())

/** A line with commas, as in `vip, refund`. */
const tags = z
  .string()
  .max(1_000, 'These are too many tags')
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .pipe(z.array(tagName).max(mostOfOneKind, `At most ${mostOfOneKind} tags`))

export const cannedFields = {
  name: line('Name', nameLimit),
  shortcut: optional(
    z
      .string()
      .trim()
      .toLowerCase()
      .transform((word) => word.normalize('NFC').replace(/^\//, ''))
      .pipe(
        z
          .string()
          .max(shortcutLimit, `Shortcut is longer than ${shortcutLimit} characters`)
          .regex(
            /^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u,
            'Shortcut is one word of letters, digits and dashes',
          ),
      ),
  ),
  body: optional(prose('Text', cannedLimit)),
  scope: z.union([z.literal('personal'), z.literal('everyone'), uidShape()], 'Choose who has it'),
  status: chosen(z.enum(statuses, 'Choose a status')),
  priority: chosen(z.enum(priorities, 'Choose a priority')),
  assign: chosen(publicName),
  team: chosen(team),
  category: chosen(publicName),
  tags,
  untags: tags,
  note: optional(note),
}

/** What the fields of a form come to. */
export function cannedIn(fields: z.output<z.ZodObject<typeof cannedFields>>): NewCanned {
  const { status, priority, assign, team, category, tags, untags, note } = fields
  const actions: MacroAction[] = [
    ...(status ? [{ do: 'status', to: status } as const] : []),
    ...(priority ? [{ do: 'priority', to: priority } as const] : []),
    ...(team ? [{ do: 'team', to: team } as const] : []),
    ...(assign ? [{ do: 'assign', to: assign } as const] : []),
    ...(category ? [{ do: 'category', to: category } as const] : []),
    ...[...new Set(tags)].map((to) => ({ do: 'tag', to }) as const),
    ...[...new Set(untags)].map((to) => ({ do: 'untag', to }) as const),
    ...(note ? [{ do: 'note', to: note } as const] : []),
  ]
  const { name, shortcut = null, body = '', scope } = fields
  return { name, shortcut, body, actions, scope }
}
