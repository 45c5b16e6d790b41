import { expect, test } from 'vitest'
import { Missing } from '@/lib/errors'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { membersOf } from '@/lib/organizations/pages'
import { agent, customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { markSpam } from '@/lib/tickets/mark-spam'
import { ticketsOfRequester } from '@/lib/tickets/of-requester'
import { resolve } from '@/lib/tickets/resolve'
import { system } from '@/lib/viewer'
import { addPerson } from './add-person'
import { customerByUid, customerPage } from './customers'

const named = async (q: string) => (await customerPage(system, { q })).rows.map(({ name }) => name)

const filed = async (requester: { readonly id: number }, subject: string) =>
  file(await agent(), requester, { subject, description: 'Help', channel: 'agent' })

test('a customer is found by letters of the name or the address, in any order and case', async () => {
  const add = (name: string, email: string) => addPerson(system, { name, email, role: 'customer' })
  await add('Ingrid Solheim', 'ingrid@fjordview.test')
  await add('Élise Dubois', 'e.dubois@clinique.test')
  await add('100% Ole_', 'ole@percent.test')
  await agent('Ingrid Agent')
  expect(await named('solHEIM ing')).toEqual(['Ingrid Solheim'])
  expect(await named('fjordview')).toEqual(['Ingrid Solheim'])
  expect(await named('ingrid')).toEqual(['Ingrid Solheim'])
  expect(await named('so')).toContain('Ingrid Solheim')
  expect(await named('lh')).not.toContain('Ingrid Solheim')
  expect(await named('élise')).toEqual(['Élise Dubois'])
  expect(await named('elise')).toEqual(['Élise Dubois'])
  expect(await named('El')).toContain('Élise Dubois')
  expect(await named('0%')).toEqual([])
  expect(await named('100%')).toEqual(['100% Ole_'])
  expect(await named('ole_')).toEqual(['100% Ole_'])
  expect(await named("' or 1=1 --")).toEqual([])
})

test('customers are read a page at a time, in the order of the alphabet, forwards and back', async () => {
  const names = ['Ähnlich', 'ahoi', 'Zebra', 'äußerst']
  for (const name of names)
    await addPerson(system, {
      name: `${name} Paged`,
      email: `${names.indexOf(name)}@paged.test`,
      role: 'customer',
    })
  expect(await named('@paged.test')).toEqual(['Ähnlich Paged', 'ahoi Paged', 'äußerst Paged', 'Zebra Paged'])
  for (let number = 0; number < 55; number++) await customer('Carla Many')
  const first = await customerPage(system, { q: 'carla many' })
  expect([first.rows.length, first.previous]).toEqual([50, null])
  const second = await customerPage(system, { q: 'carla many', after: first.next ?? '' })
  expect([second.rows.length, second.next]).toEqual([5, null])
  expect(await customerPage(system, { q: 'carla many', before: second.previous ?? '' })).toEqual(first)
  const everybody = await customerPage(system, {})
  const further = await customerPage(system, { after: everybody.next ?? '' })
  expect(await customerPage(system, { before: further.previous ?? '' })).toEqual(everybody)
  expect(await customerPage(system, { after: 'nobody', before: "'" })).toEqual(everybody)
})

test('the list says what is open and when something last happened', async () => {
  const carla = await customer('Carla Unique')
  expect((await customerPage(system, { q: 'Carla Unique' })).rows[0]).toMatchObject({
    openTickets: 0,
    activeAt: null,
    organization: null,
  })
  const { uid } = await createOrganization(system, { name: 'Unique Ltd', notes: 'Ask for Ole' })
  await joinOrganization(system, carla.email, uid)
  const done = await filed(carla, 'Done')
  await resolve(await agent(), { id: done.id, status: 'open' })
  await filed(carla, 'Not yet')
  const spam = await filed(carla, 'Buy')
  await markSpam(await agent(), spam)
  const row = (await customerPage(system, { q: 'Carla Unique' })).rows[0]
  expect(row).toMatchObject({ openTickets: 1, organization: 'Unique Ltd', activeAt: expect.any(Date) })
  expect(await customerByUid(system, row?.uid ?? '')).toMatchObject({
    email: carla.email,
    openTickets: 1,
    organization: { uid, name: 'Unique Ltd', notes: 'Ask for Ole' },
  })
  expect((await membersOf(system, uid, {})).rows).toMatchObject([{ openTickets: 1 }])
  expect(
    (await ticketsOfRequester(system, row?.uid ?? '', {})).rows.map(({ subject, spam }) => [subject, spam]),
  ).toEqual([
    ['Buy', true],
    ['Not yet', false],
    ['Done', false],
  ])
})

test('the tickets of a customer are read a page at a time, newest first', async () => {
  const carla = await customer('Carla Busy')
  for (let number = 0; number < 27; number++) await filed(carla, `Request ${number}`)
  const uid = (await customerPage(system, { q: 'Carla Busy' })).rows[0]?.uid ?? ''
  const first = await ticketsOfRequester(system, uid, {})
  expect(first.rows.map(({ subject }) => subject)).toEqual(
    Array.from({ length: 25 }, (_, place) => `Request ${26 - place}`),
  )
  const second = await ticketsOfRequester(system, uid, { after: first.next ?? '' })
  expect(second.rows.map(({ subject }) => subject)).toEqual(['Request 1', 'Request 0'])
  expect(await ticketsOfRequester(system, uid, { before: second.previous ?? '' })).toEqual(first)
  expect(await ticketsOfRequester(system, uid, { after: 'SUP-1' })).toEqual(first)
})

test('staff and strangers are no customers', async () => {
  await expect(customerByUid(system, 'nobody')).rejects.toThrow(Missing)
  await expect(customerByUid(system, '00000000-0000-4000-8000-000000000000')).rejects.toThrow(Missing)
  expect(await named('agent')).toEqual([])
})
