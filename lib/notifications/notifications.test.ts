import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events } from '@/db/schema'
import { answer } from '@/lib/messages/answer'
import { changePerson } from '@/lib/people/change-person'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { notificationsOf, unreadNotifications } from './find'
import { notify } from './notify'
import { read } from './read'

const of = ({ id }: { readonly id: number }) =>
  db.select({ id: events.id }).from(events).where(eq(events.ticketId, id)).orderBy(events.id)

test('each is told once, reads their own, and what is read is read', async () => {
  const [ana, bo, carla] = [await agent('Ana Alone'), await agent('Bo Both'), await customer()]
  const ticket = await make().for(carla.id).subject('It broke').description('Help').create()
  await answer(ana, ticket, { body: 'Looking', channel: 'agent' })
  const [first, second] = await of(ticket)
  if (!first || !second) throw new Error('Nothing happened')

  const told = [ana.id, bo.id, carla.id, ana.id]
  await db.transaction((tx) => notify(tx, told, first))
  await db.transaction((tx) => notify(tx, told, first))
  await db.transaction((tx) => notify(tx, [ana.id], second))
  expect(await notificationsOf(ana)).toMatchObject([
    { kind: 'message.received', refid: ticket.refid, subject: 'It broke', read: false },
    { kind: 'ticket.created', read: false },
  ])
  expect([await unreadNotifications(ana), await unreadNotifications(bo)]).toEqual([2, 1])
  expect(await notificationsOf(carla)).toEqual([])

  const [newest] = await notificationsOf(ana)
  await read(bo, newest?.uid)
  expect(await unreadNotifications(ana)).toBe(2)
  await read(ana, newest?.uid)
  expect((await notificationsOf(ana)).map((one) => one.read)).toEqual([true, false])
  await read(ana)
  expect([await unreadNotifications(ana), await unreadNotifications(bo)]).toEqual([0, 1])
})

test('who has left is not told any more', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const ticket = await make().for(carla.id).subject('Again').description('Help').create()
  const [event] = await of(ticket)
  await changePerson(system, ana.email, { active: false })
  await db.transaction((tx) => notify(tx, [ana.id], event ?? { id: 0 }))
  expect(await notificationsOf(ana)).toEqual([])
})
