import { expect, test, vi } from 'vitest'
import { at } from '@/lib/clock'
import { TooMany } from '@/lib/errors'
import { writeBack } from '@/lib/messages/write-back'
import { ownTicket } from '@/lib/portal/find'
import { changeSettings } from '@/lib/settings/change'
import { defaultSettings } from '@/lib/settings/settings'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { waitingFor } from '@/lib/testing/waiting'
import { inTransaction } from '@/lib/transaction'
import { type Customer, system } from '@/lib/viewer'
import { close } from './close'
import { ticketByRefid } from './lists'
import { reopen, reopenOwn } from './reopen'
import { transition } from './transition'

const filedBy = ({ id }: Customer) =>
  make().for(id).subject('Printer on fire').description('It burns.').create()
const minutes = (count: number) => new Date(Date.now() + count * 60_000)

/** A customer's ticket that they have closed, after they reopened it so often. */
async function reopened(times: number) {
  const carla = await customer()
  const { refid, id } = await at(minutes(-30), () => filedBy(carla))
  await at(minutes(-29), async () => {
    await close(carla, await ownTicket(carla, refid))
    for (let time = 0; time < times; time += 1) {
      await reopenOwn(carla, await ownTicket(carla, refid))
      await close(carla, await ownTicket(carla, refid))
    }
  })
  return { carla, refid, id }
}

test('a customer reopens a ticket ten times an hour, then is told when they may again', async () => {
  const { carla, refid, id } = await reopened(10)
  const again = async () => reopenOwn(carla, await ownTicket(carla, refid))
  const refusal = again()

  await expect(refusal).rejects.toBeInstanceOf(TooMany)
  await expect(refusal).rejects.toThrow(
    /^You have reopened this request 10 times within an hour. You can reopen it again in 3[01] minutes.$/,
  )
  // Nor by writing to it.
  await expect(writeBack(carla, { id }, { body: 'It burns', channel: 'portal' })).rejects.toBeInstanceOf(
    TooMany,
  )
  expect(await ticketByRefid(refid)).toMatchObject({ status: 'closed' })

  await at(minutes(32), again)
  expect((await ticketByRefid(refid)).status).toBe('open')
})

test('the limit is of one ticket, not for agents, and off where limits are off', async () => {
  const { carla, refid } = await reopened(10)
  const other = await filedBy(carla)
  await close(carla, await ownTicket(carla, other.refid))
  await reopenOwn(carla, await ownTicket(carla, other.refid))
  expect((await ticketByRefid(other.refid)).status).toBe('open')

  await reopen(await agent(), await ticketByRefid(refid))
  await close(carla, await ownTicket(carla, refid))
  await changeSettings(system, { rateLimit: { ...defaultSettings.rateLimit, enabled: false } })
  try {
    await reopenOwn(carla, await ownTicket(carla, refid))
  } finally {
    await changeSettings(system, { rateLimit: defaultSettings.rateLimit })
  }
  expect((await ticketByRefid(refid)).status).toBe('open')
})

test('who waited for a ticket counts how often it was reopened meanwhile', async () => {
  const { carla, refid, id } = await reopened(9)
  const seen = await ownTicket(carla, refid)
  const { eleventh } = await inTransaction(async (tx) => {
    await transition(tx, carla, { id, status: 'closed' }, 'open')
    await transition(tx, carla, { id, status: 'open' }, 'closed')
    const eleventh = expect(reopenOwn(carla, seen)).rejects.toBeInstanceOf(TooMany)
    await vi.waitFor(async () => expect(await waitingFor(tx)).toBe(1))
    return { eleventh }
  })
  await eleventh
  expect((await ticketByRefid(refid)).status).toBe('closed')
})
