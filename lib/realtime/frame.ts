import type { Cursor } from './cursor'

const encoder = new TextEncoder()

/**
 * One message of a stream of server-sent events. With a cursor the browser remembers how far it has come, and says so
 * when it comes back. JSON has no line breaks, so the data is one line.
 */
export const frame = (event: string, data: unknown, cursor?: Cursor | null) =>
  encoder.encode(`${cursor ? `id: ${cursor}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
