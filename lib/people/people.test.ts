import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { addPerson } from '@/lib/people/add-person'
import { changePerson } from '@/lib/people/change-person'
import { colleague, staff, staffList } from '@/lib/people/find'
import { agent } from '@/lib/testing/people'
import { system } from '@/lib/viewer'

const add = (name: string, role: 'customer' | 'agent' | 'supervisor' | 'admin') =>
  addPerson(system, { name, role, email: `${name.toLowerCase()}@acme.test` })

test('a person is added once, however the address is written', async () => {
  await add('Kim', 'customer')
  await expect(
    addPerson(system, { name: 'Kim', role: 'agent', email: ' KIM@acme.test' }),
  ).rejects.toMatchObject({
    field: 'email',
  })
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => add('Lee', 'customer')))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test.each([
  ['a name of nothing', { name: ' ' }, 'name'],
  ['a name of two lines', { name: 'Ana\nBo' }, 'name'],
  ['an address in another alphabet', { email: '\u0430na@acme.test' }, 'email'],
  ['a role that does not exist', { role: 'owner' as 'admin' }, 'role'],
  ['a time zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
  ['a password that is too short', { password: 'short' }, 'password'],
])('%s is refused, and nothing is written', async (_, wrong, field) => {
  const before = await db.$count(people)
  const person = { name: 'Mo', email: 'mo@acme.test', role: 'customer', ...wrong } as const
  await expect(addPerson(system, person)).rejects.toSatisfy(
    (error) => error instanceof Refused && error.field === field,
  )
  expect(await db.$count(people)).toBe(before)
})

test('tickets go to active staff only; an admin sees who left', async () => {
  await add('Nia', 'agent')
  await add('Oz', 'supervisor')
  await add('Pat', 'customer')
  await changePerson(system, 'oz@acme.test', { active: false })
  expect(await staff(system)).toEqual([{ name: 'Nia', email: 'nia@acme.test' }])
  expect((await staffList(system)).map(({ name, deactivatedAt }) => [name, deactivatedAt !== null])).toEqual([
    ['Nia', false],
    ['Oz', true],
  ])
  expect(await colleague(system, 'NIA@acme.test')).toMatchObject({ name: 'Nia', role: 'agent' })
  for (const email of ['oz@acme.test', 'pat@acme.test', 'nobody@acme.test']) {
    await expect(colleague(system, email)).rejects.toThrow(Missing)
  }
})

test('somebody who does not exist cannot be changed', async () => {
  await expect(changePerson(system, 'nobody@acme.test', { active: false })).rejects.toThrow(Missing)
})

test('there is always an admin, even when admins remove each other at the same moment', async () => {
  const admins = ['Qi', 'Ray', 'Sue', 'Tom']
  for (const name of admins) await add(name, 'admin')
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.allSettled(
      admins.map((name, i) =>
        changePerson(
          system,
          `${name.toLowerCase()}@acme.test`,
          i % 2 ? { active: false } : { role: 'agent' },
        ),
      ),
    )
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    const left = (await staffList(system)).filter(
      ({ role, deactivatedAt }) => role === 'admin' && !deactivatedAt,
    )
    expect(left).toHaveLength(1)
    for (const name of admins)
      await changePerson(system, `${name.toLowerCase()}@acme.test`, { role: 'admin', active: true })
  }
})

test('a customer does not become a colleague', async () => {
  const maria = await addPerson(system, { role: 'customer', name: 'Maria', email: 'maria.stays@acme.test' })
  await expect(changePerson(system, maria.email, { role: 'agent' })).rejects.toMatchObject({ field: 'role' })
  await changePerson(system, maria.email, { active: false })
})

test('admins find colleagues by the letters of their names and addresses, also those who left', async () => {
  const [zoe, zed] = [await agent('Zoë Findable'), await agent('Zed Findable')]
  await changePerson(system, zed.email, { active: false })
  const found = async (q: string) => (await staffList(system, q)).map(({ name }) => name)
  expect(await found('findable')).toEqual(['Zed Findable', 'Zoë Findable'])
  expect(await found(' zoe  FIND ')).toEqual(['Zoë Findable'])
  expect(await found(zoe.email.toUpperCase())).toEqual(['Zoë Findable'])
  expect(await found('find%able')).toEqual([])
  expect((await found('')).length).toBeGreaterThan(2)
})
