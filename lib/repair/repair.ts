import { db } from '@/db/client'
import { lock } from '@/lib/tickets/lock'
import { inTransaction } from '@/lib/transaction'
import type { Damage, Rule } from './rule'
import { closing, firstAnswer, publicUpdate, resolution, update, waiting } from './rules/moments'
import { assignee, solver } from './rules/people'
import { promise } from './rules/promise'
import { audience, follows, statusHistory, strangers, unrecorded } from './rules/relations'

export interface Report {
  readonly rule: string
  readonly refid: string
  readonly what: string
  /** `found`: by a dry run. `left`: only a person can decide. */
  readonly outcome: 'repaired' | 'found' | 'left'
}

/** Whoever it is assigned to comes before the moments, which its event moves. */
const rules: readonly Rule[] = [
  audience,
  assignee,
  solver,
  follows,
  strangers,
  firstAnswer,
  waiting,
  resolution,
  closing,
  promise,
  publicUpdate,
  update,
  statusHistory,
  unrecorded,
]

/**
 * Finds tickets whose rows contradict each other, past what constraints can exclude, and mends what has one right
 * answer. Each ticket is locked and looked at again before it is mended, so it is safe beside agents at work, twice and
 * side by side. A dry run writes nothing.
 */
export async function repairRelations({ dryRun = false }: { readonly dryRun?: boolean } = {}) {
  const reports: Report[] = []
  for (const rule of rules) {
    for (const damage of await rule.find(db)) {
      const outcome = await treat(rule, damage, dryRun)
      if (outcome) reports.push({ rule: rule.name, refid: damage.refid, what: damage.what, outcome })
    }
  }
  return reports
}

async function treat(
  { find, mend }: Rule,
  damage: Damage,
  dryRun: boolean,
): Promise<Report['outcome'] | null> {
  if (!mend) return 'left'
  if (dryRun) return 'found'
  return inTransaction(async (tx) => {
    await lock(tx, { id: damage.ticketId })
    const still = (await find(tx, damage.ticketId)).find(({ row }) => row === damage.row)
    // Somebody else has mended it in the meantime.
    if (!still) return null
    await mend(tx, still)
    return 'repaired'
  })
}
