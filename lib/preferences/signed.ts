import { fill, writerValues } from '@/lib/canned/placeholder'
import { currentSettings } from '@/lib/settings/find'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { preferencesOf } from './find'

/** What an agent says to a customer, with their signature below. */
export async function signed(tx: Tx, agent: Agent, body: string): Promise<string> {
  const { signature } = await preferencesOf(agent, tx)
  if (signature === '') return body
  const { workspaceName } = await currentSettings(tx)
  return `${body}\n\n${fill(signature, writerValues(agent, workspaceName))}`
}
