import { Glyph } from '@/components/ui/glyph'
import { SlaChip } from '@/components/ui/sla-chip'
import type { Clock } from '@/lib/sla/clock'
import { targetWord } from '@/lib/sla/target'
import { slaFace } from './sla'

/** How one clock of a ticket stands; while it runs, it counts down by itself. */
export function ClockChip({ clock }: { readonly clock: Clock }) {
  const face = slaFace(clock)
  const target = targetWord[clock.target]
  if (!face) return <span className="text-fg-muted text-meta">ended</span>
  if (!('late' in face)) return <SlaChip {...face} target={target} />
  return (
    <span className="sla-chip h-6 rounded-chip bg-sla-breach-bg px-2 text-sla-breach-text">
      <Glyph name="breached" className="text-sla-breach-solid" />
      <span className="sr-only">{`${target} `}</span>
      {face.late}
    </span>
  )
}
