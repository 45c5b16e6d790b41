import type { News } from './news'

export interface Told {
  readonly event: string
  readonly data: unknown
  readonly id: string | undefined
}

/** Arrangement for tests: reads a stream as a browser does. */
export function reading(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''

  /** The next message; null: the stream has ended. */
  async function next(): Promise<Told | null> {
    for (;;) {
      const end = rest.indexOf('\n\n')
      if (end !== -1) {
        const lines = new Map(rest.slice(0, end).split('\n').map(field))
        rest = rest.slice(end + 2)
        return {
          event: lines.get('event') ?? 'message',
          data: JSON.parse(lines.get('data') ?? 'null'),
          id: lines.get('id'),
        }
      }
      const { value, done } = await reader.read()
      if (done) return null
      rest += decoder.decode(value, { stream: true })
    }
  }

  /** The next message of this name; what comes before it is passed over. */
  async function until(event: string): Promise<Told> {
    for (;;) {
      const told = await next()
      if (!told) throw new Error(`The stream ended before ${event}`)
      if (told.event === event) return told
    }
  }

  return { next, until, leave: () => reader.cancel() }
}

const field = (line: string) => {
  const at = line.indexOf(': ')
  return [line.slice(0, at), line.slice(at + 2)] as const
}

export const newsIn = ({ data }: Told): readonly News[] => (Array.isArray(data) ? data : [])
