import { currentSession, currentViewer } from '@/lib/auth/session'
import { isDatabaseAway } from '@/lib/database-errors'
import { TooMany } from '@/lib/errors'
import { readCursor } from '@/lib/realtime/cursor'
import { isEnding, liveHub } from '@/lib/realtime/live'
import { openStream } from '@/lib/realtime/stream'
import { isAgent } from '@/lib/viewer'

export const dynamic = 'force-dynamic'

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // For nginx; all others go by what proxy.ts says.
  'x-accel-buffering': 'no',
}

/**
 * What happens on tickets, as it happens, for agents: server-sent events, from after `Last-Event-ID` (or `?after=`) on.
 * See lib/realtime.
 */
export async function GET(request: Request) {
  if (isEnding()) return new Response(null, { status: 503, headers: { connection: 'close' } })
  const [viewer, session] = await Promise.all([currentViewer(), currentSession()])
  if (!viewer || !session) return new Response(null, { status: 401 })
  if (!isAgent(viewer)) return new Response(null, { status: 404 })
  // Whoever expects an answer with an end does not wait for it in vain.
  if (!request.headers.get('accept')?.includes('text/event-stream'))
    return new Response(null, { status: 406 })
  const after = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after')
  try {
    return new Response(await openStream(liveHub(), viewer, session, readCursor(after)), { headers })
  } catch (error) {
    if (error instanceof TooMany)
      return new Response(error.message, { status: 429, headers: { 'retry-after': `${error.retryAfter}` } })
    if (isDatabaseAway(error)) return new Response(null, { status: 503 })
    throw error
  }
}
