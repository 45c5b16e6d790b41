import { bulkRun } from '@/lib/bulk/find'
import { agentRoute } from '@/lib/route'

/** How far a change of many tickets has come; only its agent may know. */
export const GET = agentRoute((agent, _, { run }: { readonly run: string }) => bulkRun(agent, run))
