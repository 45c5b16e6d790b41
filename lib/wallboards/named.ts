import { eq, sql } from 'drizzle-orm'
import { wallboards } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { isUid } from '@/lib/uid'

/** The screen of a uid; no other text is one. */
export const named = (uid: string) => (isUid(uid) ? eq(wallboards.uid, uid) : sql`false`)

export const gone = () => new Missing('This wallboard is gone, or has another link by now')
