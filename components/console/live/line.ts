'use client'

/** What comes over the stream, by the names of lib/realtime. */
export const liveEvents = ['hello', 'news', 'presence', 'beat', 'bye'] as const
export type LiveEvent = (typeof liveEvents)[number]

export interface Heard {
  readonly event: LiveEvent
  /** JSON. */
  readonly data: string
  /** How far the stream has come with it. */
  readonly id: string
}

/** `up`: all that happens is heard. `down`: it is tried again. `over`: whoever is signed in here may not listen. */
export type LineState = 'up' | 'down' | 'over'

interface LineEnds {
  readonly heard: (heard: Heard) => void
  readonly changed: (state: LineState) => void
  /** How far this browser has come. */
  readonly after: () => string
}

/** Two beats and a bit: a line that is silent for longer is dead, whatever the browser thinks of it. */
export const silence = 40_000

/** Half a second to half a minute, later and later, and never all browsers at once. */
export const retryAfter = (failures: number, random = Math.random()) =>
  Math.min(30_000, 1_000 * 2 ** failures) * (0.5 + random / 2)

/** Holds one stream open, again and again, until it is closed. */
export function openLine({ heard, changed, after }: LineEnds) {
  let source: EventSource | undefined
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setTimeout> | undefined

  const hangUp = () => {
    clearTimeout(retry)
    clearTimeout(watchdog)
    source?.close()
    source = undefined
  }
  const fail = () => {
    hangUp()
    changed('down')
    retry = setTimeout(dial, retryAfter(failures++))
  }
  const listen = ({ type, data, lastEventId }: MessageEvent) => {
    const event = liveEvents.find((name) => name === type)
    if (!event) return
    failures = 0
    clearTimeout(watchdog)
    watchdog = setTimeout(fail, silence)
    heard({ event, data: String(data), id: lastEventId })
    if (event === 'hello') changed('up')
    if (event !== 'bye') return
    hangUp()
    changed('over')
  }
  const dial = () => {
    hangUp()
    const from = after()
    source = new EventSource(`/api/console/stream${from ? `?after=${encodeURIComponent(from)}` : ''}`)
    for (const event of liveEvents) source.addEventListener(event, listen)
    // The browser would try again by itself, at its own pace and not after every kind of failure.
    source.addEventListener('error', fail)
    watchdog = setTimeout(fail, silence)
  }

  dial()
  return {
    /** Tries at once what is waiting to be tried. */
    retry: () => {
      if (!source) dial()
    },
    close: hangUp,
  }
}
