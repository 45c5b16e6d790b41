import { z } from 'zod'
import { blanks, blankWords, isPlaceholder } from '@/lib/canned/placeholder'
import { unfinished } from '@/lib/text'
import { afterSendChoices, densities, followedNews, singleKeys, themes, undoChoices } from './choices'

export const signatureLimit = 2_000

/** What a signature can say of its own: whatever ticket it stands on. */
const mayStandInSignature = (words: string) => isPlaceholder(words) && /^(?:agent|workspace)\./.test(words)

/** Every preference with its shape. A new one needs a default below, and nothing else. */
export const preferencesShape = z.object({
  theme: z.enum(themes),
  density: z.enum(densities),
  singleKeys: z.enum(singleKeys),
  /** For how many seconds a reply that was sent can be taken back. */
  undoSeconds: z.literal(undoChoices),
  /** Where a sent reply leads. */
  afterSend: z.enum(afterSendChoices),
  /** What one is told of tickets that one follows. What is meant for oneself comes in any case. */
  followedNews: z.array(z.enum(followedNews)).max(followedNews.length),
  /** Markdown, below every reply to a customer. Empty: none. */
  signature: unfinished('Signature', signatureLimit)
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .superRefine((text, context) => {
      const strange = blanks(text).filter(({ words }) => !mayStandInSignature(words))
      if (strange.length > 0)
        context.addIssue({
          code: 'custom',
          message: `A signature cannot say ${blankWords(strange)}: only {{agent.name}}, {{agent.first_name}} and {{workspace.name}}`,
        })
    }),
})

export type Preferences = Readonly<z.infer<typeof preferencesShape>>

const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'comfortable',
  singleKeys: 'on',
  undoSeconds: 10,
  afterSend: 'stay',
  followedNews: [...followedNews],
  signature: '',
}

const onePreference = preferencesShape.partial().strict()

/** The defaults with what is stored over them. What does not fit its shape is left out. */
export function withDefaults(stored: Readonly<Record<string, unknown>> | null | undefined): Preferences {
  const fitting = Object.entries(stored ?? {}).filter(
    ([key, value]) => onePreference.safeParse({ [key]: value }).success,
  )
  return preferencesShape.parse({ ...defaultPreferences, ...Object.fromEntries(fitting) })
}

/** Those that every page must know before it is drawn. */
export const looks = ['theme', 'density', 'singleKeys'] as const
export type Looks = Pick<Preferences, (typeof looks)[number]>

/** The same of the looks alone. */
export function looksWithDefaults(stored: Readonly<Record<string, unknown>> | null): Looks {
  const { theme, density, singleKeys } = withDefaults(stored)
  return { theme, density, singleKeys }
}
