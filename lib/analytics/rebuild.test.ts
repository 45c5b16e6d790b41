import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { connectTo } from '@/db/testing'
import { changeSettings } from '@/lib/settings/change'
import { make } from '@/lib/support'
import { customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { beginBeside, takePlace } from './beside'
import { differences } from './differences'
import { fold } from './fold'
import { pruneRebuilds, rebuild } from './rebuild'

let requester: { readonly id: number }

const file = () => make().for(requester.id).subject('It broke').description('Help').create()

/** The schemas of rebuilds. */
const beside = async () =>
  (
    await db.execute<{ name: string }>(sql`
      select nspname as name from pg_namespace where nspname like 'facts\\_beside\\_%'`)
  ).map(({ name }) => name)

/** Somebody who has done `statement` in a transaction, until it is committed. */
async function somebody(statement: string) {
  const connection = connectTo(process.env.DATABASE_URL ?? '')
  await connection.unsafe('begin')
  await connection.unsafe(statement)
  return {
    also: (further: string) => connection.unsafe(further),
    async ends() {
      await connection.unsafe('commit')
      await connection.end()
    },
  }
}

const reads = 'lock table facts in access share mode'

/** Waits until a rebuild has read every ticket. */
const allAreRead = () =>
  expect
    .poll(async () => {
      const [schema] = await beside()
      if (!schema) return false
      const [row] = await db.execute<{ read: boolean }>(
        sql.raw(
          `select count(distinct ticket_id) = (select count(*) from tickets) as read from ${schema}.facts`,
        ),
      )
      return row?.read
    })
    .toBe(true)

/** Whether those that were made wait for the last who hold the old ones. */
async function waitForTheirPlace() {
  const [row] = await db.execute<{ waits: boolean }>(sql`
    select exists (select from pg_locks
      where relation = 'facts'::regclass and mode = 'AccessExclusiveLock' and not granted) as waits`)
  return row?.waits
}

beforeAll(async () => {
  requester = await customer()
  for (let n = 0; n < 3; n++) await file()
  await rebuild()
})

test('what was folded in while all of it was computed anew is in what takes the place', async () => {
  const reader = await somebody(reads)
  const computed = rebuild()
  await expect.poll(beside).toHaveLength(1)
  await file()
  expect(await fold()).toBe(1)
  await reader.ends()
  expect(await computed).toBe('by us')
  expect(await differences()).toEqual([])
})

test('what a killed rebuild has left is dropped, and never what one that is under way needs', async () => {
  await db.execute(sql`create schema facts_beside_killed create table facts (one integer)`)
  await pruneRebuilds()
  expect(await beside()).toEqual([])

  const reader = await somebody(reads)
  const computed = rebuild()
  await expect.poll(beside).toHaveLength(1)
  await pruneRebuilds()
  expect(await beside()).toHaveLength(1)
  await reader.ends()
  expect(await computed).toBe('by us')
  expect(await beside()).toEqual([])
})

test('whoever has waited for a rebuild that came to nothing computes by themselves', async () => {
  await db.execute(sql`delete from facts`)
  const other = await somebody('select pg_advisory_xact_lock(4713)')
  const tries = vi.spyOn(db, 'transaction')
  const computed = rebuild()
  await vi.waitFor(() => expect(tries).toHaveResolved())
  await other.ends()
  expect(await computed).toBe('by us')
  expect(await differences()).toEqual([])
})

test('whoever was let read the numbers may read them afterwards, and views over them stay', async () => {
  const [role, owner] = [`bi_${randomUUID().slice(0, 8)}`, `owner_${randomUUID().slice(0, 8)}`]
  const may = async () => {
    const [row] = await db.execute(
      sql.raw(`select has_table_privilege('${role}', 'facts', 'select') as facts, has_table_privilege('${role}', 'ticket_days', 'select') as days,
        has_any_column_privilege('${role}', 'fact_tallies', 'select') as column, has_table_privilege('${role}', 'fact_tallies', 'select') as tallies,
        (select sum(created)::integer from weeks) as seen, (select relowner::regrole::text from pg_class where relname = 'fact_tallies') as owner,
        (select reloptions::text from pg_class where relname = 'fact_totals') as options`),
    )
    return row
  }
  const operator = connectTo(process.env.DATABASE_URL ?? '')
  await operator.unsafe(`
      create role ${role};
      create role ${owner};
      grant ${role}, ${owner} to current_user;
      grant create on schema public to ${owner};
      grant select on facts, ticket_days to ${role};
      grant select (kind, n) on fact_tallies to ${role};
      alter table fact_tallies owner to ${owner};
      alter view fact_totals set (security_barrier = true);
      create view weeks as select date_trunc('week', day) as week, sum(created) as created from ticket_days group by 1`)
  try {
    const before = await may()
    expect(before).toMatchObject({ facts: true, days: true, column: true, tallies: false, owner })
    await rebuild()
    expect(await may()).toEqual(before)
  } finally {
    await operator.unsafe(`
        reassign owned by ${owner} to current_user;
        drop view if exists weeks;
        alter view fact_totals reset (security_barrier);
        drop owned by ${role}, ${owner};
        drop role ${role}, ${owner}`)
    await operator.end()
  }
})

test('days are cut in one time zone, though it was another one for a while', async () => {
  const reader = await somebody(reads)
  const change = await somebody('lock table ratings in access exclusive mode')
  const computed = rebuild()
  await expect.poll(beside).toHaveLength(1)
  await changeSettings(system, { timeZone: 'Pacific/Kiritimati' })
  await change.ends()
  await allAreRead()
  await changeSettings(system, { timeZone: 'UTC' })
  await reader.ends()
  expect(await computed).toBe('by us')
  expect(await differences()).toEqual([])
})

test('what a migration does to the tables meanwhile is not undone', async () => {
  const migration = await somebody('create index facts_noted on facts (day)')
  const computed = rebuild()
  await migration.also("insert into drizzle.__drizzle_migrations (hash, created_at) values ('noted', 0)")
  await expect.poll(waitForTheirPlace, { interval: 20, timeout: 10_000 }).toBe(true)
  await migration.ends()
  expect(await computed).toBe('by us')
  const [index] = await db.execute(
    sql`select indrelid::regclass::text as of from pg_index where indexrelid = 'facts_noted'::regclass`,
  )
  expect(index).toEqual({ of: 'facts' })
})

test('nothing takes the place of tables that a migration is changing', async () => {
  const migration = await somebody('select pg_advisory_xact_lock(4711)')
  expect(await takePlace(await beginBeside())).toBe('held up')
  await migration.ends()
  await pruneRebuilds()
})
