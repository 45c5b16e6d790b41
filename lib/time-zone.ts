import { z } from 'zod'

/** IANA names, for choosing one. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

/** An offset such as `+02:00` is refused: Intl takes it for east of Greenwich, PostgreSQL for west. */
export const timeZone = z
  .string()
  .refine((zone) => /^[a-z]/i.test(zone) && isKnown(zone), 'This is not a time zone')

// Asking Intl costs a third of a millisecond, and the settings ask with every write.
const known = new Set(timeZones)

function isKnown(zone: string) {
  if (known.has(zone)) return true
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
