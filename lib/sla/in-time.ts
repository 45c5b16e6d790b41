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
  const told = ledger.filter(({ kind }) => kind !== 'escalated')
  for (const step of ledger.filter(({ kind }) => kind === 'escalated')) {
    const later = told.findIndex(({ at, recordedAt }) => at > step.at && recordedAt > step.recordedAt)
    told.splice(later < 0 ? told.length : later, 0, step)
  }
  return told
}
