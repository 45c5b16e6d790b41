import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { connectTo } from '@/db/testing'
import { inTransaction, type Tx } from '@/lib/transaction'
import { heldWithRules } from './load'
import { always, calendar, dueAt, filed, hour, march, office, promising } from './testing'

/** As another process would change the rules, or an admin at another web server. */
const elsewhere = connectTo(process.env.DATABASE_URL ?? '')
afterAll(() => elsewhere.end())

/** Promises a resolution within so many hours. */
const promise = (policy: { readonly id: number }, hours: number) =>
  elsewhere`update sla_policies set targets = ${JSON.stringify(always({ resolution: hours * hour }))}::text::jsonb where id = ${policy.id}`

const dueWhenFiled = async (policy: Awaited<ReturnType<typeof promising>>) =>
  dueAt(await filed(policy, march(2, '09:00')))

beforeAll(async () => {
  // Whatever this file changes, the rules have been read before.
  await dueWhenFiled(await promising({ targets: always({ resolution: hour }) }))
})

test('a policy that was edited elsewhere holds for the next ticket, one that is being edited does not', async () => {
  const policy = await promising({ targets: always({ resolution: 8 * hour }) })
  expect(await dueWhenFiled(policy)).toEqual(march(2, '17:00'))
  await elsewhere`begin`
  await promise(policy, 4)
  expect(await dueWhenFiled(policy)).toEqual(march(2, '17:00'))
  await elsewhere`commit`
  expect(await dueWhenFiled(policy)).toEqual(march(2, '13:00'))
})

test('what was edited and taken back never held', async () => {
  const policy = await promising({ targets: always({ resolution: 8 * hour }) })
  await elsewhere`begin`
  await promise(policy, 4)
  await elsewhere`rollback`
  const ticket = await filed(policy, march(2, '09:00'))
  expect(await dueAt(ticket)).toEqual(march(2, '17:00'))

  const trial = inTransaction(async (tx) => {
    await tx.execute(sql`update sla_policies set targets = ${targets(2)} where id = ${policy.id}`)
    expect(await promisedWithin(tx, policy, ticket)).toBe(2 * hour)
    throw new Error('Taken back')
  })
  await expect(trial).rejects.toThrow('Taken back')
  expect(await dueWhenFiled(policy)).toEqual(march(2, '17:00'))
})

test('a policy that is retired holds for no ticket any more', async () => {
  const policy = await promising({ targets: always({ resolution: 8 * hour }) })
  expect(await dueWhenFiled(policy)).toEqual(march(2, '17:00'))
  await elsewhere`update sla_policies set retired_at = now() where id = ${policy.id}`
  expect(await dueWhenFiled(policy)).toEqual(march(3, '09:00'))
})

test('a transaction that edits a policy twice is held to what it wrote last, and so is everybody after it', async () => {
  const policy = await promising({ targets: always({ resolution: 8 * hour }) })
  const ticket = await filed(policy, march(2, '09:00'))
  await inTransaction(async (tx) => {
    for (const hours of [4, 2]) {
      await tx.execute(sql`update sla_policies set targets = ${targets(hours)} where id = ${policy.id}`)
      expect(await promisedWithin(tx, policy, ticket)).toBe(hours * hour)
    }
  })
  expect(await dueWhenFiled(policy)).toEqual(march(2, '11:00'))
})

test('the newest hours hold, though another calendar got its newest first', async () => {
  const [slow, quick] = [await calendar(), await calendar()]
  const policy = await promising({ targets: always({ resolution: 2 * hour }), calendar: slow })
  expect(await dueWhenFiled(policy)).toEqual(march(2, '11:00'))
  const later = JSON.stringify({ ...office, weekly: { mon: [['12:00', '17:00']] } })
  await elsewhere`begin`
  await elsewhere`insert into calendar_versions (calendar_id, number, hours) values (${slow.id}, 2, ${later}::text::jsonb)`
  // Its key is the greater one, and it is there before.
  await db.execute(sql`
    insert into calendar_versions (calendar_id, number, hours) values (${quick.id}, 2, ${later}::text::jsonb)`)
  expect(await dueWhenFiled(policy)).toEqual(march(2, '11:00'))
  await elsewhere`commit`
  expect(await dueWhenFiled(policy)).toEqual(march(2, '14:00'))
})

const targets = (hours: number) => sql`${JSON.stringify(always({ resolution: hours * hour }))}::text::jsonb`

/** Seconds, as a verb in this transaction would read them. */
async function promisedWithin(tx: Tx, policy: { readonly id: number }, ticket: { readonly id: number }) {
  const { rules } = await heldWithRules(tx, [ticket.id])
  return rules.policies.find(({ id }) => id === policy.id)?.targets.medium.resolution
}
