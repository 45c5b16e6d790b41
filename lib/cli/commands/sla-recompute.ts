import { db } from '@/db/client'
import { mismatches, recompute } from '@/lib/sla/recompute'
import { lock } from '@/lib/tickets/lock'
import { inTransaction } from '@/lib/transaction'
import { columns, plural } from '../columns'
import { command } from '../command'

export const slaRecomputeCommand = command(
  {
    name: 'sla:recompute',
    usage: '[--check]',
    summary:
      'Computes every clock anew from its ledger and puts right what differs; with --check it only says what differs, and exits with 1 if something does.',
    options: { check: { type: 'boolean', default: false } },
  },
  async ({ check }) => {
    const found = await mismatches(db)
    if (!check)
      for (const { ticketId } of found)
        await inTransaction(async (tx) => {
          await lock(tx, { id: ticketId })
          await recompute(tx, ticketId)
        })
    const differing = found.map(({ refid, what }) => ({ refid, what }))
    return {
      text:
        found.length === 0
          ? 'Every clock is as its ledger tells'
          : [
              columns(differing.map(({ refid, what }) => [refid, what])),
              '',
              `${plural(found.length, 'ticket')} ${check ? 'differing' : 'put right'}`,
            ].join('\n'),
      json: { check, differing },
      code: check && found.length > 0 ? 1 : 0,
    }
  },
)
