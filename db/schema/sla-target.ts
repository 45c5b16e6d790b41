import { pgEnum } from 'drizzle-orm/pg-core'

/** What is promised. Apart from the rest of the SLA's tables, which refer to tickets. */
export const slaTarget = pgEnum('sla_target', ['first_response', 'next_response', 'resolution'])
