import { z } from 'zod'

/** IANA names, for choosing one. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

/**
 * An offset such as `+02:00` is refused: Intl takes it for east of Greenwich, PostgreSQL for west. So are letters such as
 * `PNT` and `IST`, which PostgreSQL does not know or takes for another place.
 */
export const timeZone = z.string().refine(isKnown, 'This is not a time zone')

/** Also those that are called otherwise now. */
const place = /^(?!systemv)[a-z]+\//i

// Asking Intl costs a third of a millisecond, and the settings ask with every write.
const known = new Set(timeZones)

function isKnown(zone: string) {
  if (known.has(zone)) return true
  if (!place.test(zone)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
