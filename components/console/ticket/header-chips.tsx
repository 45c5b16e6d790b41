import type { Clock } from '@/lib/sla/clock'
import { targetWord } from '@/lib/sla/target'
import { ClockChip } from './clock-chip'
import { headerClocks } from './sla'

/** A chip for each target that runs, named where there are several. */
export function HeaderChips({ clocks }: { readonly clocks: readonly Clock[] }) {
  const shown = headerClocks(clocks)
  return shown.map((clock) => (
    <span key={`${clock.target} ${clock.instance}`} className="inline-flex items-center gap-1.5">
      {shown.length > 1 && (
        <span aria-hidden="true" className="text-fg-muted text-meta">
          {targetWord[clock.target]}
        </span>
      )}
      <ClockChip clock={clock} />
    </span>
  ))
}
