import { type Agent, isSupervisor } from '@/lib/viewer'
import type { BehindNumber } from './behind'

/** Whose numbers one may take apart: supervisors everybody's, an agent their own. */
export const mayTakeApart = (agent: Agent, { by }: Pick<BehindNumber, 'by'>) =>
  isSupervisor(agent) || by === agent.email
