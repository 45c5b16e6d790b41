import ChevronRight from 'lucide-react/icons/chevron-right'
import { explain } from '@/lib/sla/explain'
import type { TicketSla } from '@/lib/sla/ledger'
import type { NamedClock } from '@/lib/sla/named-clock'
import { targetWord } from '@/lib/sla/target'
import { ClockChip } from './clock-chip'
import { lastAndEarlier } from './sla'

interface SlaPanelProps {
  readonly sla: TicketSla
  readonly now: Date
  readonly timeZone: string
}

/** Why each target is due when it is, and what became of it, as the ledger tells. */
export function SlaPanel({ sla, now, timeZone }: SlaPanelProps) {
  if (sla.clocks.length === 0) return <p className="text-fg-muted">Nothing was promised for this ticket.</p>
  const { last, earlier } = lastAndEarlier(sla.clocks)
  const told = (clock: NamedClock) => (
    <ExplainedClock
      key={`${clock.target} ${clock.instance}`}
      clock={clock}
      {...explain(clock, { now, timeZone, hoursOf: sla.hoursOf })}
    />
  )
  return (
    <div className="flex flex-col gap-3">
      {last.map(told)}
      {earlier.length > 0 && (
        <details className="group">
          <summary className="flex min-h-6 list-none items-center gap-1 text-fg-muted hover:text-fg">
            <ChevronRight aria-hidden="true" className="size-3.5 text-fg-subtle group-open:rotate-90" />
            Earlier <span className="text-meta">{earlier.length}</span>
          </summary>
          <div className="flex flex-col gap-3 pt-2">{earlier.map(told)}</div>
        </details>
      )}
      <p className="text-fg-muted text-meta">Times are in {timeZone}.</p>
    </div>
  )
}

interface ExplainedClockProps {
  readonly clock: NamedClock
  readonly sentences: readonly string[]
  readonly calendar: string
}

const ExplainedClock = ({ clock, sentences, calendar }: ExplainedClockProps) => (
  <section>
    <div className="mb-1 flex min-h-6 flex-wrap items-center justify-between gap-x-3">
      <h3>{targetWord[clock.target]}</h3>
      <ClockChip clock={clock} />
    </div>
    <ol className="wrap-anywhere flex flex-col gap-1 border-s ps-2.5 text-fg-muted text-meta">
      {sentences.map((sentence) => (
        <li key={sentence} className="last:text-fg">
          {sentence}
        </li>
      ))}
    </ol>
    <p className="wrap-anywhere mt-1 text-fg-muted text-meta">
      {calendar} · {clock.policy}
    </p>
  </section>
)
