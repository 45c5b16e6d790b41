import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { writeBack } from '@/lib/messages/write-back'
import { repairRelations } from '@/lib/repair/repair'
import { fireDue } from '@/lib/sla/fire'
import { slaOf } from '@/lib/sla/ledger'
import { mismatches } from '@/lib/sla/recompute'
import { always, hour, ledgerOf, promising } from '@/lib/sla/testing'
import { agent, customer } from '@/lib/testing/people'
import { inTransaction } from '@/lib/transaction'
import { close } from './close'
import { file } from './file'
import { ticketFor } from './find'
import { lock } from './lock'
import { move } from './move'
import { resolve } from './resolve'
import { takeBackResolution } from './take-back-resolution'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function waiting(minutes = 60) {
  const hours = { first_response: 8 * hour, next_response: 4 * hour, resolution: 24 * hour }
  const { category } = await promising({ targets: always(hours) })
  const [ana, maria] = [await agent(), await customer()]
  const ticket = await at(minutesAgo(minutes), () =>
    file(maria, maria, {
      subject: 'Lamp',
      description: 'It flickers',
      channel: 'portal',
      category: category.slug,
    }),
  )
  const running = async () =>
    (await slaOf(ana, ticket)).clocks.flatMap(({ target, instance, dueAt, outcome }) =>
      outcome ? [] : [`${target} ${instance} ${dueAt?.toISOString()}`],
    )
  const takeBack = (to: 'open' | 'pending') =>
    inTransaction(async (tx) => takeBackResolution(tx, ana, await lock(tx, ticket), to))
  return { ana, maria, ticket, running, takeBack }
}

test('who waited for an answer when a ticket was resolved by mistake waits on, and is promised the same', async () => {
  const { ana, ticket, running, takeBack } = await waiting()
  const before = await ticketFor(ana, ticket.refid)
  const promised = await running()
  await resolve(ana, { id: ticket.id, status: 'open' })
  expect((await ticketFor(ana, ticket.refid)).waitingSince).toBeNull()
  expect(await running()).toEqual([])
  await takeBack('open')
  const { status, waitingSince, resolvedAt } = await ticketFor(ana, ticket.refid)
  expect({ status, waitingSince, resolvedAt }).toEqual({
    status: 'open',
    waitingSince: before.waitingSince,
    resolvedAt: null,
  })
  expect(await running()).toEqual(promised)
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('a late ticket stays late, and may be resolved again', async () => {
  const { ana, ticket, running, takeBack } = await waiting(30 * 60)
  await fireDue()
  const promised = await running()
  const late = async () => (await ticketFor(ana, ticket.refid)).slaDueAt
  const before = await late()
  for (let times = 0; times < 2; times++) {
    await resolve(ana, { id: ticket.id, status: 'open' })
    await takeBack('open')
    expect(await running()).toEqual(promised)
    expect(await late()).toEqual(before)
  }
  await resolve(ana, { id: ticket.id, status: 'open' })
  expect(
    (await ledgerOf(ticket)).filter(({ target }) => target === 'resolution').map(({ kind }) => kind),
  ).toEqual(['started', 'at_risk', 'breached', 'met', 'revived', 'met', 'revived', 'met'])
  expect(await mismatches(db, ticket.id)).toEqual([])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('a closed ticket is what it was, and an answer before it still is one', async () => {
  const { ana, maria, ticket, takeBack } = await waiting()
  await at(minutesAgo(50), () => answer(ana, ticket, { body: 'Which lamp?', channel: 'agent' }))
  await at(minutesAgo(40), () => writeBack(maria, ticket, { body: 'The green one', channel: 'portal' }))
  await at(minutesAgo(30), () => answer(ana, ticket, { body: 'Thank you', channel: 'agent' }))
  await move(ana, { id: ticket.id, status: 'open' }, 'pending')
  await close(ana, { id: ticket.id, status: 'pending' })
  await takeBack('pending')
  const { status, waitingSince, closedAt } = await ticketFor(ana, ticket.refid)
  expect({ status, waitingSince, closedAt }).toEqual({
    status: 'pending',
    waitingSince: null,
    closedAt: null,
  })
  expect(await repairRelations({ dryRun: true })).toEqual([])
})
