import { z } from 'zod'

/** IANA names, for choosing one. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

/** An offset such as `+02:00` is refused: Intl takes it for east of Greenwich, PostgreSQL for west. */
export const timeZone = z
  .string()
  .refine((zone) => /^[a-z]/i.test(zone) && isKnown(zone), 'This is not a time zone')

const isKnown = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
