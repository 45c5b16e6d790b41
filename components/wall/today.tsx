import { inWords } from '@/components/charts/words'
import { definitions } from '@/lib/analytics/definitions'
import { percentOf } from '@/lib/analytics/totals'
import type { Wall } from '@/lib/wallboards/show'
import { Empty } from './empty'
import { Numeral, Numerals } from './numeral'

/** What has come in and what was done since midnight. */
export function Today({ today }: Pick<Wall, 'today'>) {
  if (!today) return <Empty>The numbers of today are being computed.</Empty>
  const { created, resolved, firstResponse, kept } = today
  const share = percentOf(kept)
  return (
    <Numerals>
      <Numeral name={definitions.created.name} value={inWords('count', created)} />
      <Numeral name={definitions.resolved.name} value={inWords('count', resolved)} />
      <Numeral
        name={`${definitions.firstResponse.name}, median`}
        value={firstResponse === null ? '—' : inWords('duration', firstResponse)}
        beside={firstResponse === null ? 'Nothing has been answered yet' : undefined}
      />
      <Numeral
        name={definitions.keptTargets.name}
        value={share === null ? '—' : inWords('percent', share)}
        beside={share === null ? 'Nothing has been due yet' : `${kept.n} of ${kept.of}`}
      />
    </Numerals>
  )
}
