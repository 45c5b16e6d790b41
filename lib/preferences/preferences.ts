import { z } from 'zod'
import { undoChoices } from './choices'

/** Every preference with its shape. A new one needs a default below, and nothing else. */
export const preferencesShape = z.object({
  /** For how many seconds a reply that was sent can be taken back. */
  undoSeconds: z.literal(undoChoices),
})

export type Preferences = Readonly<z.infer<typeof preferencesShape>>

const defaultPreferences: Preferences = { undoSeconds: 10 }

const onePreference = preferencesShape.partial().strict()

/** The defaults with what is stored over them. What does not fit its shape is left out. */
export function withDefaults(stored: Readonly<Record<string, unknown>> | undefined): Preferences {
  const fitting = Object.entries(stored ?? {}).filter(
    ([key, value]) => onePreference.safeParse({ [key]: value }).success,
  )
  return preferencesShape.parse({ ...defaultPreferences, ...Object.fromEntries(fitting) })
}
