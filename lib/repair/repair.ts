import { db } from '@/db/client'
import { isDatabaseAway } from '@/lib/database-errors'
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
  /** `found`: by a dry run. `left`: only a person can decide, or mending it did not help. */
  readonly outcome: 'repaired' | 'found' | 'left' | 'failed'
  /** Of what failed. */
  readonly why?: string
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

/** Every rule there is. */
export const repairRelations = (how: How = {}) => repair(rules, how)

interface How {
  readonly dryRun?: boolean
}

/**
 * Finds tickets whose rows contradict each other, past what constraints can exclude, and mends what has one right
 * answer. Each ticket is locked and looked at again before it is mended, and once more afterwards, so it is safe beside
 * agents at work, twice and side by side. What cannot be mended does not keep the others. A dry run writes nothing.
 */
export async function repair(some: readonly Rule[], { dryRun = false }: How): Promise<readonly Report[]> {
  const reports: Report[] = []
  for (const rule of some)
    for (const damage of await rule.find(db)) {
      const treated = await treat(rule, damage, dryRun).catch((error: unknown) => {
        // It is no fault of the ticket.
        if (isDatabaseAway(error)) throw error
        return failed(error)
      })
      if (treated) reports.push({ rule: rule.name, refid: damage.refid, what: damage.what, ...treated })
    }
  return reports
}

type Treated = Pick<Report, 'outcome' | 'why'>

async function treat({ find, mend }: Rule, damage: Damage, dryRun: boolean): Promise<Treated | null> {
  if (!mend) return { outcome: 'left' }
  if (dryRun) return { outcome: 'found' }
  return inTransaction(async (tx) => {
    await lock(tx, { id: damage.ticketId })
    const present = async () => (await find(tx, damage.ticketId)).find(({ row }) => row === damage.row)
    const still = await present()
    // Somebody else has mended it in the meantime.
    if (!still) return null
    await mend(tx, still)
    return { outcome: (await present()) ? 'left' : 'repaired' }
  })
}

/** With the first cause: what lies above it quotes the query with what people wrote. */
function failed(error: unknown): Treated {
  if (!(error instanceof Error)) return { outcome: 'failed', why: String(error) }
  return error.cause === undefined ? { outcome: 'failed', why: error.message } : failed(error.cause)
}
