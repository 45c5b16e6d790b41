import { z } from 'zod'

/** Places that Intl lists by names which they do not bear any more (IANA, file `backward`). */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** IANA names, for choosing one, each place by its name of today. */
export const timeZones: readonly string[] = [
  'UTC',
  ...new Set(Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone)),
]

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
