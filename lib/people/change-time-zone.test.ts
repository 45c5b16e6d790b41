import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, people } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { addPerson } from '@/lib/people/add-person'
import { changeTimeZone } from '@/lib/people/change-time-zone'
import { changeSettings } from '@/lib/settings/change'
import { agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'

const zoneOf = async ({ id }: { readonly id: number }) =>
  (await db.select({ zone: people.timeZone }).from(people).where(eq(people.id, id)))[0]?.zone

test('a customer and an agent say for themselves where they are', async () => {
  for (const person of [await customer(), await agent()]) {
    await changeTimeZone(person, person.email.toUpperCase(), 'Europe/Oslo')
    expect(await zoneOf(person)).toBe('Europe/Oslo')
    const [told] = await db.select().from(events).orderBy(desc(events.id)).limit(1)
    expect(told).toMatchObject({ kind: 'person.changed', actorId: person.id, audience: 'agents' })
    expect(told?.change).toMatchObject({ timeZone: ['UTC', 'Europe/Oslo'] })
    const before = await db.$count(events)
    await changeTimeZone(person, person.email, 'Europe/Oslo')
    expect(await db.$count(events)).toBe(before)
  }
})

test('an admin says it for anybody, nobody else for somebody else', async () => {
  const [carla, ana] = [await customer(), await agent()]
  await changeTimeZone(await agent('Ada', 'admin'), ana.email, 'Asia/Kolkata')
  expect(await zoneOf(ana)).toBe('Asia/Kolkata')
  for (const other of [await customer('Kim'), await agent('Bo'), await agent('Sue', 'supervisor')])
    await expect(changeTimeZone(other, carla.email, 'Europe/Oslo')).rejects.toThrow(Missing)
  await expect(
    changeTimeZone(await agent('Ada', 'admin'), 'nobody@example.test', 'Europe/Oslo'),
  ).rejects.toThrow(Missing)
  expect(await zoneOf(carla)).toBe('UTC')
})

test.each(['Europe/Atlantis', '+02:00', ''])('“%s” is refused at its field', async (zone) => {
  const carla = await customer()
  await expect(changeTimeZone(carla, carla.email, zone)).rejects.toMatchObject({ field: 'timeZone' })
  expect(await zoneOf(carla)).toBe('UTC')
})

test('a customer changes it ten times an hour, who works here as often as they like', async () => {
  const [carla, ana] = [await customer(), await agent()]
  const go = async (person: typeof carla | typeof ana, times: number) => {
    for (let time = 0; time < times; time += 1)
      await changeTimeZone(person, person.email, time % 2 ? 'Europe/Oslo' : 'Asia/Kolkata')
  }
  await go(carla, 10)
  await expect(changeTimeZone(carla, carla.email, 'UTC')).rejects.toThrow(
    /^You have changed your time zone 10 times within an hour. You can change it again in \d+ minutes.$/,
  )
  expect(await zoneOf(carla)).toBe('Europe/Oslo')
  await go(ana, 11)
})

test('who is added without a time zone has that of the workspace', async () => {
  await changeSettings(system, { timeZone: 'Europe/Lisbon' })
  expect(await zoneOf(await customer())).toBe('Europe/Lisbon')
  const told = { name: 'Ravi', email: 'ravi@example.test', role: 'agent', timeZone: 'Asia/Kolkata' } as const
  expect(await zoneOf(await addPerson(system, told))).toBe('Asia/Kolkata')
})
