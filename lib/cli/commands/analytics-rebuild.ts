import { differences } from '@/lib/analytics/differences'
import { upToDate } from '@/lib/analytics/fresh'
import { rebuild } from '@/lib/analytics/rebuild'
import { plural } from '@/lib/plural'
import { columns } from '../columns'
import { command } from '../command'

export const analyticsRebuildCommand = command(
  {
    name: 'analytics:rebuild',
    usage: '[--check]',
    summary:
      'Computes the numbers of the reports anew, from every ticket; with --check it only says where those that are kept differ, and exits with 1 if any does. Meanwhile the reports show what there was.',
    options: { check: { type: 'boolean', default: false } },
  },
  async ({ check }) => {
    if (!check) {
      const begun = performance.now()
      const made = await rebuild()
      const seconds = Math.round((performance.now() - begun) / 100) / 10
      const text =
        made === 'by us'
          ? `Computed in ${seconds} s`
          : `Somebody else was computing them already: theirs are in place, after ${seconds} s`
      return { text, json: { check, seconds, made } }
    }
    await upToDate()
    const found = await differences()
    return {
      text:
        found.length === 0
          ? 'Every number is as its tickets tell'
          : [
              columns(found.map(({ what, where }) => [where, what])),
              '',
              `${plural(found.length, 'difference')}; run it without --check to put them right`,
            ].join('\n'),
      json: { check, differing: found },
      code: found.length > 0 ? 1 : 0,
    }
  },
)
