import type { Agent } from '@/lib/viewer'
import { isSupervisor } from '@/lib/viewer'

/** Everybody says for themselves whether they are there; a supervisor also for who forgot it. */
export const maySetAvailability = (agent: Agent, of: { readonly email: string }) =>
  isSupervisor(agent) || agent.email.toLowerCase() === of.email.toLowerCase()
