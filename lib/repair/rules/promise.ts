import { sql } from 'drizzle-orm'
import type { Settings } from '@/lib/settings/settings'
import { derived } from '../derived'

/** The promise is made when a ticket is filed and again when its priority changes. */
const promisedAt = sql`greatest(t.created_at, (
  select max(v.at) from events v where v.ticket_id = t.id and v.kind = 'ticket.prioritized'))`

const hoursIn = (setting: ReturnType<typeof sql>) =>
  sql`(${setting} -> t.priority::text ->> 'slaHours')::numeric`

/**
 * `sla_due_at` against the hours that were in force when the promise was made: a later change of the settings moves no
 * promise. The settings' own history tells which hours these were.
 */
export const promise = ({ priorities }: Pick<Settings, 'priorities'>) =>
  derived({
    name: 'promise',
    column: 'sla_due_at',
    expected: sql`t.created_at + interval '1 hour' * coalesce(
      (select ${hoursIn(sql`(s.change -> 'priorities' ->> 1)::jsonb`)} from events s
        where s.kind = 'settings.changed' and s.change ? 'priorities' and s.at <= ${promisedAt}
        order by s.id desc limit 1),
      (select ${hoursIn(sql`(s.change -> 'priorities' ->> 0)::jsonb`)} from events s
        where s.kind = 'settings.changed' and s.change ? 'priorities' and s.at > ${promisedAt}
        order by s.id limit 1),
      ${hoursIn(sql`${JSON.stringify(priorities)}::jsonb`)})`,
  })
