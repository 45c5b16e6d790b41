import { teams } from '@/db/schema'
import { pastKey } from '@/lib/events/past-key'

/** The team that an event of a ticket names, where it keeps no key. */
export const pastTeamKey = () => pastKey(teams, { kinds: ['team.changed'], field: 'name' })
