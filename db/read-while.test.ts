import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db, sql as pool } from './client'
import { readWhile } from './read-while'
import { readWithin } from './read-within'
import { connectTo } from './testing'

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

/** As many as the pool has connections. */
const all = Array.from({ length: pool.options.max }, (_, at) => at)

test('as many reads as there are connections end once nobody waits for them, and the pool answers', async () => {
  const leaving = new AbortController()
  const reads = all.map(() => readWhile(leaving.signal, sql`select pg_sleep(3600)`))
  const ended = Promise.allSettled(reads)
  const onlooker = connectTo(process.env.DATABASE_URL ?? '')
  await vi.waitFor(async () =>
    expect(
      await onlooker`select from pg_stat_activity where state = 'active' and query like 'select pg_sleep%'`,
    ).toHaveLength(all.length),
  )
  await onlooker.end()
  leaving.abort(new Error('gone'))
  expect((await ended).map(({ status }) => status)).toEqual(all.map(() => 'rejected'))
  expect([...(await db.execute(sql`select 1 as one`))]).toEqual([{ one: 1 }])
})

test('what nobody waits for any more when a connection is free is not begun', async () => {
  const leaving = new AbortController()
  const busy = Promise.withResolvers<void>()
  const held = all.map(() => db.transaction(() => busy.promise))
  const refused = expect(readWhile(leaving.signal, sql`select pg_sleep(3600)`)).rejects.toThrow('gone')
  leaving.abort(new Error('gone'))
  busy.resolve()
  await Promise.all([refused, ...held])
})

test('reads that take longer than they may are ended, however many, and the limit is theirs alone', async () => {
  const reads = [...all, ...all].map(() => readWithin(50, sql`select pg_sleep(3600)`))
  for (const read of await Promise.allSettled(reads))
    expect(read).toMatchObject({ status: 'rejected', reason: { cause: { code: '57014' } } })
  expect([...(await readWithin(5_000, sql`select 1 as one`))]).toEqual([{ one: 1 }])
  const limits = all.map(() => db.execute(sql`show statement_timeout`))
  expect((await Promise.all(limits)).flatMap((rows) => [...rows])).toEqual(
    all.map(() => ({ statement_timeout: '0' })),
  )
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
