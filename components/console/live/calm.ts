import { retryAfter } from './line'

interface Calm {
  /** Milliseconds to wait for more of the same. */
  readonly wait: number
  /** The least time from one run to the next. */
  readonly rest: number
}

/** In a row. After that only a call makes another. */
const retries = 5

/**
 * Runs `work` soon after it is called for, once for many calls, and never before the last run is over. Where it answers
 * false it has not got through, and is run again after a while, later and later. `stop` forgets what was called for.
 */
export function calmly(work: () => unknown, { wait, rest }: Calm) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = Number.NEGATIVE_INFINITY
  let running = false
  let stopped = false
  let again = false
  let failures = 0

  const runIn = (milliseconds: number) => {
    timer = setTimeout(() => void run(), milliseconds)
  }
  const run = async () => {
    timer = undefined
    running = true
    let answer: unknown
    try {
      answer = await work()
    } finally {
      running = false
      ended = performance.now()
      failures = answer === false ? failures + 1 : 0
      if (!stopped && failures > 0 && failures <= retries) runIn(retryAfter(failures))
      else if (again) call()
    }
  }
  const call = () => {
    stopped = false
    again = running
    if (running || timer !== undefined) return
    runIn(Math.max(wait, ended + rest - performance.now()))
  }
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    stopped = true
    again = false
  }
  return { call, stop }
}
