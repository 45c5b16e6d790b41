import { z } from 'zod'
import { priorities } from '@/lib/tickets/ticket'
import { timeZone } from '@/lib/time-zone'

const days = z.number().int().min(0).max(3650)

/** Every setting with its shape; the defaults are those of the library we grow from. */
export const settingsShape = z.object({
  workspaceName: z.string().min(1).max(80),
  timeZone,
  defaultPriority: z.enum(priorities),
  autoCloseDays: days,
  reopenGraceDays: days,
  ratingChangeDays: days,
  rateLimit: z.object({
    enabled: z.boolean(),
    ticketsPerHour: z.number().int().min(1).max(10_000),
    /** Per person and ticket. */
    repliesPerMinute: z.number().int().min(1).max(10_000),
  }),
})

export type Settings = Readonly<z.infer<typeof settingsShape>>

export const defaultSettings: Settings = {
  workspaceName: 'Deskwell',
  timeZone: 'UTC',
  defaultPriority: 'medium',
  autoCloseDays: 7,
  reopenGraceDays: 7,
  ratingChangeDays: 7,
  rateLimit: { enabled: true, ticketsPerHour: 5, repliesPerMinute: 10 },
}

/** What somebody had before their eyes who changes these settings, to find out whether it is still so. */
export const seen = (settings: Settings, keys: readonly (keyof Settings)[]) =>
  JSON.stringify([...keys].sort().map((key) => settings[key]))

const oneSetting = settingsShape.partial().strict()

/** The defaults with what is stored over them. A stored value that does not fit its shape is left out. */
export function withDefaults(stored: Iterable<{ readonly key: string; readonly value: unknown }>): Settings {
  const fitting = [...stored].filter(({ key, value }) => oneSetting.safeParse({ [key]: value }).success)
  return settingsShape.parse({
    ...defaultSettings,
    ...Object.fromEntries(fitting.map(({ key, value }) => [key, value])),
  })
}
