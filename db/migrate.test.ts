import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from './client'
import { migrate } from './migrate'

test('sources that are older than the database leave it alone', async () => {
  const url = process.env.DATABASE_URL ?? ''
  await migrate(url)
  await db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', ${Date.now() * 2})`,
  )
  await expect(migrate(url)).rejects.toThrow(/of a newer Deskwell/)
  await db.execute(sql`delete from drizzle.__drizzle_migrations where hash = 'of tomorrow'`)
  await migrate(url)
})
