import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { drafts } from '@/db/schema'
import type { MacroAction } from '@/lib/canned/action'
import { Missing } from '@/lib/errors'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import type { DraftToSave, WritingMode } from './draft'
import { draftsOf } from './find'
import { draftToSave } from './form'
import { pruneDrafts } from './prune'
import { DraftMovedOn, saveDraft } from './save'

const desk = async () => {
  const [ana, carla] = [await agent('Ana Agent'), await customer()]
  return { ana, ticket: await make().for(carla.id).subject('It broke').description('Help').create() }
}

const actions: readonly MacroAction[] = [{ do: 'priority', to: 'high' }]

type Desk = Awaited<ReturnType<typeof desk>>

/** A window with a form in it: saves, and knows what it has seen, as the page does. */
function openWindow({ ana, ticket }: Desk, mode: WritingMode = 'reply', seen: string | null = null) {
  const submission = randomUUID()
  let turn = 0
  let known = seen
  const save = async (body: string, more: Partial<DraftToSave> = {}) => {
    turn += 1
    const draft = { mode, body, becomes: null, submission, turn, seen: known, ...more }
    const { version } = await saveDraft(ana, ticket.refid, draft)
    known = version
    return version
  }
  return { save, submission, version: () => known }
}

const kept = async ({ ana, ticket }: Desk) => {
  const { reply, note: noted } = await draftsOf(ana, ticket.refid)
  return { reply: reply?.body, note: noted?.body }
}

test('a draft is there for its writer in every browser, reply and note apart, and for nobody else', async () => {
  const here = await desk()
  await openWindow(here, 'reply').save('For you ', { becomes: 'resolved' })
  await openWindow(here, 'note').save('Between us')
  expect(await kept(here)).toEqual({ reply: 'For you ', note: 'Between us' })
  expect((await draftsOf(here.ana, here.ticket.refid)).reply?.becomes).toBe('resolved')
  expect(await draftsOf(await agent('Ben Beside'), here.ticket.refid)).toEqual({ reply: null, note: null })
})

test('saves of one window that arrive in the wrong order leave the last one', async () => {
  const here = await desk()
  const { save } = openWindow(here)
  await save('One')
  await save('One two', { turn: 3 })
  await save('One t', { turn: 2 })
  expect((await kept(here)).reply).toBe('One two')
  await save('', { turn: 5 })
  await save('One two three', { turn: 4 })
  expect((await kept(here)).reply).toBeUndefined()
})

test('of two windows the newer wins and the older is told what it says, not overwritten', async () => {
  const here = await desk()
  const old = openWindow(here)
  await old.save('Old')
  const fresh = openWindow(here, 'reply', old.version())
  await fresh.save('Old, and new')
  await expect(old.save('Older still')).rejects.toMatchObject({ present: { body: 'Old, and new' } })
  expect((await kept(here)).reply).toBe('Old, and new')
  await old.save('Mine all the same', { seen: fresh.version() })
  expect((await kept(here)).reply).toBe('Mine all the same')
})

test('of two windows that begin at the same moment one is kept and the other told', async () => {
  const here = await desk()
  const answers = await Promise.allSettled([openWindow(here).save('Left'), openWindow(here).save('Right')])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: expect.any(DraftMovedOn),
  })
})

test('a macro without words is begun, and no window that has not seen it takes its place', async () => {
  const here = await desk()
  const { save, version } = openWindow(here)
  await save('', { actions })
  expect((await draftsOf(here.ana, here.ticket.refid)).reply).toMatchObject({ body: '', actions })
  await expect(openWindow(here).save('Unseen')).rejects.toMatchObject({ present: { actions } })
  await openWindow(here, 'reply', version()).save('')
  expect((await draftsOf(here.ana, here.ticket.refid)).reply).toBeNull()
})

test.each([
  'reply',
  'note',
] as const)('a %s takes its draft with it, and no save brings it back', async (mode) => {
  const here = await desk()
  const other = mode === 'reply' ? 'note' : 'reply'
  await openWindow(here, other).save('Stays')
  const { save, submission, version } = openWindow(here, mode)
  await save('Sent')
  const written = { body: 'Sent', channel: 'agent', submission, draft: version() ?? '' } as const
  await (mode === 'reply' ? answer : note)(here.ana, here.ticket, written)
  await expect(save('Sent, and late')).rejects.toMatchObject({ present: null })
  await expect(save('The very first', { turn: 1, seen: null })).rejects.toMatchObject({ present: null })
  expect(await kept(here)).toEqual({ reply: undefined, note: undefined, [other]: 'Stays' })
})

test('a save that is written while its message is being sent is no draft any more', async () => {
  const here = await desk()
  const { save, submission } = openWindow(here)
  const answers = await Promise.allSettled([
    answer(here.ana, here.ticket, { body: 'Sent', channel: 'agent', submission }),
    save('Sen'),
    save('Sent'),
  ])
  expect(answers[0]?.status).toBe('fulfilled')
  expect((await kept(here)).reply).toBeUndefined()
})

test('a message takes only the draft that it was: what another window wrote since stays', async () => {
  const here = await desk()
  const old = openWindow(here)
  await old.save('Old')
  const seen = old.version() ?? ''
  const fresh = openWindow(here, 'reply', seen)
  await fresh.save('New')
  await answer(here.ana, here.ticket, {
    body: 'Old',
    channel: 'agent',
    submission: old.submission,
    draft: seen,
  })
  expect((await kept(here)).reply).toBe('New')
})

test('what another window has sent, a window that goes on is told of', async () => {
  const here = await desk()
  const first = openWindow(here)
  await first.save('Hello')
  const second = openWindow(here, 'reply', first.version())
  const { submission } = first
  await answer(here.ana, here.ticket, { body: 'Hello', channel: 'agent', submission })
  await expect(second.save('Hello again')).rejects.toMatchObject({ present: null })
  await second.save('Something else', { seen: null })
  expect((await kept(here)).reply).toBe('Something else')
})

test('a reply by the library leaves the drafts alone', async () => {
  const here = await desk()
  await openWindow(here).save('Still thinking')
  await answer(here.ana, here.ticket, { body: 'Short answer', channel: 'api' })
  expect((await kept(here)).reply).toBe('Still thinking')
})

test('a ticket that is not there takes no draft', async () => {
  const { ana } = await desk()
  const draft = {
    mode: 'note',
    body: 'x',
    becomes: null,
    submission: randomUUID(),
    turn: 1,
    seen: null,
  } as const
  await expect(saveDraft(ana, 'SUP-00000000', draft)).rejects.toThrow(Missing)
})

test.each([
  ['too long a text', { body: 'x'.repeat(50_001) }, '50,001 characters'],
  ['a NUL', { body: 'a\0b' }, 'NUL'],
  ['half a character', { body: 'a\ud800' }, 'surrogate'],
  ['no text', { body: 7 }, 'missing'],
  ['nobody who writes', { writer: undefined }, ''],
  ['another status', { becomes: 'closed' }, ''],
  ['a NUL for a name', { actions: [{ do: 'assign', to: 'a\0' }] }, 'nothing of this name'],
  ['half a character for a name', { actions: [{ do: 'category', to: '\ud800' }] }, 'nothing of this name'],
  ['no turn', { turn: 0 }, ''],
  ['no version', { seen: "' or true --" }, 'version'],
])('%s is refused with words', (_, wrong, words) => {
  const good = {
    mode: 'reply',
    writer: 'ana@example.test',
    body: ' a\n',
    becomes: 'open',
    submission: randomUUID(),
    turn: 1,
    seen: null,
  }
  expect(draftToSave.parse(good)).toEqual(good)
  expect(draftToSave.safeParse({ ...good, ...wrong }).error?.issues[0]?.message).toContain(words)
})

test('what is left of taken-back drafts goes after a day; words and macros stay', async () => {
  const [one, other, third] = [await desk(), await desk(), await desk()]
  const empty = openWindow(one)
  await empty.save('')
  await openWindow(third).save('', { actions })
  await openWindow(other).save('Words')
  await db.update(drafts).set({ savedAt: sql`now() - interval '2 days'` })
  await pruneDrafts()
  const left = await db.select({ submission: drafts.submission }).from(drafts)
  expect(left.map(({ submission }) => submission)).not.toContain(empty.submission)
  expect((await draftsOf(third.ana, third.ticket.refid)).reply).toMatchObject({ actions })
  expect((await kept(other)).reply).toBe('Words')
})
