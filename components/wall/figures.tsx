import { useReading, useTicking } from '@/components/ui/clock'
import { boardDefinitions } from '@/lib/analytics/definitions'
import { millis, span } from '@/lib/time-words'
import type { Wall } from '@/lib/wallboards/show'
import { Numeral, Numerals } from './numeral'

/** The tickets of this moment. */
export function Figures({ figures }: Pick<Wall, 'figures'>) {
  const { open, unassigned, needsFirstReply, atRisk, breached, oldestWaiting } = figures
  return (
    <Numerals>
      <Numeral name={boardDefinitions.open.name} value={inWords(open)} />
      <Numeral name={boardDefinitions.unassigned.name} value={inWords(unassigned)} />
      <Numeral name={boardDefinitions.needsFirstReply.name} value={inWords(needsFirstReply)} />
      <Numeral
        name={boardDefinitions.atRisk.name}
        value={inWords(atRisk)}
        alarm={atRisk > 0 ? 'risk' : null}
      />
      <Numeral
        name={boardDefinitions.breached.name}
        value={inWords(breached)}
        alarm={breached > 0 ? 'breach' : null}
      />
      <Waiting since={oldestWaiting} />
    </Numerals>
  )
}

function Waiting({ since }: { readonly since: string | null }) {
  const { now } = useReading({})
  const words = useTicking(now, (moment) => (since ? span(moment - millis(since)) : '—'))
  return (
    <Numeral
      name={boardDefinitions.oldestWaiting.name}
      value={words}
      beside={since ? undefined : 'Nobody waits for us'}
    />
  )
}

const inWords = (count: number) => count.toLocaleString('en')
