import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { draftIsEmpty, draftIsSent } from './sent'

/** Removes what is left of drafts that were taken back or sent. What is begun stays, however old. */
export const pruneDrafts = () =>
  db.execute(sql`
    delete from drafts where saved_at < now() - interval '1 day' and (${draftIsEmpty} or ${draftIsSent})`)
