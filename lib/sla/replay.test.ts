import { expect, test } from 'vitest'
import { type Past, replay, type Story } from './replay'
import { always, hour, march, onePolicy } from './testing'

const rules = onePolicy({ targets: always({ resolution: 8 * hour }) })

const filed: Omit<Story, 'past'> = {
  id: 1,
  refid: 'SUP-00000001',
  filedAt: march(2, '09:00'),
  by: 'customer',
  channel: 'portal',
  priority: 'medium',
  categoryId: null,
  organizationId: null,
}

const replayed = (...past: readonly Past[]) => replay({ ...filed, past }, rules, march(3, '09:00'))

test('a reopening that was taken back leaves the resolution as it was, and the promise after it void', () => {
  const clocks = replayed(
    { kind: 'status', at: march(2, '10:00'), to: 'resolved' },
    { kind: 'status', at: march(2, '11:00'), to: 'open' },
    { kind: 'taken_back', at: march(2, '12:00'), to: 'resolved' },
  )
  expect(clocks).toMatchObject([
    { instance: 1, outcome: 'met', endedAt: march(2, '10:00') },
    { instance: 2, outcome: 'voided' },
  ])
})

test('a closing that was taken back happened to no clock, and the resolution is of its own moment', () => {
  const closed: readonly Past[] = [
    { kind: 'status', at: march(2, '10:00'), to: 'resolved' },
    { kind: 'status', at: march(2, '11:00'), to: 'closed' },
    { kind: 'status', at: march(2, '12:00'), to: 'resolved' },
  ]
  const met = { target: 'resolution', instance: 1, outcome: 'met', endedAt: march(2, '10:00') }
  expect(replayed(...closed)).toMatchObject([met])
  const takenBack = replayed(...closed, { kind: 'taken_back', at: march(2, '13:00'), to: 'open' })
  expect(takenBack).toMatchObject([{ instance: 1, outcome: null, dueAt: march(2, '17:00') }])
})
