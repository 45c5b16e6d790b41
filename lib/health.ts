import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

const patience = 2000

/** Whether the database answers within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), patience)
  const answered = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
  return Promise.race([answered, late.promise]).finally(() => clearTimeout(timer))
}
