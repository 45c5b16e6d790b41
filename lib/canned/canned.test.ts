import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events } from '@/db/schema'
import { createCategory } from '@/lib/categories/create'
import { editCategory } from '@/lib/categories/edit'
import { Conflict, Missing, Refused } from '@/lib/errors'
import { mergeTags } from '@/lib/tags/merge'
import { renameTag } from '@/lib/tags/rename'
import { createTeam } from '@/lib/teams/create'
import { retireTeam } from '@/lib/teams/retire'
import { agent } from '@/lib/testing/people'
import { isAdmin, system } from '@/lib/viewer'
import type { MacroAction } from './action'
import { matching, type NewCanned, seen } from './canned'
import { createCanned } from './create'
import { deleteCanned } from './delete'
import { editCanned } from './edit'
import { cannedAtHand, cannedByUid, cannedList } from './find'
import { postedActions } from './form'

let count = 0
const canned = (more: Partial<NewCanned> = {}): NewCanned => {
  count += 1
  return { name: `Reply ${count}`, shortcut: null, body: 'Hello', actions: [], scope: 'personal', ...more }
}

const desk = async () => {
  const [ana, ben, sam] = [
    await agent('Ana Agent'),
    await agent('Ben Beside'),
    await agent('Sam Super', 'supervisor'),
  ]
  const team = await createTeam(system, { name: `Team ${crypto.randomUUID()}`, members: [ana.email] })
  return { ana, ben, sam, team }
}

const uids = async (of: Promise<readonly { readonly uid: string }[]>) => (await of).map(({ uid }) => uid)

test('one’s own is seen by nobody else, a team’s by its members, everyone’s by all', async () => {
  const { ana, ben, sam, team } = await desk()
  const own = await createCanned(ana, canned())
  const ours = await createCanned(ana, canned({ scope: team.uid }))
  const all = await createCanned(sam, canned({ scope: 'everyone' }))

  expect(await uids(cannedAtHand(ana))).toEqual(expect.arrayContaining([own.uid, ours.uid, all.uid]))
  const bens = await uids(cannedAtHand(ben))
  expect(bens).toContain(all.uid)
  expect(bens).not.toContain(own.uid)
  expect(bens).not.toContain(ours.uid)
  // A supervisor looks after what teams have, and does not write with it.
  expect(await uids(cannedList(sam))).toContain(ours.uid)
  expect(await uids(cannedAtHand(sam))).not.toContain(ours.uid)
  expect(await uids(cannedList(sam))).not.toContain(own.uid)

  await expect(cannedByUid(ben, own.uid)).rejects.toThrow(Missing)
  await expect(cannedByUid(sam, own.uid)).rejects.toThrow(Missing)
  await expect(cannedByUid(ben, ours.uid)).rejects.toThrow(Missing)
  await expect(cannedByUid(ben, 'no uid')).rejects.toThrow(Missing)
})

test('what is not theirs to change nobody changes, deletes, or gives to others', async () => {
  const { ana, ben, sam, team } = await desk()
  const own = await createCanned(ana, canned())
  const all = await createCanned(sam, canned({ scope: 'everyone' }))
  for (const uid of [own.uid, all.uid]) {
    await expect(editCanned(ben, uid, canned())).rejects.toThrow(Missing)
    await expect(deleteCanned(ben, uid)).rejects.toThrow(Missing)
  }
  await expect(createCanned(ana, canned({ scope: 'everyone' }))).rejects.toMatchObject({ field: 'scope' })
  await expect(editCanned(ana, own.uid, canned({ scope: 'everyone' }))).rejects.toMatchObject({
    field: 'scope',
  })
  await expect(createCanned(ben, canned({ scope: team.uid }))).rejects.toMatchObject({ field: 'scope' })
  await expect(createCanned(ana, canned({ scope: crypto.randomUUID() }))).rejects.toMatchObject({
    field: 'scope',
  })

  const ours = await editCanned(ana, own.uid, canned({ scope: team.uid, body: 'Ours' }))
  expect(ours).toMatchObject({ scope: team.uid, team: team.name, body: 'Ours' })
  await deleteCanned(sam, ours.uid)
  await expect(cannedByUid(ana, ours.uid)).rejects.toThrow(Missing)
})

test('a shortcut is one of its owner, and who comes second to a change is told', async () => {
  const { ana, ben, team } = await desk()
  const first = await createCanned(ana, canned({ shortcut: 'hi' }))
  await createCanned(ben, canned({ shortcut: 'hi' }))
  await createCanned(ana, canned({ shortcut: 'hi', scope: team.uid }))
  await expect(createCanned(ana, canned({ shortcut: 'hi' }))).rejects.toMatchObject({ field: 'shortcut' })
  const second = await createCanned(ana, canned({ shortcut: 'ho' }))
  await expect(editCanned(ana, second.uid, canned({ shortcut: 'hi' }))).rejects.toMatchObject({
    field: 'shortcut',
  })

  const saw = seen(first)
  await editCanned(ana, first.uid, { ...first, body: 'Newer' }, saw)
  await expect(editCanned(ana, first.uid, { ...first, body: 'Older' }, saw)).rejects.toThrow(Conflict)
})

test('it says or does something, with what is there to name', async () => {
  const { ana } = await desk()
  const gone = await createTeam(system, { name: `Gone ${crypto.randomUUID()}`, members: [] })
  await retireTeam(system, gone.uid)
  await expect(createCanned(ana, canned({ body: '' }))).rejects.toThrow(Refused)
  const wrong: readonly (readonly [MacroAction, string])[] = [
    [{ do: 'team', to: gone.uid }, 'team'],
    [{ do: 'assign', to: 'nobody@nowhere.test' }, 'assign'],
    [{ do: 'category', to: 'no-such-category' }, 'category'],
  ]
  for (const [action, field] of wrong)
    await expect(createCanned(ana, canned({ actions: [action] }))).rejects.toMatchObject({ field })
})

test('macros follow tags and categories that are called otherwise', async () => {
  const [ana, admin] = [await agent(), await agent('Ada Admin', 'admin')]
  if (!isAdmin(admin)) throw new Error('no admin')
  const [one, two, three] = [1, 2, 3].map((place) => `tag-${place}-${crypto.randomUUID().slice(0, 8)}`)
  if (!one || !two || !three) throw new Error('no tags')
  const category = await createCategory(system, { name: `Cat ${crypto.randomUUID()}` })
  const macro = await createCanned(
    ana,
    canned({
      actions: [
        { do: 'category', to: category.slug },
        { do: 'tag', to: one },
        { do: 'untag', to: one },
        { do: 'tag', to: three },
      ],
    }),
  )
  await renameTag(system, one, two)
  await mergeTags(system, two, three)
  await editCategory(admin, category.slug, { ...category, slug: `${category.slug.slice(0, 50)}-new` })
  expect((await cannedByUid(ana, macro.uid)).actions).toEqual([
    { do: 'category', to: `${category.slug.slice(0, 50)}-new` },
    { do: 'tag', to: three },
    { do: 'untag', to: three },
    { do: 'tag', to: three },
  ])
})

test('history tells of what others have, and of nobody’s own', async () => {
  const { ana, team } = await desk()
  const own = await createCanned(ana, canned({ name: `Own ${crypto.randomUUID()}` }))
  await editCanned(ana, own.uid, { ...own, body: 'Other' })
  const told = () =>
    db.select({ kind: events.kind, change: events.change }).from(events).where(eq(events.actorId, ana.id))
  expect(await told()).toEqual([])
  await editCanned(ana, own.uid, { ...own, scope: team.uid })
  await deleteCanned(ana, own.uid)
  expect(await told()).toEqual([
    { kind: 'canned_reply.changed', change: { name: [null, own.name], for: [ana.name, team.name] } },
    { kind: 'canned_reply.deleted', change: { name: [own.name, null], for: [team.name, null] } },
  ])
})

test('the likeliest comes first while somebody types', () => {
  const replies = [
    { name: 'Refund on its way', shortcut: 'refund', body: 'Money' },
    { name: 'Our address', shortcut: 'ref', body: 'Somewhere' },
    { name: 'Référence', shortcut: null, body: 'Number' },
    { name: 'Other', shortcut: null, body: 'We refund it all' },
  ]
  const found = (typed: string) => matching(replies, typed).map(({ name }) => name)
  expect(found('ref')).toEqual(['Our address', 'Refund on its way', 'Référence', 'Other'])
  expect(found('refund all')).toEqual(['Other'])
  expect(found('')).toHaveLength(4)
  expect(found('nothing')).toEqual([])
})

test.each([
  'no json',
  '{}',
  '[{"do":"delete","to":"x"}]',
  '[{"do":"status","to":"gone"}]',
  '[{"do":"assign"}]',
  '[{"do":"status","to":"open"},{"do":"status","to":"closed"}]',
  '[{"do":"note","to":"{{the date}}"}]',
  JSON.stringify(Array.from({ length: 99 }, (_, place) => ({ do: 'tag', to: `t${place}` }))),
])('actions that nobody can do are not read: %s', (text) => {
  expect(postedActions.safeParse(text).success).toBe(false)
})
