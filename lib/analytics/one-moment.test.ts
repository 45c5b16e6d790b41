import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { ofOneMoment, read } from './one-moment'

const tallies = async () => {
  const [row] = await read<{ n: number }>(sql`select count(*)::integer as n from fact_tallies`)
  return row?.n
}

test('what is folded in between two statements of a report is in neither of them', async () => {
  const report = ofOneMoment(async (day: string) => {
    const before = await tallies()
    await db.execute(sql`
      insert into fact_tallies values ('day', ${day}, 'created', 'all', 0, 1, 0, 0, 0)`)
    return [before, await tallies()]
  })
  expect(await report('2026-01-31')).toEqual([0, 0])
  expect(await tallies()).toBe(1)
})
