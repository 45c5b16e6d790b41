import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations, people, tickets } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { statusForCustomer } from '@/lib/portal/words'
import { withDefaults } from '@/lib/settings/settings'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { firstName, type Values, writerValues } from './placeholder'

/** What placeholders say on a ticket, to who writes on it. Throws Missing. */
export async function valuesOn(
  agent: Agent,
  refid: string,
  reader: Pick<Tx, 'select'> = db,
): Promise<Values> {
  const [row] = await reader
    .select({
      refid: tickets.refid,
      subject: tickets.subject,
      status: tickets.status,
      answeredAt: tickets.firstAnsweredAt,
      customer: people.name,
      email: people.email,
      organization: organizations.name,
      workspace: sql<unknown>`(select value from settings where key = 'workspaceName')`,
    })
    .from(tickets)
    .innerJoin(people, eq(people.id, tickets.requesterId))
    .leftJoin(organizations, eq(organizations.id, people.organizationId))
    .where(eq(tickets.refid, refid))
  if (!row) throw new Missing()
  const { customer, email, organization, subject, workspace } = row
  return {
    'customer.name': customer,
    'customer.first_name': firstName(customer),
    'customer.email': email,
    'ticket.refid': row.refid,
    'ticket.subject': subject,
    'ticket.status': statusForCustomer(row),
    ...(organization !== null && { 'organization.name': organization }),
    ...writerValues(agent, withDefaults([{ key: 'workspaceName', value: workspace }]).workspaceName),
  }
}
