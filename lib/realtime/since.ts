import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { staffSessions } from '@/lib/auth/staff-sessions'
import type { EventKind } from '@/lib/events/event'
import type { Status } from '@/lib/tickets/ticket'
import { type Cursor, readCursor } from './cursor'
import { type News, turnOf } from './news'

/** Whoever missed more looks at everything again: that is less work for both. */
const most = 200

interface Heard {
  /** Where the reader stands now. */
  readonly cursor: Cursor
  /** In the order of the events' numbers. */
  readonly news: readonly News[]
  /** It is too much, or `after` is not of this database's past (another server, a backup): look at everything again. */
  readonly missed: boolean
  /** Those of the sessions that may be told of it: as they are in the snapshot that the news is from. */
  readonly alive: readonly string[]
}

interface Row extends Record<string, unknown> {
  readonly cursor: string
  readonly ahead: boolean | null
  readonly found: number
  readonly news: readonly (Omit<News, 'turn'> & { readonly status: Status; readonly kind: EventKind })[]
  readonly alive: readonly string[]
}

interface Asked {
  readonly sessions?: readonly string[]
  /** Left out: until now. */
  readonly until?: Cursor
}

/**
 * What has happened on tickets since `after`, whatever its numbers: the events of every transaction that had not ended
 * then and has now, or had `until` then. Null: nothing yet, only where to begin. One statement, so one snapshot.
 */
export async function newsSince(after: Cursor | null, { sessions = [], until }: Asked = {}): Promise<Heard> {
  const [row] = await db.execute<Row>(sql`
    with asked as (
      select after, until, pg_snapshot_xmax(after) > pg_snapshot_xmax(pg_current_snapshot()) as ahead
      from (select ${after}::pg_snapshot as after, ${until ?? null}::pg_snapshot as until) given
    ), fresh as (
      select e.id, e.uid, e.kind, e.ticket_id from events e
      where not (select ahead from asked) and e.tx >= pg_snapshot_xmin((select after from asked))
        and not pg_visible_in_snapshot(e.tx, (select after from asked))
        and coalesce(pg_visible_in_snapshot(e.tx, (select until from asked)), true) and e.ticket_id is not null
      order by e.tx limit ${most + 1})
    select pg_current_snapshot()::text as cursor, ahead,
      (select count(*)::integer from fresh) as found,
      (select coalesce(json_agg(json_build_object('uid', f.uid, 'kind', f.kind, 'refid', t.refid, 'status', t.status)
        order by f.id), '[]') from fresh f join tickets t on t.id = f.ticket_id) as news,
      ${staffSessions(sessions)} as alive
    from asked`)
  const cursor = readCursor(row?.cursor)
  if (!row || !cursor) throw new Error('The database told no snapshot')
  const missed = row.ahead === true || row.found > most
  return {
    cursor,
    missed,
    news: missed ? [] : row.news.map(({ status, ...news }) => ({ ...news, turn: turnOf(status) })),
    alive: row.alive,
  }
}
