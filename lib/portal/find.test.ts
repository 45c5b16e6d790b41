import { expect, test } from 'vitest'
import { customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { ownTickets } from './find'

test('who has typed half a word of a subject finds it, and what is a pattern elsewhere stands for itself', async () => {
  const carla = await customer()
  for (const [subject, description] of [
    ['Die Rechnungsadresse 100% falsch', 'Bitte ändern'],
    ['Invoice of May', 'The total is wrong'],
  ] as const)
    await file(carla, carla, { subject, description, channel: 'portal' })
  const found = async (q: string) => (await ownTickets(carla, { q })).tickets.map(({ subject }) => subject)

  expect(await found('invoi')).toEqual(['Invoice of May'])
  expect(await found('ADRESSE')).toEqual(['Die Rechnungsadresse 100% falsch'])
  expect(await found('totals')).toEqual(['Invoice of May'])
  expect(await found('0%')).toEqual(['Die Rechnungsadresse 100% falsch'])
  expect(await found('%')).toEqual(['Die Rechnungsadresse 100% falsch'])
  for (const none of ['_', '\\', 'SUP', 'Invoice falsch']) expect(await found(none), none).toEqual([])
})
