import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { make, resolve } from '@/lib/support'
import { customer } from '@/lib/testing/people'
import { autoClose } from './auto-close'

test('a ticket that cannot be closed keeps no other open, and is told', async () => {
  const { id: requester } = await customer()
  const resolved = (days: number) =>
    at(new Date(Date.now() - days * 86_400_000), async () =>
      resolve(await make().for(requester).subject('Printer').description('On fire').create()),
    )
  const [broken, well] = [await resolved(10), await resolved(9)]
  await db.execute(
    sql.raw(`
      create function stumble() returns trigger language plpgsql as $$
      begin if new.id = ${broken.id} then raise 'no'; end if; return new; end $$`),
  )
  await db.execute(
    sql`create trigger stumble before update on tickets for each row execute function stumble()`,
  )
  expect(await autoClose({ days: 7 })).toEqual({ closed: [well.refid], failed: [broken.refid] })
  await db.execute(sql`drop trigger stumble on tickets`)
  expect(await autoClose({ days: 7 })).toEqual({ closed: [broken.refid], failed: [] })
})
