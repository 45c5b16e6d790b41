import { hearBell } from './bell'
import { Hub } from './hub'

// Kept outside the module: each route is a bundle of its own, and `next dev` evaluates them again after each edit.
const kept = globalThis as typeof globalThis & { deskwellHub?: Hub; deskwellEnds?: true }

/** The hub of this process; from the first call on it has its line to the database. */
export function liveHub(): Hub {
  if (kept.deskwellHub) return kept.deskwellHub
  const hub = new Hub()
  kept.deskwellHub = hub
  void hearBell((ring) => {
    if (typeof ring === 'object') hub.moved(ring.presence)
    void hub.look()
  })
  // The web server waits for all answers to end before it ends itself, and these would not.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      kept.deskwellEnds = true
      hub.end()
    })
  return hub
}

/** The process has been told to end. A browser comes back at once, over a line that is still open, and would keep it. */
export const isEnding = () => kept.deskwellEnds === true
