import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, ratings, tickets } from '@/db/schema'
import { TooMany } from '@/lib/errors'
import { follow } from '@/lib/followers/follow'
import { notificationsOf } from '@/lib/notifications/find'
import { make, resolve } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { ticketFor } from '@/lib/tickets/find'
import { merge } from '@/lib/tickets/merge'
import { reopen } from '@/lib/tickets/reopen'
import { resolve as resolveIt } from '@/lib/tickets/resolve'
import type { Agent } from '@/lib/viewer'
import { type Rating, rate } from './rate'

async function solved() {
  const carla = await customer()
  const { id, refid } = await make().for(carla.id).subject('Lamp').description('It is dark.').create()
  await resolve({ refid })
  return { carla, id, refid }
}

const told = (id: number) => db.$count(events, eq(events.ticketId, id))
const stored = async (id: number) => {
  const [rating] = await db.select().from(ratings).where(eq(ratings.ticketId, id))
  const [ticket] = await db.select({ at: tickets.updatedAt }).from(tickets).where(eq(tickets.id, id))
  return { ...rating, ticketMoved: ticket?.at }
}

test('who says the same again has changed nothing', async () => {
  const { carla, id } = await solved()
  await rate(carla, { id }, { score: 4, comment: 'Quick' })
  const [before, count] = [await stored(id), await told(id)]
  await rate(carla, { id }, { score: 4, comment: 'Quick' })
  expect(await stored(id)).toEqual(before)
  expect(await told(id)).toBe(count)
  await rate(carla, { id }, { score: 4, comment: 'Quick!' })
  expect(await stored(id)).toMatchObject({ comment: 'Quick!' })
})

test('nobody changes a rating more than ten times an hour', async () => {
  const { carla, id } = await solved()
  for (let time = 0; time < 10; time += 1) await rate(carla, { id }, { score: time % 2 ? 5 : 1, comment: '' })
  const refusal = rate(carla, { id }, { score: 1, comment: '' })
  await expect(refusal).rejects.toBeInstanceOf(TooMany)
  await expect(refusal).rejects.toThrow(/^You have rated this request 10 times within an hour./)
  expect(await stored(id)).toMatchObject({ score: 5 })
})

test('a rating is to the credit of whoever resolved what it rates last', async () => {
  const { carla, id, refid } = await solved()
  const [ana, bob] = [await agent('Ana'), await agent('Bob')]
  const again = async (solver: Agent) => {
    const present = () => ticketFor(solver, refid)
    await reopen(solver, await present())
    await assign(solver, await present(), solver)
    await resolveIt(solver, await present())
  }
  await again(ana)
  await rate(carla, { id }, { score: 1, comment: '' })
  expect(await stored(id)).toMatchObject({ score: 1, agentId: ana.id })
  await again(bob)
  await rate(carla, { id }, { score: 5, comment: '' })
  expect(await stored(id)).toMatchObject({ score: 5, agentId: bob.id })
})

test('what went into another request is rated there', async () => {
  const { carla, id } = await solved()
  const other = await make().for(carla.id).subject('Lamp').description('Still dark.').create()
  await merge(await agent(), { id }, other)
  await expect(rate(carla, { id }, { score: 5, comment: '' })).rejects.toThrow('joined with another one')
})

test('whoever solved it is told of a low rating and of a comment, as followers are of each', async () => {
  const [ana, ben] = [await agent('Ana Able'), await agent('Ben Bystander')]
  const carla = await customer()
  const rated = async (rating: Rating) => {
    const { id, refid } = await make().for(carla.id).subject('Lamp').description('It is dark.').create()
    await assign(ana, await ticketFor(ana, refid), ana)
    await resolveIt(ana, await ticketFor(ana, refid))
    await follow(ben, { id })
    await rate(carla, { id }, rating)
    const news = async (whom: Agent) =>
      (await notificationsOf(whom)).filter((one) => one.refid === refid).map(({ kind, said }) => [kind, said])
    return [await news(ana), await news(ben)]
  }
  const given = (said: string | null) => [['rating.given', said]]
  expect(await rated({ score: 5, comment: '' })).toEqual([[], given(null)])
  expect(await rated({ score: 2, comment: '' })).toEqual([given(null), given(null)])
  expect(await rated({ score: 5, comment: 'Quick\n!' })).toEqual([given('Quick !'), given('Quick !')])
})
