import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people, sessions } from '@/db/schema'
import { viewerColumns } from '@/lib/people/viewer-columns'
import { storedLooks } from '@/lib/preferences/find'
import { looksWithDefaults } from '@/lib/preferences/preferences'
import { isAgent, type Viewer } from '@/lib/viewer'
import { lifetime } from './sessions'
import { sessionId, verify } from './token'

/**
 * Who carries this token: null for garbage, an ended or expired session, and a person who was deactivated.
 * One statement, which also notes the visit, at most every five minutes. Throws when the database does not answer.
 */
export async function viewerOf(token: unknown): Promise<Viewer | null> {
  const secret = verify(token)
  if (!secret) return null
  const [row] = await viewerOfSession.execute({ id: sessionId(secret) })
  if (!row) return null
  const { away, looks, ...viewer } = row
  if (!isAgent(viewer)) return viewer
  return { ...viewer, ...(away && { away }), looks: looksWithDefaults(looks) }
}

const alive = and(
  eq(sessions.id, sql.placeholder('id')),
  isNull(sessions.revokedAt),
  gt(sessions.expiresAt, sql`now()`),
)

const seen = db.$with('seen').as(
  db
    .update(sessions)
    .set({
      seenAt: sql`now()`,
      expiresAt: sql`least(now() + make_interval(days => ${lifetime.idleDays}), created_at + make_interval(days => ${lifetime.days}))`,
    })
    .where(and(alive, sql`${sessions.seenAt} < now() - interval '5 minutes'`))
    .returning({ id: sessions.id }),
)

// Every page asks this, and building the statement would cost three times as much as sending it.
const viewerOfSession = db
  .with(seen)
  .select({
    ...viewerColumns,
    away: sql<boolean>`${people.awaySince} is not null`,
    looks: storedLooks,
  })
  .from(sessions)
  .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.deactivatedAt)))
  .where(alive)
  .prepare('viewer_of_session')
