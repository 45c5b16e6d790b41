import type { TicketForAgent } from '@/lib/tickets/find'

export type TicketField = 'status' | 'priority' | 'assignee' | 'team' | 'category'

export type FieldValues = Readonly<Record<TicketField, string>>

/** The fields that are changed on a ticket's page, as their forms name them. */
export const fieldValues = ({ status, priority, assignee, team, category }: TicketForAgent): FieldValues => ({
  status,
  priority,
  assignee: assignee?.email ?? 'none',
  team: team?.uid ?? 'none',
  category: category?.slug ?? 'none',
})
