import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sql as connection, db } from '@/db/client'
import { Missing } from '@/lib/errors'
import { changePerson } from '@/lib/people/change-person'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { type Agent, system } from '@/lib/viewer'
import { beat, leave, prunePresence } from './beat'
import { presentOn } from './find'

async function desk() {
  const carla = await customer()
  const { refid } = await make().for(carla.id).subject('It broke').description('Help').create()
  return { refid, ana: await agent('Ana Agent'), ben: await agent('Ben Beside') }
}

const later = (person: Agent, seconds: number) =>
  db.execute(sql`
    update presence set seen_at = seen_at - make_interval(secs => ${seconds}),
      replying_at = replying_at - make_interval(secs => ${seconds})
    where person_id = ${person.id}`)

test('each sees who else has the ticket open and who is replying, for half a minute', async () => {
  const { refid, ana, ben } = await desk()
  expect(await beat(ana, refid)).toEqual([])
  expect(await beat(ben, refid, true)).toMatchObject([{ name: 'Ana Agent', replying: false }])
  expect(await beat(ana, refid)).toMatchObject([{ name: 'Ben Beside', replying: true }])
  await later(ben, 20)
  const [present] = await beat(ana, refid)
  expect(new Date(present?.until ?? 0).getTime()).toBeLessThanOrEqual(Date.now() + 10_000)
  await later(ben, 10)
  expect(await beat(ana, refid)).toEqual([])
  await prunePresence()
})

test('a window that only looks says nothing of another that replies, until that one is done', async () => {
  const { refid, ana, ben } = await desk()
  await beat(ben, refid, true)
  await beat(ben, refid)
  expect(await beat(ana, refid)).toMatchObject([{ replying: true }])
  await beat(ben, refid, false)
  expect(await beat(ana, refid)).toMatchObject([{ replying: false }])
})

test('the queue learns of all its tickets at once, and never of oneself or of who has left', async () => {
  const [here, there] = [await desk(), await desk()]
  await beat(here.ben, here.refid)
  await beat(here.ana, there.refid)
  const all = [here.refid, there.refid, 'SUP-00000000']
  expect(await presentOn(here.ana, all)).toMatchObject({ [here.refid]: [{ name: 'Ben Beside' }] })
  expect(Object.keys(await presentOn(here.ben, all))).toEqual([there.refid])

  await leave(here.ben, here.refid)
  expect(await presentOn(here.ana, all)).toEqual({})
  await beat(here.ben, here.refid)
  await changePerson(system, here.ben.email, { active: false })
  expect(await presentOn(here.ana, all)).toEqual({})
})

test('nobody is on a ticket that is not there', async () => {
  const { ana } = await desk()
  await expect(beat(ana, 'SUP-00000000')).rejects.toThrow(Missing)
  await leave(ana, 'SUP-00000000')
  expect(await presentOn(ana, [])).toEqual({})
})

test('the bell rings when somebody comes, begins to reply, stops and goes, and not with every beat', async () => {
  const { refid, ana } = await desk()
  const heard: string[] = []
  const { unlisten } = await connection.listen('deskwell', (what) => {
    if (what.includes(refid)) heard.push(what)
  })
  await beat(ana, refid)
  await beat(ana, refid)
  await expect.poll(() => heard.length).toBe(1)
  await beat(ana, refid, true)
  await beat(ana, refid, true)
  await beat(ana, refid)
  await beat(ana, refid, false)
  await leave(ana, refid)
  await leave(ana, refid)
  await expect.poll(() => heard.length).toBe(4)
  await unlisten()
})
