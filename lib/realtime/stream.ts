import type { Agent } from '@/lib/viewer'
import type { Cursor } from './cursor'
import type { Hub, Listener } from './hub'

/** Bytes that may wait for a reader that reads slower than things happen. */
const patience = 64 * 1024

/**
 * All that an agent may hear after `after`, or from now on, as server-sent events. `session` is the identifier of the one
 * that asks. Throws as the hub's `join`.
 */
export async function openStream(
  hub: Pick<Hub, 'join' | 'leave'>,
  agent: Pick<Agent, 'id'>,
  session: string,
  after: Cursor | null,
): Promise<ReadableStream<Uint8Array>> {
  const stream = new Stream(agent.id, session, (listener) => hub.leave(listener))
  await hub.join(stream, after)
  return stream.body
}

class Stream implements Listener {
  /** Undefined: it is over. */
  private queue: ReadableStreamDefaultController<Uint8Array> | undefined

  readonly body = new ReadableStream<Uint8Array>(
    {
      start: (queue) => {
        this.queue = queue
      },
      cancel: () => {
        this.over()
        this.leave(this)
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: patience }),
  )

  constructor(
    readonly personId: number,
    readonly session: string,
    private readonly leave: (listener: Listener) => void,
  ) {}

  /** A reader that does not keep up is cut off instead of being waited for: it comes back and hears what it missed. */
  hear(message: Uint8Array) {
    if ((this.queue?.desiredSize ?? 0) > 0) return this.queue?.enqueue(message)
    this.leave(this)
    // Under this name Next.js takes it for a reader that has gone, and not for a mistake of ours.
    this.over()?.error(new DOMException('The reader does not keep up', 'AbortError'))
  }

  end(message?: Uint8Array) {
    const queue = this.over()
    if (message) queue?.enqueue(message)
    queue?.close()
  }

  private over() {
    const { queue } = this
    this.queue = undefined
    return queue
  }
}
