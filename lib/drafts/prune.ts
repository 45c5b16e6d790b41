import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** Removes what is left of drafts that were taken back or sent. A draft with words in it stays, however old. */
export const pruneDrafts = () =>
  db.execute(sql`
    delete from drafts where saved_at < now() - interval '1 day' and (body = '' or exists (
      select from messages m where m.author_id = drafts.person_id and m.submission = drafts.submission))`)
