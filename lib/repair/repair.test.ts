import { type SQL, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { addPerson } from '@/lib/people/add-person'
import { changePerson } from '@/lib/people/change-person'
import { rate } from '@/lib/ratings/rate'
import { assign, close, find, make, reply, resolve } from '@/lib/support'
import { ticketByRefid } from '@/lib/tickets/lists'
import { prioritize } from '@/lib/tickets/prioritize'
import { isAgent, isCustomer, system, type Viewer } from '@/lib/viewer'
import { repair, repairRelations } from './repair'
import type { Rule } from './rule'

const hour = 60 * 60 * 1000
const ago = (hours: number) => new Date(Date.now() - hours * hour)

let number = 0
const person = (role: Viewer['role'], name: string) =>
  addPerson(system, { role, name, email: `p${++number}@acme.test` })

let ana: Viewer
let bo: Viewer
beforeEach(async () => {
  ana = await person('customer', 'Ana')
  bo = await person('agent', 'Bo')
})

const filed = (hours = 10) =>
  at(ago(hours), () => make().for(ana.id).subject('Printer').description('On fire').create())

/** Filed, assigned, noted, answered, thanked for and resolved. */
async function told() {
  const ticket = await filed()
  await at(ago(9), () => assign(ticket, bo.id))
  await at(ago(8), () => reply(ticket, bo.id, 'A note', true))
  await at(ago(7), () => reply(ticket, bo.id, 'An answer'))
  await at(ago(6), () => reply(ticket, ana.id, 'Thank you'))
  return at(ago(5), () => resolve(ticket))
}

const row = async ({ id }: { readonly id: number }) =>
  (await db.execute(sql`select * from tickets where id = ${id}`))[0] ?? {}
const plant = (damage: SQL) => db.execute(damage)

test('what the verbs have written needs no repair', async () => {
  await told()
  const again = await told()
  await at(ago(3), () => again.reopen())
  const closed = await at(ago(2), () => close(again))
  await reply(closed, ana.id, 'A follow-up')
  const third = await told()
  await reply(third, ana.id, 'Still broken')
  if (!isAgent(bo)) throw new Error('Bo is an agent')
  await prioritize(bo, await ticketByRefid((await filed()).refid), 'urgent')
  expect(await repairRelations()).toEqual([])
})

test('what cannot be mended does not hide what was, and what mending did not help is left', async () => {
  const [one, two, three] = [await filed(), await filed(), await filed()]
  const found = [one, two, three].map(({ id, refid }) => ({ ticketId: id, refid, what: 'wrong' }))
  const mended = new Set<number>()
  const rule: Rule = {
    name: 'trial',
    find: async (_, ticketId) =>
      found.filter((one) => !mended.has(one.ticketId) && (!ticketId || one.ticketId === ticketId)),
    mend: async (tx, { ticketId }) => {
      if (ticketId === two.id) await tx.execute(sql`select 1 / 0`)
      if (ticketId === three.id) mended.add(ticketId)
    },
  }
  expect(await repair([rule], {})).toMatchObject([
    { refid: one.refid, outcome: 'left' },
    { refid: two.refid, outcome: 'failed', why: 'division by zero' },
    { refid: three.refid, outcome: 'repaired' },
  ])
})

describe('moments are put back to what the history tells', () => {
  test.each([
    ['first-answer', 'first_answered_at = null'],
    ['first-answer', 'first_answered_at = now()'],
    ['waiting', 'waiting_since = now()'],
    ['resolution', "resolved_at = now() + interval '1 day'"],
    ['promise', "sla_due_at = now() + interval '1 year'"],
    ['promise', 'sla_risk_at = now()'],
    ['public-update', 'public_updated_at = created_at'],
    ['update', 'updated_at = created_at'],
  ])('%s, where it says %s', async (rule, damage) => {
    const ticket = await told()
    const before = await row(ticket)
    await plant(sql`update tickets set ${sql.raw(damage)} where id = ${ticket.id}`)

    const found = await repairRelations({ dryRun: true })
    expect(found).toMatchObject([{ rule, refid: ticket.refid, outcome: 'found' }])
    expect(await repairRelations()).toEqual(found.map((report) => ({ ...report, outcome: 'repaired' })))
    expect(await row(ticket)).toEqual(before)
    expect(await repairRelations()).toEqual([])
  })

  test('closing', async () => {
    const ticket = await at(ago(1), async () => close(await told()))
    const before = await row(ticket)
    await plant(sql`update tickets set closed_at = now() where id = ${ticket.id}`)
    expect(await repairRelations()).toMatchObject([{ rule: 'closing', outcome: 'repaired' }])
    expect(await row(ticket)).toEqual(before)
  })

  test('a customer who waits is seen to wait', async () => {
    const ticket = await filed()
    await plant(sql`update tickets set waiting_since = null where id = ${ticket.id}`)
    const [report] = await repairRelations()
    expect(report).toMatchObject({ rule: 'waiting', what: expect.stringContaining('waiting_since is empty') })
    expect((await row(ticket)).waiting_since).toEqual((await row(ticket)).created_at)
  })

  test('a note neither answers nor shows', async () => {
    const ticket = await filed()
    await reply(ticket, bo.id, 'A note', true)
    expect(await repairRelations()).toEqual([])
  })
})

describe('clocks are what their ledger tells', () => {
  test('a clock that was moved is put back, and the deadline on its ticket with it', async () => {
    const ticket = await filed()
    const before = await row(ticket)
    await plant(sql`update sla_clocks set due_at = now(), seconds = 1 where ticket_id = ${ticket.id}`)
    await plant(sql`update tickets set sla_due_at = null where id = ${ticket.id}`)
    expect(await repairRelations()).toMatchObject([
      { rule: 'promise', what: expect.stringContaining('resolution 1 seconds is 1, should be 86400') },
    ])
    expect(await row(ticket)).toEqual(before)
    expect(await repairRelations()).toEqual([])
  })
})

describe('people', () => {
  test('live tickets of somebody who has left go back to the queue, with an event; done ones stay', async () => {
    const done = await told()
    const live = await assign(await filed(), bo.id)
    await changePerson(system, bo.email, { active: false })
    expect(await repairRelations()).toEqual([
      { rule: 'assignee', refid: live.refid, what: 'assigned to Bo, who has left', outcome: 'repaired' },
    ])
    const after = await find(live.refid)
    expect(after.assigneeId).toBeNull()
    expect((await after.history()).at(-1)).toMatchObject({
      kind: 'ticket.assigned',
      actor: null,
      audience: 'agents',
      change: { assignee: ['Bo', null] },
    })
    expect((await find(done.refid)).assigneeId).toBe(bo.id)
    expect(await repairRelations()).toEqual([])
  })

  test('a customer is nobody’s agent', async () => {
    const ticket = await filed()
    const solved = await told()
    if (!isCustomer(ana)) throw new Error('Ana is a customer')
    await plant(sql`update tickets set assignee_id = ${ana.id} where id = ${ticket.id}`)
    await plant(sql`update tickets set solver_id = ${ana.id} where id = ${solved.id}`)
    await rate(ana, solved, { score: 5, comment: 'I did it myself' })
    expect((await repairRelations()).map(({ rule }) => rule)).toEqual(['assignee', 'solver'])
    expect([(await row(ticket)).assignee_id, (await row(solved)).solver_id]).toEqual([null, null])
    expect(await db.execute(sql`select agent_id from ratings where ticket_id = ${solved.id}`)).toMatchObject([
      { agent_id: null },
    ])
  })
})

describe('relations', () => {
  test('a note that was made public is a note again', async () => {
    const ticket = await told()
    await plant(
      sql`update messages set audience = 'everyone' where ticket_id = ${ticket.id} and body = 'A note'`,
    )
    expect(await repairRelations()).toMatchObject([
      {
        rule: 'audience',
        refid: ticket.refid,
        what: 'a note is visible to the customer',
        outcome: 'repaired',
      },
    ])
    expect(
      await db.execute(sql`select audience from messages where ticket_id = ${ticket.id} and body = 'A note'`),
    ).toMatchObject([{ audience: 'agents' }])
  })

  test('nobody follows themselves, or the ticket of somebody else', async () => {
    const cleo = await person('customer', 'Cleo')
    const theirs = await make().for(cleo.id).subject('Secret').description('On fire').create()
    const [self, other] = [await filed(), await filed(9)]
    await plant(sql`update tickets set follows_id = id where id = ${self.id}`)
    await plant(sql`update tickets set follows_id = ${theirs.id} where id = ${other.id}`)
    expect((await repairRelations()).map(({ rule, refid }) => [rule, refid])).toEqual([
      ['follows', self.refid],
      ['follows', other.refid],
    ])
    expect([(await row(self)).follows_id, (await row(other)).follows_id]).toEqual([null, null])
  })
})

describe('what only a person can decide is told and left alone', () => {
  test('a status that the history does not know', async () => {
    const ticket = await filed()
    await plant(sql`update tickets set status = 'pending' where id = ${ticket.id}`)
    const left = [
      {
        rule: 'status-history',
        refid: ticket.refid,
        what: 'is pending, its history ends with open',
        outcome: 'left',
      },
    ]
    expect(await repairRelations()).toEqual(left)
    expect(await repairRelations({ dryRun: true })).toEqual(left)
    await plant(sql`update tickets set status = 'open' where id = ${ticket.id}`)
  })

  test('a message that came past the verbs', async () => {
    const ticket = await filed()
    await plant(sql`
      insert into messages (ticket_id, author_id, audience, channel, body)
      values (${ticket.id}, ${bo.id}, 'agents', 'agent', 'Psst')`)
    expect(await repairRelations()).toMatchObject([
      { rule: 'unrecorded', refid: ticket.refid, outcome: 'left' },
    ])
    await plant(sql`delete from messages where ticket_id = ${ticket.id} and body = 'Psst'`)
  })

  test('a ticket without a word', async () => {
    const refid = 'SUP-EMPTY000'
    await plant(sql`
      insert into tickets (refid, requester_id, subject, status, priority, channel)
      values (${refid}, ${ana.id}, 'Empty', 'open', 'medium', 'api')`)
    expect(await repairRelations()).toEqual([
      { rule: 'unrecorded', refid, what: 'has no message', outcome: 'left' },
    ])
    await plant(sql`delete from tickets where refid = ${refid}`)
  })
})

test('side by side each damage is repaired once, and one event tells of it', async () => {
  const tickets = await Promise.all([filed(), filed(9), filed(8), filed(7)])
  for (const ticket of tickets) await assign(ticket, bo.id)
  await changePerson(system, bo.email, { active: false })
  await plant(sql`update tickets set sla_due_at = now() where requester_id = ${ana.id}`)
  const reports = (await Promise.all([repairRelations(), repairRelations(), repairRelations()])).flat()
  expect(reports.filter(({ rule }) => rule === 'assignee')).toHaveLength(4)
  expect(reports.filter(({ rule }) => rule === 'promise')).toHaveLength(4)
  const [events] = await db.execute(sql`
    select count(*) from events where kind = 'ticket.assigned' and actor_id is null and change -> 'assignee' ->> 1 is null`)
  expect(Number(events?.count)).toBeGreaterThanOrEqual(4)
  for (const ticket of tickets) {
    const unassigned = (await (await find(ticket.refid)).history()).filter(
      ({ kind, change }) => kind === 'ticket.assigned' && change.assignee?.[1] === null,
    )
    expect(unassigned).toHaveLength(1)
  }
  expect(await repairRelations()).toEqual([])
})
