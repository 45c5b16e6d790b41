import { expect, test } from 'vitest'
import { Conflict, Missing } from '@/lib/errors'
import { agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { createOrganization } from './create'
import { editOrganization } from './edit'
import { organizationByUid } from './find'
import { joinOrganization } from './join'
import { seen } from './organization'
import { membersOf, organizationPage } from './pages'

test('an organization has a name of its own, in whatever case', async () => {
  const { uid } = await createOrganization(system, { name: 'Praxis Isartal', notes: '' })
  await expect(createOrganization(system, { name: 'PRAXIS ISARTAL', notes: '' })).rejects.toMatchObject({
    field: 'name',
  })
  await createOrganization(system, { name: 'Galil', notes: '' })
  await expect(editOrganization(system, uid, { name: 'galil', notes: '' })).rejects.toMatchObject({
    field: 'name',
  })
})

test('of two admins who change what they both saw, the second is told', async () => {
  const { uid } = await createOrganization(system, { name: 'Hanbit', notes: '' })
  const saw = seen({ name: 'Hanbit', notes: '' })
  const answers = await Promise.allSettled(
    ['Asks in Korean', 'Pays late'].map((notes) =>
      editOrganization(system, uid, { name: 'Hanbit', notes }, saw),
    ),
  )
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('customers belong to organizations, and nobody else does', async () => {
  const { uid } = await createOrganization(system, { name: 'Bela Vista', notes: '' })
  const [ana, carla] = [await agent(), await customer()]
  await joinOrganization(system, carla.email, uid)
  expect((await organizationByUid(system, uid)).people).toBe(1)
  await expect(joinOrganization(system, ana.email, uid)).rejects.toMatchObject({ field: 'email' })
  await expect(joinOrganization(system, 'nobody@example.test', uid)).rejects.toMatchObject({ field: 'email' })
  await expect(
    joinOrganization(system, carla.email, '00000000-0000-4000-8000-000000000000'),
  ).rejects.toMatchObject({ field: 'organization' })
})

test('who works elsewhere than was seen is not moved without a word', async () => {
  const here = await createOrganization(system, { name: 'Nordlicht', notes: '' })
  const there = await createOrganization(system, { name: 'Südwind', notes: '' })
  const carla = await customer('Carla Wanderer')
  await joinOrganization(system, carla.email, there.uid, null)
  await expect(joinOrganization(system, carla.email, here.uid, null)).rejects.toMatchObject({
    field: 'email',
    message: 'Carla Wanderer belongs to “Südwind”',
    instead: there.uid,
  })
  await joinOrganization(system, carla.email, here.uid, there.uid)
  await expect(joinOrganization(system, carla.email, null, there.uid)).rejects.toMatchObject({
    field: 'email',
  })
  await joinOrganization(system, carla.email, null, here.uid)
  await expect(joinOrganization(system, carla.email, there.uid, here.uid)).rejects.toThrow(Conflict)
})

test('of two admins who add one customer to two organizations at once, one is told', async () => {
  const [here, there] = await Promise.all(
    ['Ebbe', 'Flut'].map((name) => createOrganization(system, { name, notes: '' })),
  )
  const carla = await customer()
  const answers = await Promise.allSettled(
    [here, there].map((one) => joinOrganization(system, carla.email, one?.uid ?? '', null)),
  )
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})

test('organizations and their customers are read a page at a time, forwards and back', async () => {
  for (let number = 10; number < 65; number++)
    await createOrganization(system, { name: `Paged % ${number}`, notes: '' })
  const first = await organizationPage(system, { q: 'paged %' })
  expect([first.rows.length, first.previous]).toEqual([50, null])
  const second = await organizationPage(system, { q: 'paged %', after: first.next ?? '' })
  expect([second.rows.length, second.next]).toEqual([5, null])
  const back = await organizationPage(system, { q: 'paged %', before: second.previous ?? '' })
  expect(back).toEqual(first)
  expect((await organizationPage(system, { q: 'paged _' })).rows).toEqual([])
  expect(await organizationPage(system, { q: 'paged %', after: 'x\0', before: 'y' })).toEqual(first)

  const uid = first.rows[0]?.uid ?? ''
  for (let number = 0; number < 27; number++)
    await joinOrganization(system, (await customer('Carla Same Name')).email, uid)
  const some = await membersOf(system, uid, {})
  const rest = await membersOf(system, uid, { after: some.next ?? '' })
  expect([some.rows.length, rest.rows.length, rest.next]).toEqual([25, 2, null])
  expect(await membersOf(system, uid, { before: rest.previous ?? '' })).toEqual(some)
})

test('an organization that an address cannot name is missing', async () => {
  for (const uid of ['new', "' or 1=1 --", '00000000-0000-4000-8000-000000000000'])
    await expect(organizationByUid(system, uid)).rejects.toThrow(Missing)
})
