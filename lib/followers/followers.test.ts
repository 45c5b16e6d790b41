import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { messageMentions } from '@/db/schema'
import { history } from '@/lib/events/find'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { notificationsOf } from '@/lib/notifications/find'
import { read } from '@/lib/notifications/read'
import { changePerson } from '@/lib/people/change-person'
import { ownThread } from '@/lib/portal/thread'
import { changePreferences } from '@/lib/preferences/change'
import { repairRelations } from '@/lib/repair/repair'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { ticketFor } from '@/lib/tickets/find'
import { markSpam } from '@/lib/tickets/mark-spam'
import { prioritize } from '@/lib/tickets/prioritize'
import { resolve } from '@/lib/tickets/resolve'
import { type Agent, system } from '@/lib/viewer'
import { follow, unfollow } from './follow'

const filed = async () => {
  const carla = await customer()
  return { carla, ticket: await make().for(carla.id).subject('It broke').description('Help').create() }
}
const text = (body: string) => ({ body, channel: 'agent' as const })
const told = async (person: Agent) => (await notificationsOf(person)).map(({ kind, actor }) => [kind, actor])

test('who follows is told of what others write and how the ticket stands, and of nothing that they do', async () => {
  const [ana, ben] = [await agent('Ana Author'), await agent('Ben Bystander')]
  const { carla, ticket } = await filed()
  await follow(ben, ticket)
  await follow(ben, ticket)
  expect(await ticketFor(ben, ticket.refid)).toMatchObject({ following: true, followers: ['Ben Bystander'] })
  expect((await ticketFor(ana, ticket.refid)).following).toBe(false)

  await answer(ana, ticket, text('Looking'))
  await writeBack(carla, ticket, { body: 'Thanks', channel: 'portal' })
  await note(ana, ticket, text('A hard one'))
  await prioritize(ana, await ticketFor(ana, ticket.refid), 'urgent')
  await answer(ben, ticket, text('Me too'))
  await resolve(ana, await ticketFor(ana, ticket.refid))
  expect(await told(ben)).toEqual([
    ['ticket.resolved', 'Ana Author'],
    ['message.noted', 'Ana Author'],
    ['message.received', carla.name],
    ['message.answered', 'Ana Author'],
  ])
  expect(await told(ana)).toEqual([])

  await unfollow(ben, ticket)
  await unfollow(ben, ticket)
  await note(ana, ticket, text('Nobody hears this'))
  expect(await told(ben)).toHaveLength(4)
  expect((await history(ticket)).map(({ kind }) => kind).filter((kind) => kind.includes('follow'))).toEqual([
    'ticket.followed',
    'ticket.unfollowed',
  ])
  expect(await repairRelations({ dryRun: true })).toEqual([])
})

test('a colleague who is called in a note is told so, and follows from then on', async () => {
  const [ana, ben, cy] = [await agent('Ana Asker'), await agent('Ben Beckoned'), await agent('Cy Called')]
  const { carla, ticket } = await filed()
  const before = JSON.stringify(await ownThread(carla, ticket.refid))
  await note(ana, ticket, text('@Ben Beckoned, @cy called\nand @Ana Asker: look at @Nobody Here'))
  expect((await notificationsOf(ben)).map(({ kind, mentioned, said }) => [kind, mentioned, said])).toEqual([
    ['message.noted', true, '@Ben Beckoned, @cy called and @Ana Asker: look at @Nobody Here'],
  ])
  expect(await told(ana)).toEqual([])
  expect((await ticketFor(cy, ticket.refid)).followers).toEqual(['Ben Beckoned', 'Cy Called'])
  await note(ana, ticket, text('Never mind'))
  expect((await notificationsOf(cy)).map(({ mentioned }) => mentioned)).toEqual([false, true])
  expect(JSON.stringify(await ownThread(carla, ticket.refid))).toBe(before)
  expect((await db.select().from(messageMentions)).length).toBeGreaterThanOrEqual(2)
})

test('a name in a public reply calls nobody', async () => {
  const [ana, ben] = [await agent(), await agent('Ben Bothered')]
  const { ticket } = await filed()
  await answer(ana, ticket, text('Ask @Ben Bothered'))
  expect(await told(ben)).toEqual([])
  expect((await ticketFor(ana, ticket.refid)).followers).toEqual([])
})

test('nobody is told of spam, and nobody who has left', async () => {
  const [ana, ben, gone] = [await agent(), await agent(), await agent('Gone Girl')]
  const { carla, ticket } = await filed()
  await follow(ben, ticket)
  await follow(gone, ticket)
  await changePerson(system, gone.email, { active: false })
  await note(ana, ticket, text('@Gone Girl'))
  expect(await told(gone)).toEqual([])
  expect(await told(ben)).toHaveLength(1)
  expect((await ticketFor(ana, ticket.refid)).followers).toEqual([ben.name])
  await markSpam(ana, ticket)
  await writeBack(carla, ticket, { body: 'Buy', channel: 'portal' })
  expect(await told(ben)).toHaveLength(1)
})

test('what was told of a ticket is read up to what was followed, and no further', async () => {
  const [ana, ben] = [await agent(), await agent()]
  const [one, other] = [(await filed()).ticket, (await filed()).ticket]
  for (const ticket of [one, other]) await follow(ben, ticket)
  await note(ana, one, text('1'))
  await note(ana, other, text('2'))
  await note(ana, one, text('3'))
  const [newest] = await notificationsOf(ben)
  await note(ana, one, text('4'))
  await read(ana, newest?.uid ?? '')
  await read(ben, newest?.uid ?? '')
  expect((await notificationsOf(ben)).map((told) => [told.refid === one.refid, told.read])).toEqual([
    [true, false],
    [true, true],
    [false, false],
    [true, true],
  ])
})

test('who follows is told of what they chose, and called by their name in any case', async () => {
  const [ana, ben] = [await agent('Ana Author'), await agent('Ben Choosy')]
  const { carla, ticket } = await filed()
  await follow(ben, ticket)
  await changePreferences(ben, { followedNews: ['customer'] })
  await answer(ana, ticket, text('Looking'))
  await note(ana, ticket, text('Hm'))
  await writeBack(carla, ticket, { body: 'Thanks', channel: 'portal' })
  expect(await told(ben)).toEqual([['message.received', carla.name]])
  await note(ana, ticket, text('@Ben Choosy look'))
  await changePreferences(ben, { followedNews: [] })
  await writeBack(carla, ticket, { body: 'Hello?', channel: 'portal' })
  expect(await told(ben)).toEqual([
    ['message.noted', 'Ana Author'],
    ['message.received', carla.name],
  ])
})
