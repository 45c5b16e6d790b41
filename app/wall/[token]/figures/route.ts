import { visitorRoute } from '@/lib/route'
import { wallOf } from '@/lib/wallboards/show'

/** What the screen of a token shows now, as JSON: `Wall`. 410: there is no such screen; a 404 may be somebody else's on the way. */
export const GET = visitorRoute(
  async (_, { token }: { readonly token: string }) =>
    (await wallOf(token)) ?? new Response(null, { status: 410 }),
)
