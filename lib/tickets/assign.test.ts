import { expect, test } from 'vitest'
import { desk, names } from '@/lib/bulk/testing'
import { undoBulk } from '@/lib/bulk/undo'
import { applyMacro } from '@/lib/canned/apply-macro'
import { notificationsOf, unreadNotifications } from '@/lib/notifications/find'
import { read } from '@/lib/notifications/read'
import { agent } from '@/lib/testing/people'
import { undoChange } from '@/lib/undo/undo-change'
import { type Agent, system } from '@/lib/viewer'
import { assign } from './assign'
import { claim } from './claim'
import { ticketFor } from './find'

const told = async (person: Agent) =>
  (await notificationsOf(person)).map(({ kind, actor, refid, others }) => [kind, actor, refid, others])

test('whoever is given a ticket by somebody else is told', async () => {
  const { ana, taken } = await desk()
  const [bo, ticket] = [await agent('Bo Both'), await taken()]
  const present = () => ticketFor(ana, ticket.refid)
  await assign(ana, await present(), bo)
  await assign(ana, await present(), bo)
  expect(await told(bo)).toEqual([['ticket.assigned', ana.name, ticket.refid, 0]])
  await assign(bo, await present(), null)
  await claim(bo, await present())
  await assign(bo, await present(), ana)
  await assign(ana, await present(), null)
  await assign(ana, await present(), ana)
  expect([(await told(bo)).length, (await told(ana)).length]).toEqual([1, 1])
  await applyMacro(ana, await present(), [{ do: 'assign', to: bo.email }])
  await assign(system, await present(), ana)
  expect((await told(bo)).map(([, actor]) => actor)).toEqual([ana.name, ana.name])
  expect((await told(ana)).map(([, actor]) => actor)).toEqual([null, bo.name])
})

test('who is given many at once is told once, and of how many', async () => {
  const { ana, several, bulk } = await desk()
  const [bo, tickets] = [await agent('Bo Both'), await several(5)]
  await bulk(names(tickets), { kind: 'assign', to: bo.email })
  expect(await told(bo)).toEqual([['ticket.assigned', ana.name, expect.any(String), 4]])
  const again = await bulk(names(tickets.slice(0, 2)), { kind: 'assign', to: null })
  expect(await unreadNotifications(bo)).toBe(1)
  await undoBulk(ana, again)
  expect(await unreadNotifications(bo)).toBe(1)
})

test('what is taken back is told nobody, and who has not read of it yet need not', async () => {
  const { ana, taken, several, bulk } = await desk()
  const [bo, cy] = [await agent('Bo Both'), await agent('Cy Called')]
  const ticket = await taken()
  const present = () => ticketFor(ana, ticket.refid)
  await assign(cy, await present(), cy)
  await assign(ana, await present(), bo)
  await undoChange(ana, await present(), { assignee: cy.email })
  expect([await told(bo), await told(cy)]).toEqual([[], []])

  const run = await bulk(names(await several(3)), { kind: 'assign', to: bo.email })
  expect(await told(bo)).toMatchObject([['ticket.assigned', ana.name, expect.any(String), 2]])
  await undoBulk(ana, run)
  expect(await told(bo)).toEqual([])

  await assign(ana, await present(), bo)
  await read(bo, (await notificationsOf(bo))[0]?.uid ?? '')
  await undoChange(ana, await present(), { assignee: cy.email })
  expect(await told(bo)).toHaveLength(1)
})
