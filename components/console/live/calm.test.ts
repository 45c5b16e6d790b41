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
