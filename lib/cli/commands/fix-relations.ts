import { plural } from '@/lib/plural'
import { type Report, repairRelations } from '@/lib/repair/repair'
import { columns } from '../columns'
import { command } from '../command'

export const fixRelationsCommand = command(
  {
    name: 'fix-relations',
    usage: '[--dry-run]',
    summary:
      'Finds tickets whose data contradicts itself and mends what has one right answer. Exits with 1 if something is left to mend.',
    options: { 'dry-run': { type: 'boolean', default: false } },
  },
  async ({ 'dry-run': dryRun }) => {
    const reports = await repairRelations({ dryRun })
    const left = reports.filter(({ outcome }) => outcome !== 'repaired').length
    return { text: told(reports, left), json: { dryRun, reports }, code: left === 0 ? 0 : 1 }
  },
)

function told(reports: readonly Report[], left: number) {
  if (reports.length === 0) return 'Nothing to mend'
  const outcomes = { repaired: 'repaired', found: 'found', left: 'left to you', failed: 'failed' } as const
  const repaired = reports.length - left
  return [
    columns(
      reports.map(({ refid, outcome, rule, what, why }) => [
        refid,
        outcomes[outcome],
        rule,
        why ? `${what}: ${why}` : what,
      ]),
    ),
    '',
    `${plural(repaired, 'repair')}, ${left} left`,
  ].join('\n')
}
