import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, people } from '@/db/schema'
import { enter } from '@/lib/auth/enter'
import { openSession } from '@/lib/auth/sessions'
import { sign } from '@/lib/auth/token'
import { viewerOf } from '@/lib/auth/viewer-of'
import { Missing, Refused } from '@/lib/errors'
import { addPerson } from '@/lib/people/add-person'
import { setPassword } from '@/lib/people/set-password'
import { customer } from '@/lib/testing/people'
import { inTransaction } from '@/lib/transaction'
import { isAdmin, system, type Viewer } from '@/lib/viewer'

const [old, fresh] = ['correct horse battery', 'seven green bicycles']
const from = { address: '203.0.113.7', userAgent: null }

let count = 0
const person = (role: 'customer' | 'agent' | 'admin') =>
  addPerson(system, { name: 'Bo', email: `bo${count++}@acme.test`, role, password: old })

async function admin() {
  const added = await person('admin')
  if (!isAdmin(added)) throw new Error('not an admin')
  return added
}

const session = (viewer: Viewer) => inTransaction((tx) => openSession(tx, viewer, from))
const whoIs = (secret: string) => viewerOf(sign(secret))
const comesIn = async ({ email }: Viewer, password: string) => whoIs(await enter({ email, password }, from))

const hashOf = async ({ id }: Viewer) =>
  (await db.select({ hash: people.passwordHash }).from(people).where(eq(people.id, id)))[0]?.hash

test.each([
  'customer',
  'agent',
  'admin',
] as const)('an admin gives %s a new password, which ends all sessions of that person at once', async (role) => {
  const [ada, bo] = [await admin(), await person(role)]
  const [hers, here, there] = [await session(ada), await session(bo), await session(bo)]
  expect(await setPassword(ada, bo.email.toUpperCase(), fresh)).toEqual({ name: bo.name, email: bo.email })
  expect([await whoIs(here), await whoIs(there)]).toEqual([null, null])
  expect(await whoIs(hers)).toMatchObject({ email: ada.email })
  await expect(comesIn(bo, old)).rejects.toThrow(Refused)
  expect(await comesIn(bo, fresh)).toMatchObject({ email: bo.email })
})

test('whoever never had a password comes in with it', async () => {
  const carla = await customer()
  await expect(comesIn(carla, fresh)).rejects.toThrow(Refused)
  await setPassword(await admin(), carla.email, fresh)
  expect(await comesIn(carla, fresh)).toMatchObject({ email: carla.email })
})

test('it is written down who set it for whom, without the password', async () => {
  const [ada, bo] = [await admin(), await person('agent')]
  await setPassword(ada, bo.email, fresh)
  const [told] = await db.select().from(events).orderBy(desc(events.id)).limit(1)
  expect(told).toMatchObject({ kind: 'person.password_set', actorId: ada.id, audience: 'agents' })
  expect(told?.change).toEqual({ email: [bo.email, bo.email] })
})

test('nobody sets their own so: it would not need the old one', async () => {
  const ada = await admin()
  const secret = await session(ada)
  for (const email of [ada.email, ada.email.toUpperCase()])
    await expect(setPassword(ada, email, fresh)).rejects.toThrow(Refused)
  expect(await comesIn(ada, old)).toMatchObject({ email: ada.email })
  expect(await whoIs(secret)).toMatchObject({ email: ada.email })
})

test('one that is easy to guess is refused at its field, nobody is missing, and nothing happens', async () => {
  const [ada, bo] = [await admin(), await person('agent')]
  const [secret, before, hash] = [await session(bo), await db.$count(events), await hashOf(bo)]
  for (const weak of ['short', bo.email, 'passwordpassword1'])
    await expect(setPassword(ada, bo.email, weak)).rejects.toMatchObject({ field: 'newPassword' })
  await expect(setPassword(ada, 'nobody@acme.test', fresh)).rejects.toThrow(Missing)
  expect([await hashOf(bo), await db.$count(events)]).toEqual([hash, before])
  expect(await whoIs(secret)).toMatchObject({ email: bo.email })
})
