import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { repairRelations } from '@/lib/repair/repair'
import { mismatches } from '@/lib/sla/recompute'
import { always, hour, ledgerOf, promising } from '@/lib/sla/testing'
import { agent, customer } from '@/lib/testing/people'
import { inTransaction } from '@/lib/transaction'
import { assign } from './assign'
import { close } from './close'
import { file } from './file'
import { ticketByRefid } from './lists'
import { lock } from './lock'
import { reopen } from './reopen'
import { resolve } from './resolve'
import { takeBackReopening } from './take-back-reopening'
import { takeBackResolution } from './take-back-resolution'

async function resolved() {
  const { category } = await promising({ targets: always({ resolution: 24 * hour }) })
  const [ana, bob, maria] = [await agent('Ana'), await agent('Bob'), await customer()]
  const ticket = await at(new Date(Date.now() - hour * 1_000), () =>
    file(maria, maria, {
      subject: 'Lamp',
      description: 'It flickers',
      channel: 'portal',
      category: category.slug,
    }),
  )
  await assign(ana, { ...ticket, status: 'open', assigneeId: null }, bob)
  await resolve(ana, { ...ticket, status: 'open' })
  return {
    ana,
    bob,
    present: () => ticketByRefid(ticket.refid),
    takeBack: (to: 'resolved' | 'closed') =>
      inTransaction(async (tx) => takeBackReopening(tx, ana, await lock(tx, ticket), to)),
    takeBackTheResolution: () =>
      inTransaction(async (tx) => takeBackResolution(tx, ana, await lock(tx, ticket), 'open')),
    facts: async () => [
      ...(await db.execute(sql`
        select kind, agent_id as agent, good from ticket_facts
        where ticket_id = ${ticket.id} and kind in ('resolved', 'reopened') order by at`)),
    ],
  }
}

test('however often it was opened by mistake, it was resolved once, by whoever had it, and never reopened', async () => {
  const { ana, bob, present, takeBack, facts } = await resolved()
  const before = await present()
  for (let times = 0; times < 2; times++) {
    await reopen(ana, await present())
    await assign(ana, await present(), null)
    await takeBack('resolved')
    const { status, resolvedAt, waitingSince } = await present()
    expect({ status, resolvedAt, waitingSince }).toEqual({
      status: 'resolved',
      resolvedAt: before.resolvedAt,
      waitingSince: null,
    })
  }
  expect(await facts()).toEqual([{ kind: 'resolved', agent: bob.id, good: true }])
  expect(
    (await ledgerOf(before)).filter(({ target }) => target === 'resolution').map(({ kind }) => kind),
  ).toEqual(['started', 'met', 'started', 'voided', 'started', 'voided'])
  expect(await mismatches(db, before.id)).toEqual([])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('a closed ticket is closed since when it was', async () => {
  const { ana, present, takeBack } = await resolved()
  await close(ana, await present())
  const { closedAt } = await present()
  await reopen(ana, await present())
  await takeBack('closed')
  expect(await present()).toMatchObject({ status: 'closed', closedAt })
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('what was taken back is not taken back in its turn', async () => {
  const { ana, present, takeBack, takeBackTheResolution } = await resolved()
  await reopen(ana, await present())
  await takeBack('resolved')
  await expect(takeBackTheResolution()).rejects.toThrow('This ticket was not just resolved')
  await reopen(ana, await present())
  await resolve(ana, await present())
  await takeBackTheResolution()
  await expect(takeBack('resolved')).rejects.toThrow('Resolve it instead')
})
