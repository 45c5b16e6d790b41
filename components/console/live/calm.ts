interface Calm {
  /** Milliseconds to wait for more of the same. */
  readonly wait: number
  /** The least time from one run to the next. */
  readonly rest: number
}

/**
 * Runs `work` soon after it is called for, once for many calls, and never before the last run is over. `stop` forgets what
 * was called for.
 */
export function calmly(work: () => unknown, { wait, rest }: Calm) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = Number.NEGATIVE_INFINITY
  let running = false
  let again = false

  const run = async () => {
    timer = undefined
    running = true
    try {
      await work()
    } finally {
      running = false
      ended = performance.now()
      if (again) call()
    }
  }
  const call = () => {
    again = running
    if (running || timer !== undefined) return
    timer = setTimeout(() => void run(), Math.max(wait, ended + rest - performance.now()))
  }
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    again = false
  }
  return { call, stop }
}
