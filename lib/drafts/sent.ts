import { type SQL, sql } from 'drizzle-orm'

/** Whether a form's text is sent: a message, or a reply that waits to be one. Its draft is of no use to anybody then. */
export const isSent = (personId: SQL | number, submission: SQL) => sql`(
  exists (select from messages m where m.author_id = ${personId} and m.submission = ${submission})
  or exists (select from waiting_replies w where w.author_id = ${personId} and w.submission = ${submission}))`

/** Of a row of `drafts`: neither words nor anything to do. */
export const draftIsEmpty = sql`(drafts.body = '' and drafts.actions = '[]')`

/** Of a row of `drafts`. */
export const draftIsSent = isSent(sql`drafts.person_id`, sql`drafts.submission`)
