import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { createCategory } from '@/lib/categories/create'
import { editCategory } from '@/lib/categories/edit'
import { writeBack } from '@/lib/messages/write-back'
import { createTeam } from '@/lib/teams/create'
import { editTeam } from '@/lib/teams/edit'
import { admin, agent, customer } from '@/lib/testing/people'
import { categorize } from '@/lib/tickets/categorize'
import { file } from '@/lib/tickets/file'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { split } from '@/lib/tickets/split'
import { type Agent, system } from '@/lib/viewer'
import { pastKeys, storiesSince } from './stories'

let count = 0
const named = (name: string) => `${name} ${++count}`

async function story(id: number) {
  const wanted = { from: new Date(0), batch: 100, keys: await pastKeys(), signal: undefined }
  for await (const stories of storiesSince(id, wanted)) {
    const [first] = stories
    return first && { filed: first.categoryId, since: first.past.map(({ kind, to }) => [kind, to]) }
  }
}

/** A ticket of one category and no team, and others that it can have, which are renamed afterwards. */
async function desk() {
  const [ana, carla, kim] = [await agent(), await customer(), await admin()]
  const [billing, lamps] = [
    await createCategory(system, { name: named('Billing') }),
    await createCategory(system, { name: named('Lamps') }),
  ]
  const day = await createTeam(system, { name: named('Day'), members: [] })
  const [{ id: dayId } = { id: 0 }] = await db.execute<{ id: number }>(
    sql`select id from teams where uid = ${day.uid}`,
  )
  const { id, refid } = await file(carla, carla, {
    subject: 'It flickers',
    description: 'Help',
    category: billing.slug,
    channel: 'portal',
  })
  return {
    ana,
    carla,
    id,
    present: () => ticketByRefid(refid),
    billing,
    lamps,
    day: { ...day, id: dayId },
    renameAll: async () => {
      await editCategory(kim, billing.slug, { ...billing, name: named('Payments') })
      await editCategory(kim, lamps.slug, { ...lamps, name: named('Lights') })
      await editTeam(kim, day.uid, { name: named('Night'), members: [] })
      // Others have the names now.
      await createCategory(kim, { name: billing.name, slug: `other-${billing.slug}` })
      await createCategory(kim, { name: lamps.name, slug: `other-${lamps.slug}` })
      await createTeam(kim, { name: day.name, members: [] })
    },
    happened: {
      filed: billing.id,
      since: [
        ['category', lamps.id],
        ['team', dayId],
        ['category', null],
        ['team', null],
      ],
    },
  }
}

test('what has another name since is what it was, from the filing on', async () => {
  const { ana, id, present, billing, lamps, day, renameAll, happened } = await desk()
  // Two categories may have one name.
  for (const { name, slug } of [billing, lamps])
    await createCategory(system, { name, slug: `namesake-${slug}` })
  await categorize(ana, await present(), lamps.slug)
  await handOver(ana, await present(), day.uid)
  await categorize(ana, await present(), null)
  await handOver(ana, await present(), null)
  await renameAll()
  expect(await story(id)).toEqual(happened)
})

test('events that keep names alone are followed through what was renamed after them', async () => {
  const { ana, id, billing, lamps, day, renameAll, happened } = await desk()
  await toldByName(ana, id, { category: [billing.name, lamps.name] })
  await toldByName(ana, id, { team: [null, day.name] })
  await toldByName(ana, id, { category: [lamps.name, null] })
  await toldByName(ana, id, { team: [day.name, null] })
  await renameAll()
  expect(await story(id)).toEqual(happened)
})

test('the message that came with the filing is none that was written since, whatever else came with it', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const day = await createTeam(system, { name: named('Day'), members: [] })
  const call = {
    subject: 'It flickers',
    description: 'On the phone',
    channel: 'agent',
    team: day.uid,
  } as const
  const { id } = await file(ana, carla, { ...call, tags: [named('lamp')] })
  expect((await story(id))?.since.map(([kind]) => kind)).toEqual(['team', 'tags'])
  await writeBack(carla, { id }, { body: 'Any news?', channel: 'portal' })
  expect((await story(id))?.since.map(([kind]) => kind)).toEqual(['team', 'tags', 'wrote'])
})

test('what a customer writes first on a ticket that was split off is no filing', async () => {
  const { ana, carla, id } = await desk()
  await writeBack(carla, { id }, { body: 'The kettle leaks', channel: 'portal' })
  const [last] = await db.execute<{ uid: string }>(
    sql`select uid from messages where ticket_id = ${id} order by id desc limit 1`,
  )
  const off = await split(ana, { id }, { subject: 'The kettle', message: last?.uid ?? '', andAfter: false })
  await writeBack(carla, off, { body: 'It still does', channel: 'portal' })
  expect((await story(off.id))?.since.map(([kind]) => kind)).toEqual(['wrote'])
})

/** An event as it was written before events kept keys. */
const toldByName = (actor: Agent, ticketId: number, change: Readonly<Record<string, unknown>>) =>
  db.execute(sql`
    insert into events (kind, audience, actor_id, ticket_id, change)
    values (${'team' in change ? 'ticket.handed_over' : 'ticket.categorized'}, 'agents', ${actor.id}, ${ticketId},
      ${JSON.stringify(change)}::text::jsonb)`)
