import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { mismatches } from '@/lib/sla/recompute'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { waitingFor } from '@/lib/testing/waiting'
import { inTransaction, type Tx } from '@/lib/transaction'
import { ticketByRefid } from './lists'
import { move } from './move'
import { prioritize, prioritizeWithin } from './prioritize'

const filed = async () => {
  const { id } = await customer()
  const { refid } = await make().for(id).subject('Printer on fire').description('It burns.').create()
  return ticketByRefid(refid)
}

const kinds = async ({ id }: { readonly id: number }) =>
  (await db.execute<{ kind: string }>(sql`select kind from events where ticket_id = ${id} order by id`)).map(
    ({ kind }) => kind,
  )

test('who waits for a ticket reckons with what is promised once they hold it, and comes later in its history', async () => {
  const [ana, ben] = [await agent(), await agent('Ben Busy')]
  // More than once: a connection that knows the statements sends them without waiting for answers in between.
  for (let turn = 0; turn < 4; turn += 1) {
    const ticket = await filed()
    const moving = await inTransaction(async (tx) => {
      await prioritizeWithin(tx, ana, ticket, 'urgent')
      const moved = move(ben, ticket, 'pending')
      await vi.waitFor(async () => expect(await waitingFor(tx)).toBe(1))
      return { moved }
    })
    await moving.moved

    expect(await ticketByRefid(ticket.refid)).toMatchObject({ status: 'pending', priority: 'urgent' })
    expect(await mismatches(db, ticket.id)).toEqual([])
    expect((await kinds(ticket)).slice(-2)).toEqual(['ticket.prioritized', 'ticket.status'])
  }
})

test('what comes too late leaves nothing behind', async () => {
  const [ana, ben] = [await agent(), await agent('Ben Busy')]
  const ticket = await filed()
  await prioritize(ana, ticket, 'urgent')
  const before = await kinds(ticket)
  // Also where the transaction goes on.
  await inTransaction(async (tx) => {
    await expect(prioritizeWithin(tx, ben, ticket, 'low')).rejects.toThrow('Ana Agent changed this ticket')
  })

  expect(await kinds(ticket)).toEqual(before)
  expect((await ticketByRefid(ticket.refid)).priority).toBe('urgent')
})

test('the row is written once, with what it says of its clocks', async () => {
  const ana = await agent()
  const ticket = await filed()
  const versions = await inTransaction(async (tx) => {
    const before = await written(tx)
    await prioritizeWithin(tx, ana, ticket, 'urgent')
    return (await written(tx)) - before
  })

  expect(versions).toBe(1)
  expect((await ticketByRefid(ticket.refid)).slaDueAt).not.toEqual(ticket.slaDueAt)
  expect(await mismatches(db, ticket.id)).toEqual([])
})

/** How many rows of tickets this connection has written anew. */
async function written(tx: Tx) {
  const [row] = await tx.execute<{ count: number }>(
    sql`select pg_stat_get_xact_tuples_updated('tickets'::regclass)::integer as count`,
  )
  return row?.count ?? 0
}
