import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { readBegunRefid, readRefid } from '@/lib/tickets/refid'
import type { Status } from '@/lib/tickets/ticket'

/** More that begin alike are not told apart by their beginnings. */
const most = 8

/** The ticket that bears this reference, spam as well, or those whose references begin with it, in order. */
export async function referredTo(text: string) {
  const refid = readRefid(text)
  const range = refid ? { first: refid, last: refid } : readBegunRefid(text)
  if (!range) return []
  return db.execute<{ id: number; status: Status }>(
    sql`select id, status from tickets
      where refid between ${range.first} and ${range.last} and (refid = ${refid} or spam_at is null)
      order by refid limit ${most}`,
  )
}
