import { expect, test } from 'vitest'
import { inTime } from './in-time'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const entry = (kind: string, time: string, recorded = time) => ({
  kind,
  at: at(time),
  recordedAt: at(recorded),
})
const kinds = (...ledger: readonly ReturnType<typeof entry>[]) => inTime(ledger).map(({ kind }) => kind)

test('a step that was written behind the answer stands before it', () => {
  expect(kinds(entry('started', '08:00'), entry('met', '15:53'), entry('escalated', '15:05'))).toEqual([
    'started',
    'escalated',
    'met',
  ])
})

test('all else stays as it was written: a breach by a new target is behind the change that has set it', () => {
  const ledger = [
    entry('started', '08:00'),
    entry('escalated', '09:00'),
    entry('retargeted', '12:00'),
    entry('breached', '10:00', '12:00'),
    // Noticed late, in one go.
    entry('escalated', '12:30', '14:00'),
    entry('breached', '13:00', '14:00'),
  ]
  expect(inTime(ledger)).toEqual(ledger)
})
