import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { peopleByEmail } from '@/db/seed/found'
import { ownTickets } from '@/lib/portal/find'
import { repairRelations } from '@/lib/repair/repair'
import { fireDue } from '@/lib/sla/fire'
import { make } from '@/lib/support'
import { queueCounts } from '@/lib/tickets/queue-counts'
import { isAgent, isCustomer } from '@/lib/viewer'
import { runCommandLine } from '../run'

const number = 1_500
const schema = () =>
  db.execute(sql`
    select 'index' as what, indexdef as definition from pg_indexes where schemaname = 'public'
    union all
    select 'constraint', conname || ' ' || pg_get_constraintdef(oid) || convalidated from pg_constraint
    where connamespace = 'public'::regnamespace
    order by 1, 2`)

const empty = await schema()

beforeAll(async () => {
  const { code, stdout } = await runCommandLine(['bench:seed', '--tickets', String(number)])
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Loaded 1,500 tickets in \d+ s$/m)])
}, 60_000)

test('there are five messages a ticket, notes among them, and all has its event', async () => {
  const [counts] = await db.execute(sql`
    select (select count(*) from tickets)::integer as tickets, (select count(*) from messages) * 1.0 / ${number} as messages,
      (select count(*) from messages where audience = 'agents') * 1.0 / (select count(*) from messages) as notes,
      (select count(distinct status) from tickets)::integer as statuses, (select count(*) from ticket_tags)::integer as tagged`)
  expect(counts?.tickets).toBe(number)
  expect(Number(counts?.messages)).toBeGreaterThan(4.5)
  expect(Number(counts?.messages)).toBeLessThan(6)
  expect(Number(counts?.notes)).toBeGreaterThan(0.1)
  expect(counts?.statuses).toBe(5)
  expect(counts?.tagged).toBeGreaterThan(number / 4)
})

test('it has what reports are made of: office hours, reopenings, ratings, spam, promises kept and broken', async () => {
  const [share] = await db.execute(sql`
    select avg((extract(isodow from created_at) > 5)::integer)::float8 as weekend,
      avg((extract(hour from created_at) between 7 and 18)::integer)::float8 as daytime,
      (select count(distinct score) from ratings)::integer as scores,
      (select count(*) from events where kind = 'rating.given')::integer = (select count(*) from ratings) as told,
      (select count(*) from events where kind = 'ticket.reopened')::float8 / count(*) as reopened,
      avg((spam_at is not null)::integer)::float8 as spam,
      (select avg((breached_at is not null)::integer) from sla_clocks where outcome = 'met')::float8 as late,
      (select count(*) from sla_clocks)::float8 / count(*) as clocks
    from tickets`)
  expect(share).toMatchObject({ scores: 5, told: true })
  expect(share?.weekend).toBeLessThan(0.15)
  expect(share?.daytime).toBeGreaterThan(0.8)
  expect(share?.reopened).toBeGreaterThan(0.03)
  expect(share?.spam).toBeGreaterThan(0)
  expect(share?.late).toBeGreaterThan(0.05)
  expect(share?.late).toBeLessThan(0.3)
  expect(share?.clocks).toBeGreaterThan(2)
})

test('what is in it is as the verbs would have written it', async () => {
  expect(await repairRelations({ dryRun: true })).toEqual([])
  expect(await fireDue()).toBe(0)
})

test('all indexes, keys and references are there again, and proved', async () => {
  expect(await schema()).toEqual(empty)
})

test('its people work with it, and new tickets come after the old ones', async () => {
  const everybody = await peopleByEmail()
  const [agent, customer] = [everybody.get('agent@demo.test'), everybody.get('customer@demo.test')]
  if (!agent || !isAgent(agent) || !customer || !isCustomer(customer)) throw new Error('Nobody is there')
  expect((await queueCounts(agent, new Date())).open).toBeGreaterThan(5)
  expect((await ownTickets(customer)).tickets.length).toBeGreaterThan(0)
  const ticket = await make().for(customer.id).subject('One more').description('It works').create()
  expect(ticket.id).toBe(number + 1)
})

test('a database that is in use is refused, and so is a number that makes no sense', async () => {
  const again = await runCommandLine(['bench:seed', '--tickets', '100'])
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') })
  for (const given of [
    [],
    ['--tickets'],
    ['--tickets', '5'],
    ['--tickets', '1e6'],
    ['--tickets', '99999999'],
  ])
    expect((await runCommandLine(['bench:seed', ...given])).code).toBe(2)
})
