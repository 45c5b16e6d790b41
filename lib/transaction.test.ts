import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { Refused } from './errors'
import { inTransaction } from './transaction'

test('of two who wait for each other one is ended by the database, and done after the other', async () => {
  const [here, there] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let runs = 0
  const holding = (locks: readonly number[], mine: typeof here, other: typeof here) =>
    inTransaction(async (tx) => {
      runs += 1
      await tx.execute(sql`select pg_advisory_xact_lock(${locks[0]})`)
      mine.resolve()
      await other.promise
      await tx.execute(sql`select pg_advisory_xact_lock(${locks[1]})`)
      return 'done'
    })
  expect(await Promise.all([holding([1, 2], here, there), holding([2, 1], there, here)])).toEqual([
    'done',
    'done',
  ])
  expect(runs).toBe(3)
})

test('what fails for another reason is not tried again', async () => {
  let runs = 0
  const failing = (statement: string) =>
    inTransaction(async (tx) => {
      runs += 1
      await tx.execute(sql.raw(statement))
      throw new Refused('Not so')
    })
  await expect(failing('select 1')).rejects.toThrow('Not so')
  await expect(failing('select 1 / 0')).rejects.toMatchObject({ cause: { code: '22012' } })
  expect(runs).toBe(2)
})
