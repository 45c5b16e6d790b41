import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { fold } from './fold'
import { makeHistories } from './histories'
import { rebuild } from './rebuild'
import { type ReadFact, readFacts } from './testing'

const zone = 'Australia/Lord_Howe'

const stored = async (relation: 'facts' | 'ticket_facts') => [
  ...(await db.execute<{ [Name in keyof ReadFact]: ReadFact[Name] }>(sql`
    select ticket_id as "ticketId", kind, floor(extract(epoch from at) * 1000000)::bigint as at, to_char(day, 'YYYY-MM-DD') as day,
      hour, agent_id as "agentId", category_id as "categoryId", team_id as "teamId", channel, priority, amount,
      open_amount as "openAmount", good, replies, to_char(previous, 'YYYY-MM-DD') as previous
    from ${sql.raw(relation)}`)),
]

const inOrder = (facts: readonly ReadFact[]) =>
  facts
    .map((fact) => Object.entries(fact).sort(([one], [other]) => (one < other ? -1 : 1)))
    .map((entries) => JSON.stringify(Object.fromEntries(entries)))
    .sort()

const tallies = () =>
  db.execute(sql`
    select span, to_char(starts, 'YYYY-MM-DD') as starts, kind, dimension, value, n, good, amount, open_amount from fact_tallies
    order by span, starts, kind, dimension, value`)

beforeAll(() => makeHistories({ seed: 7, tickets: 50, timeZone: zone }), 120_000)

test('what the database counts is what METRICS says, read over the raw events', async () => {
  await rebuild()
  const read = inOrder(await readFacts(zone))
  expect(read.length).toBeGreaterThan(300)
  expect(inOrder(await stored('ticket_facts'))).toEqual(read)
  expect(inOrder(await stored('facts'))).toEqual(read)
})

test('folding in what has happened since is the same as computing all of it anew, to the last digit', async () => {
  await makeHistories({ seed: 8, tickets: 20, timeZone: zone })
  expect(await fold()).toBeGreaterThan(0)
  const folded = { facts: inOrder(await stored('facts')), tallies: await tallies() }
  expect(folded.facts).toEqual(inOrder(await readFacts(zone)))
  await rebuild()
  expect({ facts: inOrder(await stored('facts')), tallies: await tallies() }).toEqual(folded)
  expect(await fold()).toBe(0)
})

test('whoever reads while all of it is computed anew sees all of it', async () => {
  const read = async () => {
    const [row] = await db.execute<{ facts: number; created: number }>(sql`
      select (select count(*) from facts)::integer as facts, (select sum(created) from ticket_days)::integer as created`)
    return row
  }
  const before = await read()
  let computing = true
  const computed = rebuild().finally(() => {
    computing = false
  })
  while (computing) expect(await read()).toEqual(before)
  await computed
  expect(await read()).toEqual(before)
})
