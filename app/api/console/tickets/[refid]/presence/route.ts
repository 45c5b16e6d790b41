import { z } from 'zod'
import { currentViewer } from '@/lib/auth/session'
import { isDatabaseAway } from '@/lib/database-errors'
import { Missing, Refused } from '@/lib/errors'
import { jsonBody } from '@/lib/json-body'
import { beat, leave } from '@/lib/presence/beat'
import { readRefid } from '@/lib/tickets/refid'
import { isAgent } from '@/lib/viewer'

interface Addressed {
  readonly params: Promise<{ readonly refid: string }>
}

const here = z.object({ replying: z.boolean().optional() })

/** The agent has the ticket open, for another half minute: `{present}`, who else has. */
export async function PUT(request: Request, { params }: Addressed) {
  const [viewer, refid] = [await currentViewer(), readRefid((await params).refid)]
  if (!viewer || !isAgent(viewer) || !refid) return new Response(null, { status: viewer ? 404 : 401 })
  try {
    const read = here.safeParse(await jsonBody(request, 1_000, 'This is too long'))
    if (!read.success) return new Response(null, { status: 422 })
    return Response.json(
      { present: await beat(viewer, refid, read.data.replying) },
      { headers: { 'cache-control': 'no-store' } },
    )
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 422 })
    if (error instanceof Missing) return new Response(null, { status: 404 })
    if (isDatabaseAway(error)) return new Response(null, { status: 503 })
    throw error
  }
}

/** They have not, any more. */
export async function DELETE(_: Request, { params }: Addressed) {
  const [viewer, refid] = [await currentViewer(), readRefid((await params).refid)]
  if (!viewer || !isAgent(viewer) || !refid) return new Response(null, { status: viewer ? 404 : 401 })
  await leave(viewer, refid)
  return new Response(null, { status: 204 })
}
