import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from './client'
import { readWhile } from './read-while'

/** Those of ours that the database is at. */
const underway = () =>
  db.execute(sql`
    select from pg_stat_activity where datname = current_database() and state <> 'idle' and query like '%pg_sleep%'
      and pid <> pg_backend_pid()`)

test('a read that nobody waits for any more ends in the database, and others go on', async () => {
  const leaving = new AbortController()
  const long = readWhile(leaving.signal, sql`select pg_sleep(3600)`)
  const refused = expect(long).rejects.toThrow('gone')
  await vi.waitFor(async () => expect(await underway()).toHaveLength(1))
  leaving.abort(new Error('gone'))
  await refused
  expect(await underway()).toEqual([])
  // Every connection of the pool is as good as before.
  const all = Array.from({ length: 30 }, (_, at) =>
    db.execute<{ at: number }>(sql`select ${at}::integer as at`),
  )
  expect((await Promise.all(all)).map(([row]) => row?.at)).toEqual(all.map((_, at) => at))
})

test('what nobody waits for is not begun, and what comes to its end is as any read', async () => {
  const leaving = new AbortController()
  expect([...(await readWhile(leaving.signal, sql`select 1 as one`))]).toEqual([{ one: 1 }])
  expect([...(await readWhile(undefined, sql`select 2 as two`))]).toEqual([{ two: 2 }])
  await expect(readWhile(leaving.signal, sql`select 1 / 0`)).rejects.toMatchObject({
    cause: { message: 'division by zero' },
  })
  leaving.abort(new Error('gone'))
  expect(() => readWhile(leaving.signal, sql`select 3`)).toThrow('gone')
})
