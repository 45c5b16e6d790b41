import { unstable_isUnrecognizedActionError } from 'next/navigation'

/** The server has been updated since this page came, and does not know any more what the page asks for. */
export const isOutdated = (error: unknown) =>
  unstable_isUnrecognizedActionError(error) || (error instanceof Error && error.name === 'ChunkLoadError')

export const outdatedWords = 'Deskwell was updated while this page was open.'
