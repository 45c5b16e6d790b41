import { sql } from 'drizzle-orm'

/** Of `tickets t`: this one, or all. */
export const on = (ticketId: number | undefined) =>
  ticketId === undefined ? sql`true` : sql`t.id = ${ticketId}`
