import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, tickets, wallboards } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { note } from '@/lib/messages/note'
import { agent, customer, supervisor } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { createWallboard } from './create'
import { wallboardList } from './find'
import { renewWallboard } from './renew'
import { revokeWallboard } from './revoke'
import { readWall, wallOf } from './show'
import { tokenOf, uidOf } from './token'
import { calledOnWall, wallboardName } from './wallboard'

const name = () => `Screen ${crypto.randomUUID().slice(0, 8)}`

test('what we signed, we know again, and nothing else', () => {
  const uid = crypto.randomUUID()
  const token = tokenOf(uid)
  expect(uidOf(token)).toBe(uid)
  expect(token).not.toContain(uid)
  for (let place = 0; place < token.length; place++)
    for (const other of ['0', 'f', 'F', '.', ' ', '\0'])
      if (token[place] !== other)
        expect(uidOf(token.slice(0, place) + other + token.slice(place + 1))).toBeNull()
  for (const broken of [
    '',
    '.',
    uid,
    `${uid}.`,
    token.toUpperCase(),
    `${token}0`,
    `${token} `,
    token.repeat(10_000),
  ])
    expect(uidOf(broken)).toBeNull()
})

test('a screen is there by its link until it gets another one, or none', async () => {
  const sam = await supervisor()
  const called = name()
  const { uid } = await createWallboard(sam, called)
  expect(await wallOf(tokenOf(uid))).not.toBeNull()

  const renewed = await renewWallboard(sam, uid)
  expect(renewed).toMatchObject({ name: called })
  expect(await wallOf(tokenOf(uid))).toBeNull()
  expect(await wallOf(tokenOf(renewed.uid))).not.toBeNull()
  await expect(renewWallboard(sam, uid)).rejects.toThrow(Missing)
  await expect(revokeWallboard(sam, uid)).rejects.toThrow(Missing)

  await revokeWallboard(sam, renewed.uid)
  expect(await wallOf(tokenOf(renewed.uid))).toBeNull()
  await expect(revokeWallboard(sam, 'no uid')).rejects.toThrow(Missing)

  const told = await db
    .select({ kind: events.kind, change: events.change })
    .from(events)
    .where(eq(events.actorId, sam.id))
  expect(told).toEqual([
    { kind: 'wallboard.created', change: { name: [null, called] } },
    { kind: 'wallboard.renewed', change: { name: [called, called] } },
    { kind: 'wallboard.revoked', change: { name: [called, null] } },
  ])
})

test('whoever made it reads when a screen asked last; to look writes once a minute', async () => {
  const { uid } = await createWallboard(await supervisor(), name())
  const shown = async () => (await wallboardList()).find((one) => one.uid === uid)?.shownAt
  expect(await shown()).toBeNull()
  await wallOf(tokenOf(uid))
  const first = await shown()
  expect(first).toBeInstanceOf(Date)
  await wallOf(tokenOf(uid))
  expect(await shown()).toEqual(first)
  await db
    .update(wallboards)
    .set({ shownAt: new Date(Date.now() - 61_000) })
    .where(eq(wallboards.uid, uid))
  await wallOf(tokenOf(uid))
  expect(Date.now() - Number(await shown())).toBeLessThan(61_000)
})

test('nothing that a customer wrote or is called is on a screen, and no address of anybody', async () => {
  const [maria, ana] = [await customer('Maria Wallflower'), await agent('Ana Awake')]
  const ticket = await file(ana, maria, {
    subject: 'subjectcanary',
    description: 'bodycanary',
    channel: 'agent',
    priority: 'urgent',
  })
  await note(ana, ticket, { body: 'notecanary', channel: 'agent' })
  await db.update(tickets).set({ assigneeId: ana.id }).where(eq(tickets.id, ticket.id))
  const wall = await readWall()

  expect(wall.nextToBreach.map(({ refid }) => refid)).toContain(ticket.refid)
  expect(wall.agents.map(({ name: agentName }) => agentName)).toContain('Ana A.')
  const said = JSON.stringify(wall)
  for (const canary of ['subjectcanary', 'bodycanary', 'notecanary', 'Wallflower', 'Awake', '@'])
    expect(said).not.toContain(canary)
})

test('however often a screen asks, the numbers are read once in a while', async () => {
  const { uid } = await createWallboard(await supervisor(), name())
  const [one, other] = await Promise.all([wallOf(tokenOf(uid)), wallOf(tokenOf(uid))])
  expect(one).not.toBeNull()
  expect(other).toBe(one)
})

test('the numbers of today are those of the reports', async () => {
  const before = await readWall()
  const ana = await agent()
  await file(ana, await customer(), { subject: 'S', description: 'D', channel: 'agent' })
  const after = await readWall()
  expect(after.today?.created).toBe((before.today?.created ?? 0) + 1)
  expect(after.figures.open).toBe(before.figures.open + 1)
})

test.each([
  ['Sofía Castellanos Rivera', 'Sofía R.'],
  ['  Jonas   Weber ', 'Jonas W.'],
  ['Cher', 'Cher'],
  ['美咲 𠮷田', '美咲 𠮷.'],
])('%s is called %s on the wall', (name, called) => {
  expect(calledOnWall(name)).toBe(called)
})

test('names are unlike one another, visible and short', async () => {
  const sam = await supervisor()
  const called = name()
  await createWallboard(sam, called)
  await expect(createWallboard(sam, called)).rejects.toThrow(Refused)
  for (const bad of ['', '   ', 'x'.repeat(61), 'a\nb', 'a\0b'])
    expect(wallboardName.safeParse(bad).success).toBe(false)
})

test('there are fifty at most', async () => {
  const sam = await supervisor()
  const there = (await wallboardList()).length
  const made: string[] = []
  for (let n = there; n < 50; n++) made.push((await createWallboard(sam, name())).uid)
  await expect(createWallboard(sam, name())).rejects.toThrow('There are 50 wallboards already')
  await db.delete(wallboards).where(inArray(wallboards.uid, made))
})
