import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { createCanned } from '@/lib/canned/create'
import { deleteCanned } from '@/lib/canned/delete'
import { Conflict, Missing } from '@/lib/errors'
import { createPolicy } from '@/lib/sla/policies/create'
import { editPolicy } from '@/lib/sla/policies/edit'
import { policyByUid } from '@/lib/sla/policies/find'
import type { NewPolicy } from '@/lib/sla/policies/shape'
import { reconsiderAll } from '@/lib/sla/testing'
import { agent, customer } from '@/lib/testing/people'
import { file } from '@/lib/tickets/file'
import { tag } from '@/lib/tickets/tag'
import { isAdmin, system } from '@/lib/viewer'
import { deleteTag } from './delete'
import { otherTag, tagByName, tagPage } from './find'
import { mergeTags } from './merge'
import { pastTagKeys } from './past-keys'
import { renameTag } from './rename'

const ana = await agent()
const kim = await agent('Kim Admin', 'admin')
if (!isAdmin(kim)) throw new Error('not an admin')

async function tagged(...names: readonly string[]) {
  const ticket = await file(ana, await customer(), {
    subject: 'It broke',
    description: 'Help',
    channel: 'agent',
    priority: 'low',
  })
  await tag(ana, ticket, { add: names })
  return ticket
}

const borneBy = async ({ id }: { readonly id: number }) =>
  (
    await db.execute<{ name: string }>(sql`
      select name from ticket_tags b join tags g on g.id = b.tag_id where b.ticket_id = ${id} order by name`)
  ).map(({ name }) => name)

const policy = (name: string, more: Partial<NewPolicy>): NewPolicy => ({
  name,
  conditions: {},
  targets: { low: { resolution: 3600 }, medium: {}, high: {}, urgent: {} },
  calendar: null,
  pausing: [],
  steps: [],
  ...more,
})

const putsOn = (...names: readonly string[]): NewPolicy['steps'] => [
  {
    key: 'late',
    target: 'resolution',
    when: { minutes: 0 },
    actions: [...names.map((name) => ({ do: 'tag', tag: name }) as const), { do: 'prioritize', to: 'high' }],
  },
]

const lastEvent = async (kind: string) =>
  (
    await db.execute(sql`select change, actor_id from events where kind = ${kind} order by id desc limit 1`)
  )[0]

const due = async ({ id }: { readonly id: number }) =>
  (
    await db.execute<{ hours: number }>(sql`
      select round(extract(epoch from sla_due_at - created_at) / 3600)::int as hours from tickets where id = ${id}`)
  )[0]?.hours

const rejected = (answers: readonly PromiseSettledResult<unknown>[]) =>
  answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))

test('a tag gets another name, in the way in which tags are written; tickets and policies keep it', async () => {
  const ticket = await tagged('vpi')
  const { uid } = await createPolicy(system, policy('For VPI', { conditions: { tags: ['vpi'] } }))
  expect(await renameTag(system, 'vpi', ' Very important ')).toBe('very-important')
  expect(await borneBy(ticket)).toEqual(['very-important'])
  expect((await policyByUid(system, uid)).conditions.tags).toEqual(['very-important'])
  expect(await lastEvent('tag.renamed')).toMatchObject({ change: { tag: ['vpi', 'very-important'] } })
  await expect(renameTag(system, 'vpi', 'other')).rejects.toThrow(Missing)
})

test.each([
  ['nothing', '  ', 'at least one letter'],
  ['too much', 'x'.repeat(41), 'at most 40'],
  ['what cannot be stored', 'a\0b', 'letters, digits'],
  ['what reads backwards', '\u202etag', 'letters, digits'],
])('a tag is not renamed to %s', async (_, name, words) => {
  await tagged('steady')
  await expect(renameTag(system, 'steady', name)).rejects.toMatchObject({
    field: 'name',
    message: expect.stringContaining(words),
  })
})

test('a name that another tag has is refused, and that one offered', async () => {
  await tagged('pay', 'payment')
  await expect(renameTag(system, 'pay', 'Payment')).rejects.toMatchObject({
    field: 'name',
    instead: 'payment',
  })
  const answers = await Promise.allSettled([
    renameTag(system, 'pay', 'money'),
    renameTag(system, 'payment', 'money'),
  ])
  expect(rejected(answers)).toMatchObject([{ field: 'name', instead: 'money' }])
})

test('what bore the one tag bears the other, once, and the one is gone', async () => {
  const [one, both, other] = [await tagged('colour'), await tagged('color', 'colour'), await tagged('color')]
  expect(await otherTag(system, 'colour', 'Color')).toEqual({ name: 'color', both: 1 })
  expect(await mergeTags(kim, 'colour', 'Color')).toBe(2)
  for (const ticket of [one, both, other]) expect(await borneBy(ticket)).toEqual(['color'])
  await expect(tagByName(system, 'colour')).rejects.toThrow(Missing)
  expect(await tagByName(system, 'color')).toMatchObject({ tickets: 3 })
  expect(await lastEvent('tag.merged')).toMatchObject({
    actor_id: kim.id,
    change: { tag: ['colour', 'color'], tickets: [null, 2] },
  })
})

test('policies that asked for the one tag, or put it on, do so with the other; open forms are told', async () => {
  await tagged('gold', 'platin')
  const before = await createPolicy(
    system,
    policy('Precious', { conditions: { tags: ['gold', 'platin'] }, steps: putsOn('platin') }),
  )
  await mergeTags(system, 'platin', 'gold')
  const after = await policyByUid(system, before.uid)
  expect(after.conditions.tags).toEqual(['gold'])
  expect(after.steps[0]?.actions).toContainEqual({ do: 'tag', tag: 'gold' })
  expect(after.steps[0]?.actions).toHaveLength(2)
  expect(await lastEvent('tag.merged')).toMatchObject({ change: { policies: [null, 'Precious'] } })
  await expect(
    editPolicy(
      system,
      before.uid,
      policy('Precious', { conditions: { tags: ['platin'] } }),
      before.changedAt,
    ),
  ).rejects.toThrow(Conflict)
})

test('a ticket comes under the policy of the tag that it bears after a merge', async () => {
  const ticket = await tagged('express')
  await tagged('fast')
  await createPolicy(
    system,
    policy('Fast', {
      conditions: { tags: ['fast'] },
      targets: { low: { resolution: 2 * 3600 }, medium: {}, high: {}, urgent: {} },
    }),
  )
  expect(await due(ticket)).not.toBe(2)
  await mergeTags(system, 'express', 'fast')
  const jobs = await db.execute(
    sql`select key from graphile_worker.jobs where key like 'sla-reconsider:merge:%'`,
  )
  expect(jobs).toHaveLength(2)
  await reconsiderAll({ because: 'merge', actorId: null })
  expect(await due(ticket)).toBe(2)
  const [entry] = await db.execute(sql`
    select reason from sla_ledger where ticket_id = ${ticket.id} and kind = 'retargeted'`)
  expect(entry).toMatchObject({ reason: 'merge' })
})

test('history is read by what a tag is called now', async () => {
  await tagged('quick')
  const [old] = await db.execute<{ id: number }>(
    sql`select max(id) as id from events where kind = 'ticket.tagged'`,
  )
  await renameTag(system, 'quick', 'swift')
  await tagged('rapid', 'quick')
  await mergeTags(system, 'swift', 'rapid')
  const keyOf = async (name: string) =>
    (await db.execute<{ id: number }>(sql`select id from tags where name = ${name}`))[0]?.id
  const keysOf = await pastTagKeys()
  expect(keysOf('gone, quick', old?.id ?? 0)).toEqual([await keyOf('rapid')])
  expect(keysOf('quick', (old?.id ?? 0) + 1_000)).toEqual([await keyOf('quick')])
})

test('a tag is not merged into itself, into nothing, or twice', async () => {
  await tagged('left', 'right')
  await expect(mergeTags(system, 'left', ' LEFT ')).rejects.toMatchObject({ field: 'into' })
  await expect(mergeTags(system, 'left', 'nowhere')).rejects.toMatchObject({ field: 'into' })
  await expect(mergeTags(system, 'nowhere', 'left')).rejects.toThrow(Missing)
  await mergeTags(system, 'left', 'right')
  await expect(mergeTags(system, 'left', 'right')).rejects.toThrow(Missing)
})

test('of merges in a circle at once, one tag is left with all tickets', async () => {
  const ring = ['earth', 'water', 'fire']
  const tickets = await Promise.all(ring.map((name) => tagged(name)))
  const answers = await Promise.allSettled(
    ring.map((name, index) => mergeTags(system, name, ring[(index + 1) % 3] ?? '')),
  )
  expect(rejected(answers)).toHaveLength(1)
  const left = await Promise.all(tickets.map(borneBy))
  expect(new Set(left.flat()).size).toBe(1)
  expect(left.every((names) => names.length === 1)).toBe(true)
})

test('a ticket that is tagged while its tag is merged bears the other, or the one made anew', async () => {
  for (let round = 0; round < 5; round++) {
    const [from, to] = [`from-${round}`, `to-${round}`]
    const [known, fresh] = [await tagged(from), await tagged(to)]
    await Promise.all([
      mergeTags(system, from, to),
      tag(ana, known, { add: ['more'] }),
      tag(ana, fresh, { add: [from], remove: ['nothing'] }),
    ])
    expect(await borneBy(known)).toEqual(['more', to])
    expect(await borneBy(fresh)).toContain(to)
  }
})

test('a tag that nobody uses is deleted; one in use is not, and the words say by whom', async () => {
  const ticket = await tagged('slow')
  await createPolicy(system, policy('Slow', { steps: putsOn('slow'), conditions: { channels: ['api'] } }))
  await expect(deleteTag(system, 'slow')).rejects.toThrow(/1 ticket bears it, the policy “Slow” names it/)
  await tag(ana, ticket, { remove: ['slow'], add: ['once'] })
  await expect(deleteTag(system, 'slow')).rejects.toThrow(/the policy “Slow” names it/)
  await tag(ana, ticket, { remove: ['once'] })
  await deleteTag(system, 'once')
  await expect(deleteTag(system, 'once')).rejects.toThrow(Missing)
  expect(await lastEvent('tag.deleted')).toMatchObject({ change: { tag: ['once', null] } })
})

test('a tag that a canned reply adds is no unused one', async () => {
  await tagged('by-hand')
  const { uid } = await createCanned(ana, {
    name: 'Adds it',
    shortcut: null,
    body: '',
    scope: 'personal',
    actions: [{ do: 'tag', to: 'by-macro' }],
  })
  const unused = async () => (await tagPage(system, { q: 'by-', unused: true })).rows.map(({ name }) => name)
  await expect(deleteTag(system, 'by-macro')).rejects.toThrow(/in use: 1 canned reply adds it\./)
  expect(await unused()).toEqual([])
  await deleteCanned(ana, uid)
  expect(await unused()).toEqual(['by-macro'])
  await deleteTag(system, 'by-macro')
})

test('a tag that is deleted while it is put on a ticket is on it all the same', async () => {
  for (let round = 0; round < 5; round++) {
    const [name, ticket] = [`brief-${round}`, await tagged()]
    const other = await tagged(name)
    await tag(ana, other, { remove: [name] })
    await Promise.allSettled([deleteTag(system, name), tag(ana, ticket, { add: [name] })])
    expect(await borneBy(ticket)).toEqual([name])
  }
})

test('tags are read a page at a time, forwards and back, by letters, or the unused ones', async () => {
  await tagged(...Array.from({ length: 20 }, (_, index) => `page-a${String(index).padStart(2, '0')}`))
  await tagged(...Array.from({ length: 20 }, (_, index) => `page-b${String(index).padStart(2, '0')}`))
  await tagged(...Array.from({ length: 15 }, (_, index) => `page-c${String(index).padStart(2, '0')}`))
  const first = await tagPage(system, { q: 'Page' })
  expect(first.rows).toHaveLength(50)
  expect(first.previous).toBeNull()
  const second = await tagPage(system, { q: 'page', after: first.next ?? '' })
  expect([second.rows.length, second.next]).toEqual([5, null])
  const back = await tagPage(system, { q: 'page', before: second.previous ?? '' })
  expect(back.rows.map(({ name }) => name)).toEqual(first.rows.map(({ name }) => name))
  expect(back.previous).toBeNull()
  expect((await tagPage(system, { q: 'page_a' })).rows).toEqual([])
  expect((await tagPage(system, { q: '%' })).rows).toEqual([])
  const ticket = await tagged('zz-lonely')
  await tag(ana, ticket, { remove: ['zz-lonely'] })
  const unused = (await tagPage(system, { unused: true })).rows.map(({ name }) => name)
  expect(unused).toContain('zz-lonely')
  expect(unused).not.toContain('page-a00')
})
