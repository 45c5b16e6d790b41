import { expect, test } from 'vitest'
import type { QueueLine } from '../queue/line'
import { withOwnDraft } from './own-drafts'

const line = { refid: 'SUP-00000001', subject: 'One', draft: '/' } as unknown as QueueLine
const begun = (drafts: { readonly reply?: string; readonly note?: string }) =>
  withOwnDraft(line, new Map([[line.refid, drafts]])).draft

test('a line says what is begun now, the reply or else the note', () => {
  expect(begun({ reply: 'Thanks, *done*', note: 'Careful' })).toBe('Thanks, done')
  expect(begun({ reply: '', note: 'Careful' })).toBe('Careful')
})

test('once it is sent the line says nothing of it', () => {
  expect(begun({ reply: '', note: '' })).toBeUndefined()
})

test('of another ticket it says what the list knows', () => {
  expect(withOwnDraft(line, new Map([['SUP-00000002', { reply: 'Hello' }]]))).toBe(line)
})
