import { stretchesOf } from '@/lib/sla/zone'

const written =
  /^(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d?:\d\d(?::\d\d)?)(?<fraction>\.\d+)?)? ?(?<zone>Z|UTC|[+-]\d\d(?::?\d\d)?)?$/

/** A moment of a table. Without a zone it is on the calendar's clocks. Throws RangeError where it cannot be read. */
export function momentIn(timeZone: string, text: string): Date {
  const { date, time = '00:00', fraction = '', zone } = written.exec(text)?.groups ?? {}
  const seconds = time.split(':').length === 2 ? ':00' : ''
  const onTheWall = Date.parse(`${date}T${time.padStart(time.length < 6 ? 5 : 8, '0')}${seconds}${fraction}Z`)
  if (Number.isNaN(onTheWall)) throw new RangeError(`“${text}” is not a moment`)
  return new Date(zone ? onTheWall - aheadOf(zone) : onClocks(timeZone, onTheWall))
}

function aheadOf(zone: string) {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** The first moment at which the clocks show it; where they skip it, the moment at which they do. */
function onClocks(timeZone: string, onTheWall: number) {
  const year = new Date(onTheWall).getUTCFullYear()
  const stretches = [year - 1, year, year + 1].flatMap((one) => stretchesOf(timeZone, one))
  const stretch = stretches.find(({ to, ahead }) => onTheWall < to + ahead)
  return stretch ? Math.max(stretch.from, onTheWall - stretch.ahead) : onTheWall
}
