import { currentSession } from '@/lib/auth/session'
import { readCursor } from '@/lib/realtime/cursor'
import { isEnding, liveHub } from '@/lib/realtime/live'
import { openStream } from '@/lib/realtime/stream'
import { agentRoute } from '@/lib/route'

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // For nginx; all others go by what proxy.ts says.
  'x-accel-buffering': 'no',
}

const listen = agentRoute(async (agent, request) => {
  const session = await currentSession()
  if (!session) return new Response(null, { status: 401 })
  // Whoever expects an answer with an end does not wait for it in vain.
  if (!request.headers.get('accept')?.includes('text/event-stream'))
    return new Response(null, { status: 406 })
  const after = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after')
  return new Response(await openStream(liveHub(), agent, session, readCursor(after)), { headers })
})

/**
 * What happens on tickets, as it happens, for agents: server-sent events, from after `Last-Event-ID` (or `?after=`) on.
 * See lib/realtime.
 */
export const GET: typeof listen = async (request, addressed) =>
  isEnding()
    ? new Response(null, { status: 503, headers: { connection: 'close' } })
    : listen(request, addressed)
