import { expect, test } from 'vitest'
import { Conflict, Missing } from '@/lib/errors'
import { agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { createOrganization } from './create'
import { editOrganization } from './edit'
import { organizationByUid } from './find'
import { joinOrganization } from './join'
import { seen } from './organization'

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
  await expect(joinOrganization(system, ana.email, uid)).rejects.toMatchObject({ field: 'organization' })
  await expect(joinOrganization(system, 'nobody@example.test', uid)).rejects.toThrow(Missing)
  await expect(
    joinOrganization(system, carla.email, '00000000-0000-4000-8000-000000000000'),
  ).rejects.toMatchObject({ field: 'organization' })
})
