import { expect, test, vi } from 'vitest'
import { streamed } from './streamed'

async function* saying(...pieces: readonly string[]) {
  yield* pieces
}

test('pieces are read in their order, and then it has ended once', async () => {
  const ended = vi.fn()
  expect(await new Response(streamed(saying('one ', 'two'), ended)).text()).toBe('one two')
  expect(ended).toHaveBeenCalledTimes(1)
})

test('it has ended for whoever leaves, also before the first piece, and when a piece fails', async () => {
  const ended = vi.fn()
  await streamed(saying('one'), ended).cancel()
  expect(ended).toHaveBeenCalledTimes(1)

  const reader = streamed(saying('one', 'two', 'three'), ended).getReader()
  await reader.read()
  await reader.cancel()
  expect(ended).toHaveBeenCalledTimes(2)

  async function* failing() {
    yield 'one'
    throw new Error('broken')
  }
  await expect(new Response(streamed(failing(), ended)).text()).rejects.toThrow('broken')
  expect(ended).toHaveBeenCalledTimes(3)
})

test('nobody waits for ever for a reader who takes nothing', async () => {
  vi.useFakeTimers()
  try {
    const ended = vi.fn()
    const reader = streamed(saying('one', 'two', 'three'), ended).getReader()
    await vi.advanceTimersByTimeAsync(119_000)
    expect(ended).not.toHaveBeenCalled()
    await reader.read()
    await vi.advanceTimersByTimeAsync(119_000)
    expect(ended).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(ended).toHaveBeenCalledTimes(1)
    await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' })
  } finally {
    vi.useRealTimers()
  }
})
