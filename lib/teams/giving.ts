import type { teams } from '@/db/schema'
import type { Giving } from './team'

/** The columns of a team that say how its tickets are given. */
export const stored = ({ rule, limit, takesBack }: Giving) =>
  ({ giving: rule, givingLimit: limit, takesBack }) satisfies Partial<typeof teams.$inferInsert>
