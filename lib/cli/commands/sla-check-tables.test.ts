import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommandLine } from '../run'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskwell-tables-'))
})
afterEach(() => rm(folder, { recursive: true }))

const save = (name: string, document: unknown) =>
  writeFile(join(folder, name), typeof document === 'string' ? document : JSON.stringify(document))
const run = async (...words: readonly string[]) => runCommandLine(['sla:check-tables', folder, ...words])

const calendar = {
  timezone: 'Europe/Madrid',
  weekly: { mon: [['9:00', '17:00:30']], Tuesday: [['09:00', '17:00']] },
}
const add = (more: Readonly<Record<string, unknown>>) => ({
  id: 'ours',
  op: 'add',
  calendar,
  start: '2026-11-02 10:00',
  amount_seconds: 3600,
  expected: '2026-11-02T11:00:00+01:00',
  ...more,
})

/** What came of one case. */
async function outcome(one: unknown) {
  await save('one.json', { cases: [one] })
  const { code, stdout } = await run('--json')
  const { checked, held, failures } = JSON.parse(stdout).tables[0]
  expect(code).toBe(held === checked ? 0 : 1)
  return failures[0] ?? (held === 1 ? 'held' : 'skipped')
}

test.each([
  ['a moment without a zone is on the calendar’s clocks', {}],
  ['an offset says where', { start: '2026-11-02T15:00:00+0600' }],
  ['UTC may be spelled out', { start: '2026-11-02 09:00:00 UTC' }],
  ['fractions are kept', { amount_seconds: 0.25, expected: '2026-11-02T10:00:00.250+01:00' }],
  ['hours end to the second', { amount_seconds: 7 * 3600 + 31, expected: '2026-11-03T09:00:01+01:00' }],
  [
    'the sign says where to, not the direction',
    { direction: 'before', amount_seconds: -1800, expected: '2026-11-02 09:30' },
  ],
  [
    'without a calendar it is time as it passes',
    { calendar: null, start: '2026-11-01T00:00Z', expected: '2026-11-01T01:00Z' },
  ],
  [
    'a holiday goes before special hours',
    {
      calendar: {
        ...calendar,
        holidays: ['2026-11-02'],
        special_hours: { '2026-11-02': [['08:00', '20:00']] },
      },
      expected: '2026-11-03 10:00',
    },
  ],
  [
    'a case may add holidays',
    { options: { holidays: [{ date: '2026-11-02' }] }, expected: '2026-11-03 10:00' },
  ],
  [
    'holidays come every year',
    { calendar: { ...calendar, yearly_holidays: ['11-02'] }, expected: '2026-11-03 10:00' },
  ],
  [
    'as numbers, too',
    { calendar: { ...calendar, yearly_holidays: [{ month: 11, day: 2 }] }, expected: '2026-11-03 10:00' },
  ],
  [
    'a break is no open time',
    {
      calendar: { ...calendar, breaks: { '2026-11-02': [['10:30', '12:00']] } },
      expected: '2026-11-02 12:30',
    },
  ],
  [
    'from midnight to midnight is a whole day',
    {
      calendar: { timezone: 'UTC', weekly: { sun: [['0:00', '0:00']] } },
      start: '2026-11-01T22:00',
      expected: '2026-11-01T23:00',
    },
  ],
])('%s', async (_, more) => {
  expect(await outcome(add(more))).toBe('held')
})

test('elapsed seconds are held as exact as the table is', async () => {
  const elapsed = (expected: number, end: string) =>
    outcome({ id: 7, op: 'elapsed', calendar, start: '2026-11-02T10:00Z', end, expected_seconds: expected })
  expect(await elapsed(1, '2026-11-02T10:00:00.500Z')).toBe('held')
  expect(await elapsed(0.5, '2026-11-02T10:00:00.500Z')).toBe('held')
  expect(await elapsed(-3600, '2026-11-02T09:00Z')).toBe('held')
  expect(await elapsed(2, '2026-11-02T10:00:00.500Z')).toEqual({ id: '7', got: 0.5, expected: 2 })
})

test.each([
  ['a week without hours', { calendar: { timezone: 'UTC', weekly: {} } }],
  ['an impossible time', { calendar: { timezone: 'UTC', weekly: { mon: [['09:00', '18:60']] } } }],
  ['an unknown zone', { calendar: { ...calendar, timezone: 'Europe/Atlantis' } }],
  ['a target of nothing', { amount_seconds: 0 }],
])('%s is refused where the table expects it', async (_, more) => {
  const { expected, ...rest } = add(more)
  expect(await outcome({ ...rest, expected_error: 'invalid' })).toBe('held')
})

test('a calendar that is refused against the table’s expectation is a failure that says why', async () => {
  expect(
    await outcome(add({ calendar: { timezone: 'UTC', weekly: { mon: [['09:00', '18:60']] } } })),
  ).toMatchObject({
    got: 'refused: “18:60” is not a time',
  })
  expect(await outcome(add({ start: 'yesterday' }))).toMatchObject({
    got: 'refused: “yesterday” is not a moment',
  })
  expect(await outcome(add({ expected: undefined }))).toMatchObject({ got: 'unreadable' })
  const { expected, ...rest } = add({})
  expect(await outcome({ ...rest, expected_error: 'invalid' })).toMatchObject({ expected: 'invalid' })
})

test('what is not ours is counted and not checked; a failing case is named', async () => {
  await save('a.json', {
    cases: [
      add({}),
      add({ id: 'theirs', skip_by_default: true, expected: 'nonsense' }),
      add({ op: 'is_open' }),
      { id: 'whole ticket', steps: [] },
    ],
  })
  await save('b.json', { cases: [add({ id: 'wrong', expected: '2026-11-02T12:00:00Z' })] })
  await save('notes.json', { about: 'no table' })
  await save('readme.md', 'no table either')
  const { code, stdout, stderr } = await run()
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['', 'checked', 'held', 'skipped: another rule', 'skipped: another question', 'skipped: needs a ticket'],
    ['a.json', '1', '1', '1', '1', '1'],
    ['b.json', '1', '0', '0', '0', '0'],
    [''],
    ['b.json wrong: got 2026-11-02T10:00:00.000Z, expected 2026-11-02T12:00:00Z'],
    ['2 cases checked, 1 fails'],
  ])
})

test('no folder, no table and no JSON are wrong usage', async () => {
  expect((await run()).code).toBe(2)
  await save('a.json', '[]')
  expect((await run()).stderr).toContain(`There is no table of cases in ${folder}`)
  await save('b.json', '{ "cases": [')
  expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('b.json is not JSON') })
  expect((await runCommandLine(['sla:check-tables'])).code).toBe(2)
  expect((await runCommandLine(['sla:check-tables', folder, folder])).code).toBe(2)
  expect((await runCommandLine(['sla:check-tables', '--all'])).code).toBe(2)
  expect((await runCommandLine(['sla:check-tables', join(folder, 'nowhere')])).code).toBe(2)
})
