import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { settings } from '@/db/schema'
import { holdsDemo } from './database.mjs'

test('a database that holds the demo company is known by its mark', async () => {
  const url = process.env.DATABASE_URL ?? ''
  expect(await holdsDemo(url)).toBe(false)
  await db.insert(settings).values({ key: 'demo', value: { began: '', done: false } })
  expect(await holdsDemo(url)).toBe(true)
})
