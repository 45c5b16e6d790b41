import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { moment, people } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { oneAtATime } from '@/lib/teams/give'
import { handOutSoon } from '@/lib/teams/hand-out'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { Availability } from './person'
import { maySetAvailability } from './policy'

/**
 * Says whether somebody of the staff is there: who is away is given nothing new. Oneself, or for supervisors anybody.
 * Throws Missing for whoever is not of the active staff, or not the agent's to decide about.
 */
export const setAvailability = (agent: Agent, email: string, to: Availability) =>
  inTransaction(async (tx) => {
    if (!maySetAvailability(agent, { email })) throw new Missing('There is no such agent')
    await oneAtATime(tx)
    const [person] = await tx
      .select({ id: people.id, name: people.name, email: people.email, awaySince: people.awaySince })
      .from(people)
      .where(and(eq(people.email, email), ne(people.role, 'customer'), isNull(people.deactivatedAt)))
      .for('no key update')
    if (!person) throw new Missing('There is no such agent')
    const before: Availability = person.awaySince ? 'away' : 'available'
    if (before === to) return { name: person.name }
    await tx
      .update(people)
      .set({ awaySince: to === 'away' ? moment : sql`null` })
      .where(eq(people.id, person.id))
    await record(tx, agent, 'person.changed', {
      audience: 'agents',
      change: { email: [person.email, person.email], availability: [before, to] },
    })
    if (to === 'available') await handOutSoon(tx)
    return { name: person.name }
  })
