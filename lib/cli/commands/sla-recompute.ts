import { plural } from '@/lib/plural'
import { repair } from '@/lib/repair/repair'
import { promise } from '@/lib/repair/rules/promise'
import { columns } from '../columns'
import { command } from '../command'

export const slaRecomputeCommand = command(
  {
    name: 'sla:recompute',
    usage: '[--check]',
    summary:
      'Computes every clock anew from its ledger and puts right what differs; with --check it only says what differs. Exits with 1 if something still differs.',
    options: { check: { type: 'boolean', default: false } },
  },
  async ({ check }) => {
    const differing = await repair([promise], { dryRun: check })
    const left = differing.filter(({ outcome }) => outcome !== 'repaired')
    return {
      text:
        differing.length === 0
          ? 'Every clock is as its ledger tells'
          : [
              columns(differing.map(({ refid, what }) => [refid, what])),
              '',
              ...(check ? [] : [`${plural(differing.length - left.length, 'ticket')} put right`]),
              ...(left.length === 0 ? [] : [`${plural(left.length, 'ticket')} differing`]),
              ...left.flatMap(({ refid, why }) => (why ? [`${refid} could not be put right: ${why}`] : [])),
            ].join('\n'),
      json: {
        check,
        differing: differing.map(({ refid, what, outcome, why }) => ({
          refid,
          what,
          outcome,
          ...(why && { why }),
        })),
      },
      code: left.length === 0 ? 0 : 1,
    }
  },
)
