import { Refused } from './errors'

/** The JSON that a request carries, or Refused, with `words` where it is longer than `most` bytes: no more is read. */
export async function jsonBody(request: Request, most: number, words: string): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.byteLength
    if (length > most) throw new Refused(words)
    pieces.push(piece)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    throw new Refused('This is not JSON')
  }
}
