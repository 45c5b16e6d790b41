import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { make } from '@/lib/support'
import { customer } from '@/lib/testing/people'
import { runCommandLine } from '../run'

const run = (...words: readonly string[]) => runCommandLine(['analytics:rebuild', ...words])

test('says where a number that is kept is wrong, and puts it right', async () => {
  const ticket = await make()
    .for((await customer()).id)
    .subject('It broke')
    .description('Help')
    .create()
  expect(await run('--check')).toMatchObject({ code: 0 })

  await db.execute(sql`delete from facts where kind = 'created'`)
  await db.execute(sql`update fact_tallies set n = 7 where span = 'month' and dimension = 'all'`)
  const found = await run('--check')
  expect(found.code).toBe(1)
  expect(found.stdout).toContain(ticket.refid)
  expect(found.stdout).toContain('created is not kept')
  expect(found.stdout).toMatch(/month \S+ created all 0 +kept as 7, should be nothing/)

  expect(await run()).toMatchObject({ code: 0 })
  expect(await run('--check')).toMatchObject({ code: 0 })
})

test('says so when somebody else was at it, and who it was that computed', async () => {
  const [one, other] = (await Promise.all([run(), run()])).map(({ stdout }) => stdout).sort()
  expect(one).toMatch(/^Computed in [\d.]+ s/)
  expect(other).toMatch(/^Somebody else was computing them already: theirs are in place, after [\d.]+ s/)
})
