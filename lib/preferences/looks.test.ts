import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { openSession } from '@/lib/auth/sessions'
import { sign } from '@/lib/auth/token'
import { viewerOf } from '@/lib/auth/viewer-of'
import { agent, customer } from '@/lib/testing/people'
import { inTransaction } from '@/lib/transaction'
import type { Viewer } from '@/lib/viewer'
import { changePreferences } from './change'

/** Signs in with another browser, and asks who that is. */
async function elsewhere(viewer: Viewer) {
  const from = { address: '203.0.113.7', userAgent: 'Firefox' }
  return viewerOf(sign(await inTransaction((tx) => openSession(tx, viewer, from))))
}

test('who is signed in is told with how their pages look, in every browser', async () => {
  const ana = await agent()
  const usual = { theme: 'system', density: 'comfortable', singleKeys: 'on' }
  expect(await elsewhere(ana)).toEqual({ ...ana, looks: usual })
  await changePreferences(ana, { theme: 'dark', signature: 'Ana' })
  await changePreferences(ana, { singleKeys: 'off' })
  expect(await elsewhere(ana)).toEqual({ ...ana, looks: { ...usual, theme: 'dark', singleKeys: 'off' } })
  expect(await elsewhere(await agent('Bo'))).toMatchObject({ looks: usual })
  expect(await elsewhere(await customer())).not.toHaveProperty('looks')
})

test('a look that is not known is refused; one that was stored otherwise is the usual one', async () => {
  const ana = await agent()
  await expect(changePreferences(ana, { theme: 'pink' as 'dark' })).rejects.toMatchObject({ field: 'theme' })
  await db.execute(
    sql`insert into preferences (person_id, value) values (${ana.id}, '{"theme": "pink", "density": "compact"}')`,
  )
  expect(await elsewhere(ana)).toMatchObject({ looks: { theme: 'system', density: 'compact' } })
})
