const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Milliseconds that the clocks of a zone are ahead of UTC at a moment, by Intl: `GMT+05:30`, `GMT-00:25:21`; no offset is
 * `GMT` to one ICU and `GMT+00:00` to another. Throws RangeError where Intl does not know the zone.
 */
export function zoneOffset(timeZone: string, at: number) {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(formatOf(timeZone).format(at)) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}

/** Making a format costs a hundred times more than using it. */
function formatOf(timeZone: string) {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}
