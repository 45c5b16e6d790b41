import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, people } from '@/db/schema'
import { Missing, Refused, TooMany } from '@/lib/errors'
import { changeName } from '@/lib/people/change-name'
import { agent, customer } from '@/lib/testing/people'

const nameOf = async ({ id }: { readonly id: number }) =>
  (await db.select({ name: people.name }).from(people).where(eq(people.id, id)))[0]?.name

test('a customer and an agent say for themselves what they are called', async () => {
  for (const person of [await customer('Maria Before'), await agent('Ana Before')]) {
    await changeName(person, person.email.toUpperCase(), '  Kim  After ')
    expect(await nameOf(person)).toBe('Kim  After')
    const [told] = await db.select().from(events).orderBy(desc(events.id)).limit(1)
    expect(told).toMatchObject({ kind: 'person.changed', actorId: person.id, audience: 'agents' })
    expect(told?.change).toMatchObject({ name: [person.name, 'Kim  After'] })
    const before = await db.$count(events)
    await changeName(person, person.email, 'Kim  After')
    expect(await db.$count(events)).toBe(before)
  }
})

test('an admin says it for anybody, nobody else for somebody else', async () => {
  const [carla, ana] = [await customer('Carla'), await agent('Ana')]
  const ada = await agent('Ada', 'admin')
  for (const person of [carla, ana]) {
    await changeName(ada, person.email, 'Renamed')
    expect(await nameOf(person)).toBe('Renamed')
  }
  for (const other of [await customer('Kim'), await agent('Bo'), await agent('Sue', 'supervisor')])
    await expect(changeName(other, carla.email, 'Mallory')).rejects.toThrow(Missing)
  await expect(changeName(ada, 'nobody@example.test', 'Mallory')).rejects.toThrow(Missing)
  expect(await nameOf(carla)).toBe('Renamed')
})

test.each([' ', 'Ana\nBo', 'x'.repeat(201), 'Ana\u0000'])('“%s” is no name', async (name) => {
  const ana = await agent('Ana')
  await expect(changeName(ana, ana.email, name)).rejects.toThrow(Refused)
  expect(await nameOf(ana)).toBe('Ana')
})

test('a customer who changes it over and over waits', async () => {
  const carla = await customer('Carla')
  const changes = Array.from({ length: 11 }, (_, nth) => () => changeName(carla, carla.email, `Carla ${nth}`))
  for (const change of changes.slice(0, 10)) await change()
  await expect(changes[10]?.()).rejects.toThrow(TooMany)
})
