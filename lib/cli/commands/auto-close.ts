import { plural } from '@/lib/plural'
import { currentSettings } from '@/lib/settings/find'
import { autoClose } from '@/lib/tickets/auto-close'
import { command, WrongUsage } from '../command'

export const autoCloseCommand = command(
  {
    name: 'auto-close',
    usage: '[--days N] [--dry-run]',
    summary:
      'Closes tickets that have been resolved for more than N days (the setting autoCloseDays where N is not given). Exits with 1 if one cannot be closed.',
    options: { days: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  },
  async ({ days: given, 'dry-run': dryRun }) => {
    const days = given === undefined ? (await currentSettings()).autoCloseDays : wholeDays(given)
    const { closed, failed } = await autoClose({ days, dryRun })
    const head = `${dryRun ? 'Would close' : 'Closed'} ${plural(closed.length, 'ticket')} resolved for more than ${plural(days, 'day')}`
    return {
      text: [
        head,
        ...closed.map((refid) => `  ${refid}`),
        ...failed.map((refid) => `${refid} could not be closed`),
      ].join('\n'),
      json: { days, dryRun, closed, failed },
      code: failed.length === 0 ? 0 : 1,
    }
  },
)

function wholeDays(text: string) {
  const days = Number(text)
  if (!/^\d{1,4}$/.test(text) || days > 3650)
    throw new WrongUsage('--days takes a whole number from 0 to 3650')
  return days
}
