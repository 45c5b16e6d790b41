import { expect, test } from 'vitest'
import { Conflict } from '@/lib/errors'
import { ownTicket } from '@/lib/portal/find'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { assign } from './assign'
import { close } from './close'
import { ticketFor } from './find'
import { move } from './move'

test('a customer who closes from a stale page learns neither who was faster nor what they did', async () => {
  const [maria, ana] = [await customer(), await agent('Ana Full Name')]
  const { refid } = await make().for(maria.id).subject('Printer').description('On fire').create()
  const seen = await ownTicket(maria, refid)
  await assign(ana, await ticketFor(ana, refid), ana)
  await move(ana, await ticketFor(ana, refid), 'on_hold')

  await expect(close(maria, seen)).rejects.toThrow(
    new Conflict('This request has just changed. Look at it again, then decide.'),
  )
  expect((await ticketFor(ana, refid)).status).toBe('on_hold')
})
