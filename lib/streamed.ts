/** In milliseconds: whoever takes nothing for so long has gone, or might as well have. */
const patience = 120_000

/**
 * Pieces of text as the body of an answer: each is made when the reader has taken the one before, and none when they have
 * left or take nothing for two minutes. `ended` is called once, however it ends, and also where nothing was ever read.
 */
export function streamed(pieces: AsyncGenerator<string>, ended: () => void) {
  let waiting: NodeJS.Timeout | undefined
  let over = false
  const end = async () => {
    clearTimeout(waiting)
    if (over) return
    over = true
    try {
      // A piece that is being made is made to its end.
      await pieces.return(undefined)
    } finally {
      ended()
    }
  }
  return new ReadableStream<Uint8Array>({
    async pull(reader) {
      clearTimeout(waiting)
      try {
        const { done, value } = await pieces.next()
        if (over) return
        if (!done) {
          reader.enqueue(encoder.encode(value))
          waiting = setTimeout(() => {
            reader.error(goneAway('The reader takes nothing'))
            void end()
          }, patience).unref()
          return
        }
        await end()
        reader.close()
      } catch (error) {
        await end()
        reader.error(error)
      }
    },
    async cancel() {
      await end()
    },
  })
}

/** An end that Next.js takes for a reader that has gone, and not for a mistake of ours: the browser sees a broken download. */
export const goneAway = (message: string) => new DOMException(message, 'AbortError')

const encoder = new TextEncoder()
