import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { calmly } from './calm'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('many calls are one run, soon after the first', async () => {
  const work = vi.fn()
  const { call } = calmly(work, { wait: 200, rest: 2_000 })
  for (let count = 0; count < 10; count++) {
    call()
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(work).toHaveBeenCalledTimes(0)
  await vi.advanceTimersByTimeAsync(100)
  expect(work).toHaveBeenCalledTimes(1)
})

test('the next run comes after a rest, and none without a call', async () => {
  const work = vi.fn()
  const { call } = calmly(work, { wait: 200, rest: 2_000 })
  call()
  await vi.advanceTimersByTimeAsync(300)
  call()
  await vi.advanceTimersByTimeAsync(1_800)
  expect(work).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(work).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('what is called for during a run runs after it, not beside it', async () => {
  const runs: PromiseWithResolvers<void>[] = []
  const work = vi.fn(() => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  })
  const { call } = calmly(work, { wait: 10, rest: 100 })
  call()
  await vi.advanceTimersByTimeAsync(10)
  call()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(work).toHaveBeenCalledTimes(1)
  runs[0]?.resolve()
  await vi.advanceTimersByTimeAsync(100)
  expect(work).toHaveBeenCalledTimes(2)
})

test('a stop forgets what was called for', async () => {
  const work = vi.fn()
  const { call, stop } = calmly(work, { wait: 10, rest: 100 })
  call()
  stop()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(work).not.toHaveBeenCalled()
})

test('a run that does not get through is made again, later and later, and after five of them only by a call', async () => {
  const runs: number[] = []
  const work = vi.fn(() => {
    runs.push(performance.now())
    return Promise.resolve(false)
  })
  const { call } = calmly(work, { wait: 10, rest: 100 })
  call()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(work).toHaveBeenCalledTimes(6)
  const pauses = runs.slice(1).map((at, place) => at - (runs[place] ?? 0))
  for (const [place, pause] of pauses.entries())
    expect(pause).toBeGreaterThanOrEqual(Math.min(15_000, 1_000 * 2 ** place))
  call()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(work).toHaveBeenCalledTimes(7)
})

test('what is called for while a run waits to be made again makes none of its own', async () => {
  const work = vi.fn((): unknown => false)
  const { call } = calmly(work, { wait: 10, rest: 100 })
  call()
  await vi.advanceTimersByTimeAsync(10)
  for (let count = 0; count < 9; count++) {
    call()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(work).toHaveBeenCalledTimes(1)
  work.mockReturnValue(true)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('nor is it made again after a stop', async () => {
  const run = Promise.withResolvers<false>()
  const work = vi.fn(() => run.promise)
  const { call, stop } = calmly(work, { wait: 10, rest: 100 })
  call()
  await vi.advanceTimersByTimeAsync(10)
  stop()
  run.resolve(false)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(work).toHaveBeenCalledTimes(1)
})
