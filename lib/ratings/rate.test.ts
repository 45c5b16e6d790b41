import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, ratings, tickets } from '@/db/schema'
import { TooMany } from '@/lib/errors'
import { make, resolve } from '@/lib/support'
import { customer } from '@/lib/testing/people'
import { rate } from './rate'

async function solved() {
  const carla = await customer()
  const { id, refid } = await make().for(carla.id).subject('Lamp').description('It is dark.').create()
  await resolve({ refid })
  return { carla, id }
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
