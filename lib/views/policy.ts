import { type Agent, isSupervisor } from '@/lib/viewer'
import type { ViewScope } from './view'

/** Whether somebody may make, change and delete views of a scope. `belongs`: it is their own, or they are of the team. */
export function mayKeep(agent: Agent, scope: ViewScope, belongs: boolean): boolean {
  if (scope === 'personal') return belongs
  return isSupervisor(agent) || (scope === 'team' && belongs)
}
