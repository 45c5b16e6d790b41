import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { timeZone, timeZones } from '@/lib/time-zone'

test('every zone that can be chosen is one that the database knows too', async () => {
  const known = new Set(
    (await db.execute<{ name: string }>(sql`select name from pg_timezone_names`)).map(({ name }) => name),
  )
  expect(timeZones.filter((zone) => !known.has(zone))).toEqual([])
  expect(timeZones.filter((zone) => !timeZone.safeParse(zone).success)).toEqual([])
})

test.each([
  '+02:00',
  '-0500',
  'Europe/Atlantis',
  '',
  ' ',
  'Europe/Berlin; drop table tickets',
])('“%s” is no zone', (zone) => {
  expect(timeZone.safeParse(zone).success).toBe(false)
})
