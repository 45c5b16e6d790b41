import { and, eq, sql } from 'drizzle-orm'
import { notifications } from '@/db/schema'
import type { Tx } from '@/lib/transaction'

/** Keys. */
interface Told {
  readonly people: readonly number[]
  /** Their members, as they are now. */
  readonly teams?: readonly number[] | undefined
  /** The change of many tickets that the event is part of: each is told of one of its events. */
  readonly run?: { readonly id: number } | undefined
}

/** Tells people of the staff of an event, each once. Who has left in the meantime is not told. */
export const notify = (tx: Tx, { people, teams = [], run }: Told, event: { readonly id: number }) =>
  tx.execute(sql`
    insert into notifications (person_id, event_id, run_id)
    select id, ${event.id}, ${run?.id ?? null}::bigint from people
    where role <> 'customer' and deactivated_at is null and (id = any(${keys(people)}) or id in (
      select m.person_id from team_members m join teams t on t.id = m.team_id
      where t.retired_at is null and t.id = any(${keys(teams)})))
    order by id
    on conflict do nothing`)

/**
 * As `notify`, of a call by name. Of one change of many tickets each is told once, and that they were called says more than which
 * tickets they were given.
 */
export async function notifyOfCall(tx: Tx, told: Told, event: { readonly id: number }) {
  if (told.run)
    await tx.execute(sql`
      delete from notifications n using events e
      where e.id = n.event_id and e.kind = 'ticket.assigned' and n.run_id = ${told.run.id}
        and n.person_id = any(${keys(told.people)})`)
  await notify(tx, told, event)
}

/** Whether somebody has been told of an event. */
export const wasTold = async (tx: Tx, personId: number, event: { readonly id: number }) =>
  (await tx.$count(
    notifications,
    and(eq(notifications.eventId, event.id), eq(notifications.personId, personId)),
  )) > 0

const keys = (ids: readonly number[]) => sql`${sql.param(`{${ids.join()}}`)}::bigint[]`
