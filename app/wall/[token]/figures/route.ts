import { isDatabaseAway } from '@/lib/database-errors'
import { wallOf } from '@/lib/wallboards/show'

export const dynamic = 'force-dynamic'

/** What the screen of a token shows now, as JSON: `Wall`. 410: there is no such screen; a 404 may be somebody else's on the way. */
export async function GET(_: Request, { params }: RouteContext<'/wall/[token]/figures'>) {
  try {
    const wall = await wallOf((await params).token)
    return wall ? Response.json(wall) : new Response(null, { status: 410 })
  } catch (error) {
    if (isDatabaseAway(error)) return new Response(null, { status: 503 })
    throw error
  }
}
