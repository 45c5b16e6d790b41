import { staff } from '@/lib/people/find'
import { agentRoute } from '@/lib/route'

/** Who can be called in a note, asked for when the first `@` is typed. */
export const GET = agentRoute((agent) => staff(agent))
