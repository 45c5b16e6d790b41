import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import { hearBell, type Ring } from './bell'

const happens = (times: number) =>
  inTransaction(async (tx) => {
    for (let count = 0; count < times; count++)
      await record(tx, system, 'settings.changed', { audience: 'agents' })
  })

test('the bell rings once for all that a transaction writes, and again after its line was cut', async () => {
  const heard: (Ring | undefined)[] = []
  let rung = Promise.withResolvers<void>()
  const next = async () => {
    await rung.promise
    rung = Promise.withResolvers()
  }
  await hearBell((what) => {
    heard.push(what)
    rung.resolve()
  })
  await next()
  await happens(3)
  await next()
  expect(heard).toEqual([undefined, 'events'])

  await db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen %'`)
  await next()
  await happens(1)
  await next()
  expect(heard).toEqual([undefined, 'events', undefined, 'events'])

  await db.execute(sql`select pg_notify('deskwell', 'presence SUP-1'), pg_notify('deskwell', 'nonsense')`)
  await next()
  await expect.poll(() => heard.slice(4)).toEqual([{ presence: 'SUP-1' }, undefined])
})
