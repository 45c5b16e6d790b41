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

test('a place is offered by the name that it bears today, once', () => {
  expect(timeZones).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Europe/Kyiv', 'America/Nuuk']))
  for (const old of ['Asia/Calcutta', 'Europe/Kiev', 'America/Godthab', 'America/Buenos_Aires'])
    expect(timeZones).not.toContain(old)
  expect(new Set(timeZones).size).toBe(timeZones.length)
})

test.each([
  'US/Pacific',
  'Asia/Calcutta',
  'Etc/GMT+5',
  'europe/berlin',
])('“%s” is a zone, for the database too', async (zone) => {
  expect(timeZone.safeParse(zone).success).toBe(true)
  await db.execute(sql`select now() at time zone ${zone}`)
})

test.each([
  '+02:00',
  '-0500',
  'Europe/Atlantis',
  'PNT',
  'IST',
  'SystemV/AST4',
  '',
  ' ',
  'Europe/Berlin; drop table tickets',
])('“%s” is no zone', (zone) => {
  expect(timeZone.safeParse(zone).success).toBe(false)
})
