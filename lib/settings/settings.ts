import { z } from 'zod'
import { priorities } from '@/lib/tickets/ticket'

const hours = z.object({
  slaHours: z
    .number()
    .positive()
    .max(24 * 365),
})
const days = z.number().int().min(0).max(3650)

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}, 'is not a time zone')

/** Every setting with its shape; the defaults are those of the library we grow from. */
export const settingsShape = z.object({
  workspaceName: z.string().min(1).max(80),
  timeZone,
  defaultPriority: z.enum(priorities),
  /** Hours from filing to the promised resolution. */
  priorities: z.object({ low: hours, medium: hours, high: hours, urgent: hours }),
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
  priorities: {
    low: { slaHours: 72 },
    medium: { slaHours: 24 },
    high: { slaHours: 8 },
    urgent: { slaHours: 2 },
  },
  autoCloseDays: 7,
  reopenGraceDays: 7,
  ratingChangeDays: 7,
  rateLimit: { enabled: true, ticketsPerHour: 5, repliesPerMinute: 10 },
}

/** The defaults with what is stored over them. A stored value that does not fit its shape is left out. */
export function withDefaults(stored: Iterable<{ readonly key: string; readonly value: unknown }>): Settings {
  const fitting = [...stored].filter(
    ({ key, value }) =>
      settingsShape
        .partial()
        .strict()
        .safeParse({ [key]: value }).success,
  )
  return settingsShape.parse({
    ...defaultSettings,
    ...Object.fromEntries(fitting.map(({ key, value }) => [key, value])),
  })
}
