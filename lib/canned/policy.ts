import { type Agent, isSupervisor } from '@/lib/viewer'
import type { Canned } from './canned'

/**
 * One's own everybody changes, a team's its members, everyone's supervisors, who may also look after what teams have.
 */
export const mayChange = (agent: Agent, { scope, member }: Pick<Canned, 'scope' | 'member'>) => {
  if (scope === 'personal') return true
  return isSupervisor(agent) || (scope !== 'everyone' && member)
}
