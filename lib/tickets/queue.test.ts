import { beforeAll, expect, test } from 'vitest'
import { board } from '@/lib/analytics/now'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { setAvailability } from '@/lib/people/availability'
import { changePerson } from '@/lib/people/change-person'
import { configCategory, make } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { agent, customer } from '@/lib/testing/people'
import { type Agent, type Customer, system } from '@/lib/viewer'
import { claim } from './claim'
import { ticketChoices } from './find'
import { handOver } from './hand-over'
import { ticketByRefid } from './lists'
import { prioritize } from './prioritize'
import { queue, queueRows } from './queue'
import { queueChoices, queueNames } from './queue-choices'
import { usualColumns } from './queue-columns'
import { readQueueFilter } from './queue-filter'
import { queueNews } from './queue-news'
import { queueSorts } from './queue-sorts'
import { resolve } from './resolve'
import { tag } from './tag'

const hour = 60 * 60 * 1000
const start = Date.now() - 100 * hour
let ana: Agent
let carla: Customer
let refids: string[]

const filed = (nth: number, subject: string, categoryId?: number) =>
  at(new Date(start + nth * hour), () => {
    const draft = make().for(carla.id).subject(subject).description(`Details ${nth}: a walrus`)
    return categoryId === undefined ? draft.create() : draft.category(categoryId).create()
  })

const seen = async (params: Record<string, string>) =>
  (await queue(ana, readQueueFilter(params), new Date())).rows.map(({ refid }) => refid)

beforeAll(async () => {
  ana = await agent('Ana Queue')
  carla = await customer()
  const billing = await configCategory().name('Billing').create()
  refids = []
  for (let nth = 0; nth < 60; nth += 1)
    refids.push((await filed(nth, `Number ${nth}`, nth % 10 === 0 ? billing.id : undefined)).refid)
})

test('pages lead forwards and back over every ticket once, in every order', async () => {
  for (const sort of queueSorts)
    for (const dir of ['asc', 'desc']) {
      const forwards: string[] = []
      let page = await queue(ana, readQueueFilter({ sort, dir }), new Date())
      const first = page.rows
      expect(page.previous).toBeNull()
      for (;;) {
        forwards.push(...page.rows.map(({ refid }) => refid))
        if (!page.next) break
        page = await queue(ana, readQueueFilter({ sort, dir, after: page.next }), new Date())
      }
      expect(forwards.toSorted()).toEqual(refids.toSorted())
      while (page.previous)
        page = await queue(ana, readQueueFilter({ sort, dir, before: page.previous }), new Date())
      expect(page.rows).toEqual(first)
    }
})

test('orders are what they say', async () => {
  expect((await seen({ sort: 'created', dir: 'asc' })).slice(0, 3)).toEqual(refids.slice(0, 3))
  expect((await seen({ sort: 'created', dir: 'desc' }))[0]).toBe(refids.at(-1))
  await prioritize(ana, await ticketByRefid(refids[7] ?? ''), 'urgent')
  expect((await seen({ sort: 'priority', dir: 'desc' }))[0]).toBe(refids[7])
})

test('filters keep what they name', async () => {
  expect(await seen({ category: 'billing' })).toHaveLength(6)
  await claim(ana, await ticketByRefid(refids[3] ?? ''))
  expect(await seen({ assignee: 'me' })).toEqual([refids[3]])
  expect(await seen({ assignee: ana.email })).toEqual([refids[3]])
  expect(await seen({ assignee: carla.email })).toEqual([])
  expect(await seen({ assignee: 'none', category: 'billing' })).toHaveLength(6)
  await resolve(ana, await ticketByRefid(refids[4] ?? ''))
  expect(await seen({ status: 'resolved' })).toEqual([refids[4]])
  expect(await seen({ status: 'open,resolved', q: 'walrus', sort: 'created', dir: 'asc' })).toContain(
    refids[4],
  )
  expect(await seen({ priority: 'urgent' })).toEqual([refids[7]])
  expect(await seen({ sla: 'breached', category: 'billing' })).toHaveLength(6)
})

test('a queue narrows down to teams, tags and organizations, and knows their names', async () => {
  const team = await createTeam(system, { name: 'First line', members: [] })
  const lake = await createOrganization(system, { name: 'Lakeside Clinic', notes: '' })
  const [dora, erik] = [await customer('Dora Lake'), await customer('Erik Nowhere')]
  await joinOrganization(system, dora.email, lake.uid)
  const [hers, his, other] = [
    await make().for(dora.id).subject('Hers').description('Help').create(),
    await make().for(erik.id).subject('His').description('Help').create(),
    await make().for(erik.id).subject('Another').description('Help').create(),
  ]
  await handOver(ana, await ticketByRefid(hers.refid), team.uid)
  await tag(ana, his, { add: ['vip', 'refund'] })
  await tag(ana, other, { add: ['refund'] })
  const { refid } = hers

  expect(await seen({ team: team.uid })).toEqual([refid])
  expect(await seen({ team: 'none', organization: lake.uid })).toEqual([])
  expect(await seen({ team: `none,${team.uid}`, organization: lake.uid })).toEqual([refid])
  expect(await seen({ team: `${crypto.randomUUID()},${team.uid}` })).toEqual([refid])
  expect(await seen({ organization: lake.uid })).toEqual([refid])
  expect(await seen({ tag: 'vip' })).toEqual([his.refid])
  expect((await seen({ tag: 'VIP,Refund' })).toSorted()).toEqual([his.refid, other.refid].toSorted())
  expect(await seen({ tag: 'nosuch' })).toEqual([])
  expect(await seen({ team: crypto.randomUUID() })).toEqual([])
  expect(await seen({ organization: team.uid })).toEqual([])
  const [row] = (await queue(ana, readQueueFilter({ tag: 'vip' }), new Date())).rows
  expect(row?.tags).toBe('refund,vip')

  expect(
    await queueNames(ana, readQueueFilter({ team: `none,${team.uid}`, organization: lake.uid })),
  ).toEqual({
    team: [{ value: team.uid, label: 'First line' }],
    organization: [{ value: lake.uid, label: 'Lakeside Clinic' }],
  })
  expect(await queueNames(ana, readQueueFilter({ assignee: 'me', team: 'none' }))).toEqual({})
  expect(await queueNames(ana, readQueueFilter({ tag: 'vip,nosuch' }))).toEqual({
    tag: [{ value: 'vip', label: 'vip' }],
  })
  expect(await queueNames(ana, readQueueFilter({ assignee: carla.email }))).toEqual({ assignee: [] })
  const choices = await queueChoices(ana)
  expect(choices.tag?.map(({ value }) => value)).toEqual(['refund', 'vip'])
  expect(choices.team).toEqual([{ value: team.uid, label: 'First line' }])
  expect(choices.assignee?.map(({ value }) => value)).not.toContain(carla.email)
  expect(choices.assignee).toContainEqual({ value: ana.email, label: ana.name })
  await setAvailability(ana, ana.email, 'away')
  expect((await queueChoices(ana)).assignee).toContainEqual({ value: ana.email, label: ana.name, away: true })
  expect((await ticketChoices(ana)).agents).toContainEqual({ name: ana.name, email: ana.email, away: true })
  await setAvailability(ana, ana.email, 'available')
  const [left, gone] = [await agent('Leo Left'), await agent('Gil Gone')]
  await claim(left, await ticketByRefid(refids[11] ?? ''))
  for (const { email } of [left, gone]) await changePerson(system, email, { active: false })
  const { assignee } = await queueChoices(ana)
  expect(assignee).toContainEqual({ value: left.email, label: left.name, gone: true })
  expect(assignee?.map(({ value }) => value)).not.toContain(gone.email)
  expect((await board()).agents).toContainEqual(
    expect.objectContaining({ email: left.email, load: 1, gone: true }),
  )
})

test('a search finds references, subjects and messages, and takes signs as signs', async () => {
  expect(await seen({ q: (refids[9] ?? '').toLowerCase() })).toEqual([refids[9]])
  const begun = (refids[9] ?? '').slice(0, 10)
  expect(await seen({ q: begun })).toEqual(refids.filter((refid) => refid.startsWith(begun)))
  expect(await seen({ q: 'walruses' })).toHaveLength(25)
  for (const q of ['%', '_', '\\', "'", '"', ':*', '!', '&|', '()', '\ud800', '<b>', 'SUP-%%%%%%%%'])
    expect(await seen({ q })).toEqual([])
})

test('the preview is what the customer can read', async () => {
  const refid = refids[20] ?? ''
  const ticket = await ticketByRefid(refid)
  await answer(ana, ticket, { body: 'Public word', channel: 'agent' })
  await note(ana, ticket, { body: 'Secret word', channel: 'agent' })
  const [row] = (await queue(ana, readQueueFilter({ q: refid }), new Date())).rows

  expect(row?.preview).toBe('Public word')
})

test('no address breaks the queue', async () => {
  const whole = await seen({})
  const odd: Record<string, string>[] = [
    { sort: 'id; drop table tickets', dir: 'sideways', status: "open'--", priority: '__proto__' },
    { after: 'x', before: `${'9'.repeat(90)}` },
    { after: `2026-99-99 99:99:99~${refids[0]}` },
    { after: 'urgent~SUP-00000000', sort: 'updated' },
    { after: `5874898-01-01~${refids[0]}` },
    { after: `open~${refids[0]}`, sort: 'status' },
    { after: `gone~2026-11-25 10:00:00~${refids[0]}`, sort: 'priority' },
    { after: `urgent~2026-02-30 10:00:00~${refids[0]}`, sort: 'priority' },
    { after: `\0~${refids[0]}`, sort: 'subject' },
    { after: `${'x'.repeat(300)}~${refids[0]}`, sort: 'customer' },
    { assignee: '\0', q: '\0' },
    { team: "none' or 1=1", tag: '%,_,<b>,\0', organization: '__proto__,1' },
    { team: 'x'.repeat(10_000), tag: ','.repeat(10_000), organization: '\ud800' },
    { sla: 'constructor', needs: 'toString' },
  ]
  for (const { sort, ...address } of odd)
    expect((await seen({ sort: sort ?? 'updated', ...address })).toSorted()).toHaveLength(whole.length)
})

test('of more values than anybody asks for the first are asked for, and not all tickets', () => {
  const many = Array.from({ length: 2_000 }, (_, place) => `tag-${place}`)
  expect(readQueueFilter({ tag: many.join() }).tag).toEqual(many.slice(0, 30))
  expect(readQueueFilter({ tag: 'y,'.repeat(5_000) }).tag).toEqual(['y'])
  expect(readQueueFilter({ priority: 'low,'.repeat(5_000) }).priority).toEqual(['low'])
})

test('a row says whether its queue still asks for it', async () => {
  const ben = await agent('Ben Taker')
  const [kept, lost] = await Promise.all([filed(70, 'Kept'), filed(71, 'Lost')])
  for (const { refid } of [kept, lost]) await claim(ben, await ticketByRefid(refid))
  const mine = { filter: readQueueFilter({ assignee: 'me' }), now: new Date(), shown: usualColumns }
  const fitting = async () => {
    const rows = await queueRows(ben, [kept.refid, lost.refid, 'SUP-00000000'], mine)
    return Object.fromEntries(rows.map(({ refid, fits }) => [refid, fits]))
  }
  expect(await fitting()).toEqual({ [kept.refid]: true, [lost.refid]: true })
  await resolve(ben, await ticketByRefid(lost.refid))
  expect(await fitting()).toEqual({ [kept.refid]: true, [lost.refid]: false })

  const news = async (known: readonly string[], changed: readonly string[] | null) =>
    (await queueNews(ben, { known, changed }, mine)).page
  expect(await news([kept.refid], [lost.refid])).toBeNull()
  expect(await news([kept.refid], [kept.refid])).toBeNull()
  expect(await news([], [kept.refid])).toEqual([kept.refid])
  expect(await news([kept.refid], null)).toEqual([kept.refid])
})
