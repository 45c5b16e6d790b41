import { expect, test } from 'vitest'
import type { QueueLine } from '../queue/line'
import { withOwnDraft } from './own-drafts'

const line = { refid: 'SUP-00000001', subject: 'One', draft: '/' } as unknown as QueueLine
const saved = (body: string) => ({ body, actions: [] })
const begun = (reply: string, note: string) =>
  withOwnDraft(line, new Map([[line.refid, { reply: saved(reply), note: saved(note) }]])).draft

test('a line says what is begun now, the reply or else the note', () => {
  expect(begun('Thanks, *done*', 'Careful')).toBe('Thanks, done')
  expect(begun('', 'Careful')).toBe('Careful')
})

test('once it is sent the line says nothing of it', () => {
  expect(begun('', '')).toBeUndefined()
})

test('of another ticket it says what the list knows', () => {
  expect(withOwnDraft(line, new Map([['SUP-00000002', { reply: saved('Hello') }]]))).toBe(line)
})
