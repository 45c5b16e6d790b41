import type { TicketForAgent } from './find'

/**
 * No row has this key. A page that showed somebody who is not there any more hands it on, so that the verb's conditional
 * write fails and says who was faster.
 */
const gone = 0

/** The ticket with the assignee that a page showed: an address, or `none`. */
export const withAssigneeSeen = <T extends Pick<TicketForAgent, 'assigneeId' | 'assignee'>>(
  ticket: T,
  seen: string,
) => ({ ...ticket, assigneeId: keySeen(seen, ticket.assignee?.email, ticket.assigneeId) })

/** The ticket with the team that a page showed: its uid, or `none`. */
export const withTeamSeen = <T extends Pick<TicketForAgent, 'teamId' | 'team'>>(ticket: T, seen: string) => ({
  ...ticket,
  teamId: keySeen(seen, ticket.team?.uid, ticket.teamId),
})

/** The ticket with the category that a page showed: a slug, or `none`. */
export const withCategorySeen = <T extends Pick<TicketForAgent, 'categoryId' | 'category'>>(
  ticket: T,
  seen: string,
) => ({ ...ticket, categoryId: keySeen(seen, ticket.category?.slug, ticket.categoryId) })

const keySeen = (seen: string, present: string | undefined, key: number | null) => {
  if (seen === 'none') return null
  return seen === present ? key : gone
}
