import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { addPerson } from '@/lib/people/add-person'
import { make, resolve } from '@/lib/support'
import { type Agent, isAgent, system } from '@/lib/viewer'
import { glimpse } from './glimpse'
import { search } from './search'

const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)

/** More than are looked at word by word, all of them changed later than those that are looked for. */
const openTickets = 250

async function arranged() {
  const agent = await addPerson(system, { name: 'Bo Berg', email: 'bo@desk.test', role: 'agent' })
  const customer = await addPerson(system, { name: 'Dmitri', email: 'dmitri@globex.test', role: 'customer' })
  if (!isAgent(agent)) throw new Error('An agent is an agent')
  const filed = (subject: string, description: string, days: number) =>
    at(daysAgo(days), () => make().for(customer.id).subject(subject).description(description).create())
  const open = await filed('Walrus in the lobby', 'It wants a parade, at once.', 300)
  const resolved = await filed('Walrus in the garden', 'It has had a parade.', 299)
  await at(daysAgo(298), () => resolve(resolved))
  await db.execute(sql`
    insert into tickets (refid, requester_id, subject, status, priority, channel)
    select 'SUP-' || lpad(n::text, 8, '0'), ${customer.id}::bigint, 'Nothing of note', 'open', 'medium', 'portal'
    from generate_series(1, ${openTickets}::integer) n`)
  const late = await filed('Walrus on the roof', 'No parade for this one.', 0)
  return { agent, open, resolved, late }
}

let there: Awaited<ReturnType<typeof arranged>> & { readonly agent: Agent }
beforeAll(async () => {
  there = await arranged()
})

const found = async (text: string) =>
  (await search(there.agent, text, { now })).tickets.map(({ refid }) => refid)

test('among more open tickets than can be looked at one by one, a word finds the open ones', async () => {
  expect(await found('walrus is:open')).toEqual([there.late.refid, there.open.refid])
  expect(await found('walrus -is:open')).toEqual([there.resolved.refid])
})

test('and so do two words in different places, each ticket once', async () => {
  expect(await found('walrus parade is:open')).toEqual([there.late.refid, there.open.refid])
  expect(await found('walrus parade is:open -garden')).toEqual([there.late.refid, there.open.refid])
  expect(await found('walrus parade is:open -lobby')).toEqual([there.late.refid])
  expect(await found('walrus parade')).toHaveLength(3)
})

test('the palette keeps to the operators, too', async () => {
  const { tickets } = await glimpse(there.agent, 'walrus is:open', now)
  expect(tickets.map(({ refid }) => refid)).toEqual([there.late.refid, there.open.refid])
})
