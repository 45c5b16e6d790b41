import { lt, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { bulkRuns } from '@/db/schema'

/** What each ticket's history tells is kept; what became of a run is of interest for a month. */
export const pruneBulk = () =>
  db.delete(bulkRuns).where(lt(bulkRuns.createdAt, sql`moment() - interval '30 days'`))
