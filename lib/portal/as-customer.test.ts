import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { portalMessages, portalTickets } from '@/db/portal'
import { messages } from '@/db/schema'
import { note } from '@/lib/messages/note'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { asCustomer } from './as-customer'

const filedBy = (person: { id: number }, subject: string) =>
  make().for(person.id).subject(subject).description('It does not start.').create()

test('a read that forgets the portal views fails loudly', async () => {
  const carla = await customer()

  await expect(asCustomer(carla, async (tx) => tx.select().from(messages))).rejects.toThrow(
    expect.objectContaining({
      cause: expect.objectContaining({ message: expect.stringContaining('permission denied') }),
    }),
  )
  await expect(asCustomer(carla, async (tx) => tx.execute(sql`select * from people`))).rejects.toThrow()
  await expect(asCustomer(carla, async (tx) => tx.execute(sql`delete from portal_tickets`))).rejects.toThrow()
})

test('a customer sees their own tickets and never a note', async () => {
  const [carla, otto, ana] = [await customer('Carla Own'), await customer('Otto Other'), await agent()]
  const hers = await filedBy(carla, 'Printer on fire')
  const his = await filedBy(otto, 'Otto has a secret')
  await note(ana, hers, { body: 'she is difficult', channel: 'agent' })

  const [seenTickets, seenMessages] = await asCustomer(carla, async (tx) => [
    await tx.select({ refid: portalTickets.refid }).from(portalTickets),
    await tx.select({ body: portalMessages.body, audience: portalMessages.audience }).from(portalMessages),
  ])

  expect(seenTickets).toEqual([{ refid: hers.refid }])
  expect(seenTickets).not.toContainEqual({ refid: his.refid })
  expect(seenMessages).toEqual([{ body: 'It does not start.', audience: 'everyone' }])
})

test('the role ends with the transaction, also when the connection is used again', async () => {
  const carla = await customer()
  await Promise.all(
    Array.from({ length: 30 }, () => asCustomer(carla, (tx) => tx.select().from(portalTickets))),
  )
  const roles = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const [row] = await db.execute<{ role: string; customer: string | null }>(
        sql`select current_user::text as role, nullif(current_setting('deskwell.customer', true), '') as customer`,
      )
      return row
    }),
  )

  for (const row of roles) {
    expect(row?.role).not.toBe('deskwell_portal')
    expect(row?.customer).toBeNull()
  }
})

test('without a customer the views are empty', async () => {
  await filedBy(await customer(), 'Anything')

  expect(await db.select().from(portalTickets)).toEqual([])
  expect(await db.select().from(portalMessages)).toEqual([])
})
