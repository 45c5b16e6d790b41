import { agentRoute } from '@/lib/route'
import { suggestedTags } from '@/lib/tags/suggested'

/** The tags to choose from, asked for when a list of them is opened. */
export const GET = agentRoute((agent) => suggestedTags(agent))
