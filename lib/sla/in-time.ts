interface Written {
  readonly kind: string
  readonly at: Date
  readonly recordedAt: Date
}

/**
 * A ledger as it is read: a step of an escalation stands before what came later, also where it was written behind it. All else stays
 * in its order, which says what came of what: a breach by a new target follows the change that has set it.
 */
export function inTime<Entry extends Written>(ledger: readonly Entry[]): readonly Entry[] {
  const told: Entry[] = []
  for (const entry of ledger) {
    const later =
      entry.kind === 'escalated'
        ? told.findIndex(({ at, recordedAt }) => at > entry.at && recordedAt > entry.recordedAt)
        : -1
    told.splice(later < 0 ? told.length : later, 0, entry)
  }
  return told
}
