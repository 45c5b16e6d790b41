import { expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { ownThread } from '@/lib/portal/thread'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { ticketFor } from '@/lib/tickets/find'
import { markSpam } from '@/lib/tickets/mark-spam'
import { suggestedTickets } from './find'
import type { LinkRole } from './link'
import { linkTickets } from './link-tickets'
import { resolveChildren } from './resolve-children'
import { unlinkTickets } from './unlink-tickets'

const filed = async (subject = 'It broke', requester?: { readonly id: number }) =>
  make()
    .for((requester ?? (await customer())).id)
    .subject(subject)
    .description('Help')
    .create()
const linksOf = async (ana: Awaited<ReturnType<typeof agent>>, { refid }: { readonly refid: string }) =>
  (await ticketFor(ana, refid)).links.map((link) => [link.role, link.refid])
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.message : error),
  )

test('both ends show a link, each from its own side, and both tell of it', async () => {
  const ana = await agent('Ana Atlas')
  const cases: readonly [LinkRole, LinkRole][] = [
    ['related', 'related'],
    ['parent', 'child'],
    ['child', 'parent'],
    ['original', 'duplicate'],
    ['duplicate', 'original'],
  ]
  for (const [role, opposite] of cases) {
    const [one, other] = [await filed(), await filed()]
    await linkTickets(ana, one, role, other)
    expect(await linksOf(ana, one)).toEqual([[role, other.refid]])
    expect(await linksOf(ana, other)).toEqual([[opposite, one.refid]])
    expect((await history(other)).at(-1)).toMatchObject({
      kind: 'ticket.linked',
      audience: 'agents',
      change: { [opposite]: [null, one.refid] },
    })

    await unlinkTickets(ana, other, one)
    expect([await linksOf(ana, one), await linksOf(ana, other)]).toEqual([[], []])
    expect((await history(one)).at(-1)).toMatchObject({
      kind: 'ticket.unlinked',
      change: { [role]: [other.refid, null] },
    })
    await unlinkTickets(ana, one, other)
  }
})

test('no ticket is linked to itself, twice, or to a second parent', async () => {
  const ana = await agent()
  const [one, other, third] = [await filed(), await filed(), await filed()]
  expect(await refusal(linkTickets(ana, one, 'related', one))).toMatch('to itself')
  await linkTickets(ana, one, 'child', other)
  expect(await refusal(linkTickets(ana, one, 'related', other))).toMatch('linked already')
  expect(await refusal(linkTickets(ana, other, 'duplicate', one))).toMatch('linked already')
  expect(await refusal(linkTickets(ana, third, 'child', other))).toMatch('has a parent')
})

test('parents make no circle, whoever links first', async () => {
  const ana = await agent()
  const [a, b, c, d] = [await filed(), await filed(), await filed(), await filed()]
  await linkTickets(ana, a, 'child', b)
  await linkTickets(ana, b, 'child', c)
  expect(await refusal(linkTickets(ana, c, 'child', a))).toMatch('circle')
  expect(await refusal(linkTickets(ana, a, 'parent', c))).toMatch('circle')

  await linkTickets(ana, c, 'child', d)
  const [e, f, g] = [await filed(), await filed(), await filed()]
  const around = await Promise.allSettled([
    linkTickets(ana, e, 'child', f),
    linkTickets(ana, f, 'child', g),
    linkTickets(ana, g, 'child', e),
  ])
  expect(around.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})

test('the children that are still open can be resolved with their parent', async () => {
  const ana = await agent()
  const [parent, one, two, spam] = [await filed(), await filed(), await filed(), await filed()]
  for (const child of [one, two, spam]) await linkTickets(ana, parent, 'child', child)
  await markSpam(ana, spam)
  expect(await resolveChildren(ana, parent)).toBe(2)
  expect((await ticketFor(ana, parent.refid)).links.map(({ status }) => status)).toEqual([
    'resolved',
    'resolved',
    'open',
  ])
  expect(await resolveChildren(ana, parent)).toBe(0)
})

test('the customer learns nothing of links', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const [own, foreign] = [await filed('Mine', carla), await filed('Of somebody else')]
  const before = JSON.stringify(await ownThread(carla, own.refid))
  await linkTickets(ana, own, 'duplicate', foreign)
  expect(JSON.stringify(await ownThread(carla, own.refid))).toBe(before)
})

test('tickets are offered by reference, by words, and those of the same customer first', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const [one, mine] = [await filed('Zebra printer', carla), await filed('Zebra scanner', carla)]
  const foreign = await filed('Zebra printer of another')
  const offered = async (words: string, sameRequester = false) =>
    (await suggestedTickets(ana, { words, not: one.refid, sameRequester })).map(({ refid }) => refid)
  expect(await offered('')).toEqual([mine.refid])
  expect(await offered('zebra')).toEqual([foreign.refid, mine.refid])
  expect(await offered('zebra', true)).toEqual([mine.refid])
  expect(await offered(foreign.refid.toLowerCase())).toEqual([foreign.refid])
  expect(await offered(foreign.refid, true)).toEqual([])
  expect(await offered(one.refid)).toEqual([])
  await markSpam(ana, mine)
  expect(await offered('')).toEqual([])
})
