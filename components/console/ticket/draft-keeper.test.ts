import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft, DraftToSave } from '@/lib/drafts/draft'
import type { Copy } from './draft-copy'
import { type DraftStanding, keepDraft, type Text } from './draft-keeper'
import type { Posted } from './draft-post'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const written = (body: string): Text => ({ body, becomes: null, actions: [] })

/** A field of a page, what the server says of each draft, and what the browser keeps. */
function desk(
  answer: (draft: DraftToSave) => Posted,
  fetch: () => Promise<Draft | null | undefined> = async () => null,
) {
  let field = written('')
  let begun = 0
  const kept: { copy: Copy | null } = { copy: null }
  const posted: DraftToSave[] = []
  const stood: DraftStanding[] = []
  const submissions: string[] = []
  const keeper = keepDraft({
    mode: 'reply',
    begin: () => {
      begun += 1
      submissions.push(`form ${begun}`)
      return `form ${begun}`
    },
    initial: null,
    known: undefined,
    read: () => field,
    write: (text) => {
      field = text
    },
    post: async (draft) => {
      posted.push(draft)
      return answer(draft)
    },
    fetch,
    copy: {
      remember: (copy) => {
        kept.copy = copy
      },
      recall: () => kept.copy,
      forget: () => {
        kept.copy = null
      },
    },
    tell: (standing) => stood.push(standing),
  })
  keeper.begin()
  const choose = (actions: Text['actions']) => {
    field = { ...field, actions }
    keeper.changed()
  }
  const type = (body: string) => {
    field = written(body)
    keeper.changed()
  }
  return {
    keeper,
    kept,
    posted,
    stood,
    submissions,
    type,
    choose,
    field: () => field.body,
    text: () => field,
  }
}

const saved = ({ submission, turn }: DraftToSave): Posted => ({
  is: 'saved',
  version: `${submission}/${turn}`,
})
const signedOut = (): Posted => ({ is: 'signed out', words: 'You are signed out.' })
const aMinute = () => vi.advanceTimersByTimeAsync(60_000)

test('what is sent before it was saved stays in the browser if the page is left and it is refused', async () => {
  const { keeper, kept, type, posted } = desk(saved)
  type('The last words')
  keeper.sending('The last words')
  keeper.close()
  await aMinute()
  expect(kept.copy).toMatchObject({ body: 'The last words', seen: null })
  expect(posted).toEqual([])
})

test('a copy of what was being saved while it was sent goes on from what the server has', async () => {
  const { keeper, kept, type } = desk(saved)
  type('Nearly')
  keeper.flush()
  keeper.sending('Nearly')
  keeper.close()
  await aMinute()
  expect(kept.copy).toMatchObject({ body: 'Nearly', seen: 'form 1/1' })
})

test('what has arrived after the page was left is forgotten, but for what was typed since', async () => {
  const { keeper, kept, type, posted } = desk(saved)
  type('Hello')
  keeper.sending('Hello')
  keeper.close()
  keeper.sent()
  expect(kept.copy).toBeNull()
  expect(posted).toEqual([])

  const other = desk(saved)
  other.type('Hello')
  other.keeper.sending('Hello')
  other.type('Hello, and more')
  other.keeper.close()
  expect(other.kept.copy?.body).toBe('Hello, and more')
  other.keeper.sent()
  await aMinute()
  expect(other.posted).toMatchObject([{ body: ', and more', submission: 'form 2', seen: null }])
})

test('a message that was refused leaves no copy of what the server has', async () => {
  const { keeper, kept, type } = desk(saved)
  type('Saved long ago')
  await aMinute()
  keeper.sending('Saved long ago')
  keeper.refused()
  await aMinute()
  expect(kept.copy).toBeNull()
})

test('whoever is signed out is not spoken for after the page is left', async () => {
  const { keeper, kept, type, posted } = desk(signedOut)
  type('Written by Ana')
  await aMinute()
  const whileOpen = posted.length
  expect(whileOpen).toBeGreaterThan(1)
  keeper.close()
  await aMinute()
  expect(posted).toHaveLength(whileOpen + 1)
  expect(kept.copy?.body).toBe('Written by Ana')
})

test('what is kept after another window has sent begins a new submission, which the form is told', async () => {
  const { keeper, type, posted, stood, submissions } = desk((draft) =>
    draft.submission === 'form 1' ? { is: 'elsewhere', theirs: null } : saved(draft),
  )
  type('Another thing')
  await aMinute()
  expect(stood.at(-1)).toEqual({ is: 'elsewhere', theirs: null })
  keeper.keepMine()
  await aMinute()
  expect(stood.at(-1)).toEqual({ is: 'saved' })
  expect(submissions).toEqual(['form 1', 'form 2'])
  expect(posted.at(-1)).toMatchObject({ submission: 'form 2', turn: 1, seen: null })
})

test('what was saved while the browser looked for something newer is newer than what it finds', async () => {
  const { promise: found, resolve: find } = Promise.withResolvers<null>()
  const { keeper, type, field, posted } = desk(saved, () => found)
  const looking = keeper.look()
  type('Typed meanwhile')
  await aMinute()
  expect(posted).toHaveLength(1)
  find(null)
  await looking
  expect(field()).toBe('Typed meanwhile')
})

test('a macro without words is saved; a field that was only looked at is not', async () => {
  const { choose, type, posted, stood } = desk(saved)
  type('')
  await aMinute()
  expect(posted).toEqual([])
  choose([{ do: 'priority', to: 'high' }])
  await aMinute()
  expect(posted).toMatchObject([{ body: '', actions: [{ do: 'priority', to: 'high' }] }])
  expect(stood.at(-1)).toEqual({ is: 'saved' })
})

test('a macro that was chosen here is not lost to what another window wrote', async () => {
  const theirs = { ...written('From there'), version: 'other/1', savedAt: '2026-11-27T09:00:00.000Z' }
  const { choose, stood, text } = desk(() => ({ is: 'elsewhere', theirs }))
  choose([{ do: 'priority', to: 'high' }])
  await aMinute()
  expect(stood.at(-1)).toEqual({ is: 'elsewhere', theirs })
  expect(text().actions).toHaveLength(1)
})
