import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { createCategory } from '@/lib/categories/create'
import { editCategory } from '@/lib/categories/edit'
import { admin, agent, customer } from '@/lib/testing/people'
import { waitingFor } from '@/lib/testing/waiting'
import { close } from '@/lib/tickets/close'
import { file } from '@/lib/tickets/file'
import { ticketByRefid } from '@/lib/tickets/lists'
import { lock } from '@/lib/tickets/lock'
import { merge } from '@/lib/tickets/merge'
import type { Channel } from '@/lib/tickets/ticket'
import { unmerge } from '@/lib/tickets/unmerge'
import { inTransaction } from '@/lib/transaction'
import { writeBack } from './write-back'

/** Two tickets of one customer, of which one went into the other. */
async function merged(which: 'older' | 'newer') {
  const [ana, carla] = [await agent(), await customer()]
  const filed = async (subject: string) =>
    ticketByRefid((await file(carla, carla, { subject, description: 'Help', channel: 'portal' })).refid)
  const [older, newer] = [await filed('Printer'), await filed('Printer again')]
  const [from, target] = which === 'older' ? [older, newer] : [newer, older]
  await merge(ana, from, target)
  return { ana, carla, from, target }
}

/** Begins one after the other while somebody holds the ticket that both need, so that both wait at once. */
const whileHeld = async (ticket: { readonly id: number }, acts: readonly (() => Promise<unknown>)[]) => {
  const acting = await inTransaction(async (tx) => {
    await lock(tx, ticket)
    const begun: Promise<PromiseSettledResult<unknown>[]>[] = []
    for (const act of acts) {
      begun.push(Promise.allSettled([act()]))
      await vi.waitFor(async () => expect(await waitingFor(tx)).toBe(begun.length))
    }
    return { begun }
  })
  return (await Promise.all(acting.begun)).flat()
}

test.each([
  ['older', 'writes first'],
  ['older', 'writes last'],
  ['newer', 'writes first'],
  ['newer', 'writes last'],
] as const)('the %s of two was merged: a customer who %s while it is taken out again is heard', async (which, when) => {
  const { ana, carla, from, target } = await merged(which)
  const writes = () => writeBack(carla, from, { body: 'And the scanner', channel: 'portal' })
  const undoes = () => unmerge(ana, from)
  const results = await whileHeld(target, when === 'writes first' ? [writes, undoes] : [undoes, writes])

  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  const heard = await db.execute(
    sql`select t.refid from messages m join tickets t on t.id = m.ticket_id where m.body = 'And the scanner'
      and t.requester_id = ${carla.id}`,
  )
  // What is written before it is undone stays where it was written.
  expect(heard).toEqual([{ refid: when === 'writes first' ? target.refid : from.refid }])
})

test('a ticket that follows comes the way it was written, in the same category while that is offered', async () => {
  const [ana, carla, kim] = [await agent(), await customer(), await admin()]
  const lamps = await createCategory(kim, { name: 'Lamps' })
  const { refid } = await file(carla, carla, {
    subject: 'Lamp',
    description: 'It flickers',
    category: lamps.slug,
    channel: 'portal',
  })
  await close(ana, await ticketByRefid(refid))
  const following = async (channel: Channel) => {
    const next = await writeBack(carla, await ticketByRefid(refid), { body: 'Still does', channel })
    return ticketByRefid(next.refid)
  }
  expect(await following('api')).toMatchObject({ channel: 'api', categoryId: lamps.id })
  await editCategory(kim, lamps.slug, { ...lamps, active: false })
  expect(await following('portal')).toMatchObject({ channel: 'portal', categoryId: null })
})
