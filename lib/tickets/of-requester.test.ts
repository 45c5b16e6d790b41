import { expect, test } from 'vitest'
import { agent, customer } from '@/lib/testing/people'
import { close } from './close'
import { file } from './file'
import { openedTicket } from './find'
import { markSpam } from './mark-spam'
import { resolve } from './resolve'

test('beside a ticket stand others of its requester, those first in which there is something to do', async () => {
  const [ana, carla, dora] = [await agent(), await customer(), await customer()]
  const filed = (subject: string, requester = carla) =>
    file(ana, requester, { subject, description: 'Help', channel: 'agent' })
  await markSpam(ana, await filed('Cheap watches'))
  const [first, second] = [await filed('Open and old'), await filed('Closed')]
  const third = await filed('Resolved')
  await close(ana, { ...second, status: 'open' })
  await resolve(ana, { ...third, status: 'open' })
  const opened = await filed('This one')
  await filed('Of somebody else', dora)
  const { others } = await openedTicket(ana, opened.refid)
  expect(others).toEqual({
    tickets: [
      {
        refid: first.refid,
        subject: 'Open and old',
        status: 'open',
        spam: false,
        createdAt: expect.any(String),
      },
      expect.objectContaining({ subject: 'Resolved', status: 'resolved' }),
      expect.objectContaining({ subject: 'Closed', status: 'closed' }),
      expect.objectContaining({ subject: 'Cheap watches', spam: true }),
    ],
    count: 5,
  })

  for (const number of [1, 2, 3, 4, 5, 6])
    await resolve(ana, { ...(await filed(`Later ${number}`)), status: 'open' })
  const subjects = (await openedTicket(ana, opened.refid)).others.tickets.map(({ subject }) => subject)
  expect(subjects).toEqual(['Open and old', 'Later 6', 'Later 5', 'Later 4', 'Later 3'])
})

test('of a customer who has asked nothing else, nothing stands there', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const { refid } = await file(ana, carla, { subject: 'The only one', description: 'Help', channel: 'agent' })
  expect((await openedTicket(ana, refid)).others).toEqual({ tickets: [], count: 1 })
})
