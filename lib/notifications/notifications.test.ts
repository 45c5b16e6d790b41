import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, notifications } from '@/db/schema'
import { answer } from '@/lib/messages/answer'
import { changePerson } from '@/lib/people/change-person'
import { fireDue } from '@/lib/sla/fire'
import { always, filed, hour, promising } from '@/lib/sla/testing'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { notificationsOf, unreadNotifications } from './find'
import { notify } from './notify'
import { read, readUpTo } from './read'

const of = ({ id }: { readonly id: number }) =>
  db.select({ id: events.id }).from(events).where(eq(events.ticketId, id)).orderBy(events.id)

test('each is told once, reads their own, and what is read is read', async () => {
  const [ana, bo, carla] = [await agent('Ana Alone'), await agent('Bo Both'), await customer()]
  const ticket = await make().for(carla.id).subject('It broke').description('Help').create()
  await answer(ana, ticket, { body: 'Looking', channel: 'agent' })
  const [first, second] = await of(ticket)
  if (!first || !second) throw new Error('Nothing happened')

  const told = [ana.id, bo.id, carla.id, ana.id]
  await db.transaction((tx) => notify(tx, { people: told }, first))
  await db.transaction((tx) => notify(tx, { people: told }, first))
  await db.transaction((tx) => notify(tx, { people: [ana.id] }, second))
  expect(await notificationsOf(ana)).toMatchObject([
    { kind: 'message.received', refid: ticket.refid, subject: 'It broke', read: false },
    { kind: 'ticket.created', read: false },
  ])
  expect([await unreadNotifications(ana), await unreadNotifications(bo)]).toEqual([2, 1])
  expect(await notificationsOf(carla)).toEqual([])

  const [newest] = await notificationsOf(ana)
  const uid = newest?.uid ?? ''
  await read(bo, uid)
  await readUpTo(bo, uid)
  expect([await unreadNotifications(ana), await unreadNotifications(bo)]).toEqual([2, 1])
  await read(ana, uid)
  expect((await notificationsOf(ana)).map((one) => one.read)).toEqual([true, true])
  const readAt = () =>
    db.select({ at: notifications.readAt }).from(notifications).where(eq(notifications.uid, uid))
  const before = await readAt()
  await read(ana, uid)
  expect(await readAt()).toEqual(before)
})

test('all are read that were in sight; what came meanwhile is still new', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const ticket = await make().for(carla.id).subject('It broke').description('Help').create()
  await answer(ana, ticket, { body: 'Looking', channel: 'agent' })
  await answer(ana, ticket, { body: 'Found', channel: 'agent' })
  const [one, two, three] = await of(ticket)
  for (const event of [one, two])
    await db.transaction((tx) => notify(tx, { people: [ana.id] }, event ?? { id: 0 }))
  const [newest] = await notificationsOf(ana)
  await db.transaction((tx) => notify(tx, { people: [ana.id] }, three ?? { id: 0 }))
  await readUpTo(ana, newest?.uid ?? '')
  expect((await notificationsOf(ana)).map(({ read }) => read)).toEqual([false, true, true])
})

test('an escalation tells the deadline that it is about, as the worker wrote it', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const promised = await promising({
    targets: always({ first_response: hour }),
    steps: [
      {
        key: 'half_way',
        target: 'first_response',
        when: { share: 0.5 },
        actions: [{ do: 'notify', people: [ana.id] }],
      },
    ],
  })
  const filedAt = new Date(Date.now() - 40 * 60_000)
  const ticket = await filed(promised, filedAt)
  await fireDue()
  await fireDue()
  expect(await notificationsOf(ana)).toMatchObject([
    {
      kind: 'sla.half_way',
      refid: ticket.refid,
      at: new Date(filedAt.getTime() + 30 * 60_000),
      dueAt: new Date(filedAt.getTime() + 60 * 60_000),
    },
  ])
  expect(await notificationsOf(carla)).toEqual([])
})

test('who has left is not told any more', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const ticket = await make().for(carla.id).subject('Again').description('Help').create()
  const [event] = await of(ticket)
  await changePerson(system, ana.email, { active: false })
  await db.transaction((tx) => notify(tx, { people: [ana.id] }, event ?? { id: 0 }))
  expect(await notificationsOf(ana)).toEqual([])
})
