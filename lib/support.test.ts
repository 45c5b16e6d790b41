import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { Conflict, Missing, Refused, TooMany } from '@/lib/errors'
import { addPerson } from '@/lib/people/add-person'
import { changePerson } from '@/lib/people/change-person'
import { changeSettings } from '@/lib/settings/change'
import { createPolicy } from '@/lib/sla/policies/create'
import { retirePolicy } from '@/lib/sla/policies/retire'
import {
  assign,
  categories,
  close,
  configCategory,
  createTicket,
  find,
  getAgentTickets,
  getSlaBreachedTickets,
  getUnassignedTickets,
  getUserTickets,
  make,
  personByEmail,
  rateLimiter,
  reply,
  resolve,
} from '@/lib/support'
import { TicketLimit } from '@/lib/tickets/limit'
import { merge } from '@/lib/tickets/merge'
import { isAgent, system, type Viewer } from '@/lib/viewer'

/* The library's description, example after example. */

const hour = 60 * 60 * 1000
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

let number = 0
const person = (role: Viewer['role'], name = `${role} ${++number}`) =>
  addPerson(system, { role, name, email: `p${++number}@acme.test` })

let ana: Viewer
let bo: Viewer
beforeEach(async () => {
  ana = await person('customer', 'Ana')
  bo = await person('agent', 'Bo')
})

const draft = () =>
  make().for(ana.id).subject('Issue with order #123').description('The package arrived damaged…')
const filed = () => draft().create()

describe('filing a ticket', () => {
  test('step by step, with everything that the description shows', async () => {
    const category = await configCategory().name('Orders').create()
    const ticket = await make()
      .for(ana.id)
      .category(category.id)
      .subject('Issue with order #123')
      .description('The package arrived damaged…')
      .high()
      .create()
    expect(ticket.refid).toMatch(/^SUP-[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(ticket).toMatchObject({
      subject: 'Issue with order #123',
      status: 'open',
      priority: 'high',
      requesterId: ana.id,
      assigneeId: null,
    })
    expect(await find(ticket.refid)).toEqual(ticket)
  })

  test('as JSON it is what its description shows: nothing that a note moves, and no key of its own', async () => {
    const ticket = await draft().metadata({ cluster_id: 'prod-east-1' }).urgent().create()
    const told = {
      refid: ticket.refid,
      subject: 'Issue with order #123',
      status: 'open',
      priority: 'urgent',
      requesterId: ana.id,
      categoryId: null,
      assigneeId: null,
      metadata: { cluster_id: 'prod-east-1' },
      createdAt: ticket.createdAt.toISOString(),
      resolvedAt: null,
      slaDueAt: ticket.slaDueAt?.toISOString(),
    }
    const shown = (given: unknown): unknown => JSON.parse(JSON.stringify(given))
    expect(shown({ ticket })).toEqual({ ticket: told })
    expect(Object.keys(ticket)).toEqual(Object.keys(told))
    expect(inspect(ticket)).not.toMatch(/updatedAt|spam|merged|team/)
    await reply(ticket, bo.id, 'Checking shipping logs…', true)
    expect(shown(await find(ticket.refid))).toEqual(told)
  })

  test('a ticket tells what it is about, and whose it is', async () => {
    const ticket = await filed()
    await reply(ticket, ana.id, 'And the invoice is missing, too')
    expect(await ticket.description()).toBe('The package arrived damaged…')
    expect(await ticket.user()).toEqual({ name: 'Ana', email: ana.email })
  })

  test('also when it was merged into another', async () => {
    const [kept, gone] = [await filed(), await draft().description('It is broken').create()]
    if (!isAgent(bo)) throw new Error('Bo is an agent')
    await merge(bo, gone, kept)
    expect(await (await find(gone.refid)).description()).toBe('It is broken')
    expect(await (await find(kept.refid)).description()).toBe('The package arrived damaged…')
    const later = await draft().description('It broke again').create()
    await merge(bo, kept, later)
    expect(await (await find(later.refid)).description()).toBe('It broke again')
  })

  test('what is incomplete does not compile', () => {
    const incomplete = () => [
      // @ts-expect-error whose ticket is it?
      make().subject('Printer').description('On fire').create(),
      // @ts-expect-error what is it about?
      make().for(1).description('On fire').create(),
      // @ts-expect-error what happened?
      make().for(1).subject('Printer').high().create(),
      // @ts-expect-error there is no such priority
      make().for(1).subject('Printer').description('On fire').priority('enormous').create(),
      // @ts-expect-error a category has a name
      configCategory().slug('printers').create(),
      // the order of the steps does not matter
      make().description('On fire').urgent().subject('Printer').for(1).create(),
    ]
    expect(incomplete).toBeTypeOf('function')
  })

  test('all at once, from an object', async () => {
    const ticket = await createTicket({ userId: ana.id, subject: 'Printer', description: 'On fire' })
    expect(ticket).toMatchObject({ subject: 'Printer', priority: 'medium' })
  })

  test.each([
    ['low', 72],
    ['medium', 24],
    ['high', 8],
    ['urgent', 2],
  ] as const)('%s is promised within %i hours', async (priority, hours) => {
    const ticket = await draft().priority(priority).create()
    expect(ticket.priority).toBe(priority)
    expect(ticket.slaDueAt?.getTime()).toBe(ticket.createdAt.getTime() + hours * hour)
    expect(ticket.isUrgent()).toBe(priority === 'urgent')
  })

  test('each priority has a step of its own, and the last one counts', async () => {
    expect((await draft().low().create()).priority).toBe('low')
    expect((await draft().low().high().medium().create()).priority).toBe('medium')
    expect((await draft().urgent().create()).priority).toBe('urgent')
  })

  test('the default priority and the hours are settings', async () => {
    await changeSettings(system, { defaultPriority: 'low' })
    try {
      expect((await filed()).priority).toBe('low')
    } finally {
      await changeSettings(system, { defaultPriority: 'medium' })
    }
    const quicker = await createPolicy(system, {
      name: 'Quicker',
      conditions: { channels: ['api'] },
      targets: { low: {}, medium: { resolution: 5 * 60 * 60 }, high: {}, urgent: {} },
      calendar: null,
      pausing: [],
      steps: [],
    })
    try {
      const { slaDueAt, createdAt } = await filed()
      expect(slaDueAt).toEqual(new Date(createdAt.getTime() + 5 * hour))
    } finally {
      await retirePolicy(system, quicker.uid)
    }
    const { slaDueAt, createdAt } = await filed()
    expect(slaDueAt).toEqual(new Date(createdAt.getTime() + 24 * hour))
  })

  test.each([
    ['an empty subject', { subject: '   ' }, 'subject'],
    ['a subject of two lines', { subject: 'Printer\r\nBcc: everybody' }, 'subject'],
    ['a subject that is too long', { subject: 'x'.repeat(201) }, 'subject'],
    ['an empty description', { description: '\u200b\n' }, 'description'],
    ['a description that is too long', { description: 'x'.repeat(50_001) }, 'description'],
    ['a NUL', { description: 'On\0fire' }, 'description'],
    ['a priority that does not exist', { priority: 'enormous' as 'high' }, 'priority'],
  ])('%s is refused at its field', async (_, wrong, field) => {
    const ticket = { userId: ana.id, subject: 'Printer', description: 'On fire', ...wrong }
    await expect(createTicket(ticket)).rejects.toMatchObject({ name: 'Refused', field })
    expect(await getUserTickets(ana.id)).toHaveLength(0)
  })

  test('for somebody who does not exist, nothing is filed', async () => {
    await expect(make().for(987_654_321).subject('Printer').description('On fire').create()).rejects.toThrow(
      Missing,
    )
  })

  test('a reference that is taken is never seen: another one is tried', async () => {
    const first = await filed()
    // The database itself makes the next three references collide with one that is there.
    await db.execute(sql`create sequence attempts`)
    await db.execute(sql`
      create function collide() returns trigger language plpgsql as $$
      begin
        if nextval('attempts') <= 3 then new.refid := ${sql.raw(`'${first.refid}'`)}; end if;
        return new;
      end $$`)
    await db.execute(
      sql`create trigger collide before insert on tickets for each row execute function collide()`,
    )
    try {
      const second = await filed()
      expect(second.refid).not.toBe(first.refid)
      const [row] = await db.execute(sql`select last_value from attempts`)
      expect(row?.last_value).toBe(4)
      expect((await getUserTickets(ana.id)).map(({ refid }) => refid)).toEqual([second.refid, first.refid])
    } finally {
      await db.execute(sql`drop trigger collide on tickets`)
    }
  })
})

describe('categories', () => {
  test('are active or not, in their order, with a slug of their own', async () => {
    await configCategory()
      .name('Technical Support')
      .description('Help with software installation and bugs.')
      .order(2)
      .create()
    await configCategory().name('Fax').slug('fax-machines').inactive().create()
    await configCategory().name('First aid').order(1).active(true).create()
    const mine = (await categories()).filter(({ displayOrder }) => displayOrder > 0)
    expect(mine.map(({ name, slug }) => [name, slug])).toEqual([
      ['First aid', 'first-aid'],
      ['Technical Support', 'technical-support'],
    ])
    expect(mine[1]).toMatchObject({ description: 'Help with software installation and bugs.', active: true })
    expect(await categories(false)).toMatchObject([{ name: 'Fax', slug: 'fax-machines', active: false }])
  })

  test('a new one is given as the list gives it', async () => {
    const created = await configCategory().name('Telegrams').create()
    expect((await categories()).find(({ id }) => id === created.id)).toEqual(created)
  })

  test('a slug is given once', async () => {
    await configCategory().name('Returns').create()
    await expect(configCategory().name('Returns').create()).rejects.toMatchObject({
      name: 'Refused',
      field: 'slug',
    })
    await expect(configCategory().name('返品').create()).rejects.toMatchObject({
      name: 'Refused',
      field: 'slug',
    })
  })

  test('a category that does not exist is not found, and one that is inactive is refused', async () => {
    await expect(draft().category(987_654_321).create()).rejects.toThrow('Category not found')
    await expect(draft().category(987_654_321).create()).rejects.toThrow(Missing)
    const closed = await configCategory().name('Telex').inactive().create()
    await expect(draft().category(closed.id).create()).rejects.toMatchObject({
      name: 'Refused',
      field: 'category',
    })
    expect(await getUserTickets(ana.id)).toHaveLength(0)
  })
})

describe('replies and notes', () => {
  test('a reply answers the customer, a note does not', async () => {
    const ticket = await filed()
    await reply(ticket, bo.id, 'Checking shipping logs…', true)
    const [before] = await db.execute(
      sql`select first_answered_at, waiting_since from tickets where id = ${ticket.id}`,
    )
    expect(before).toMatchObject({ first_answered_at: null, waiting_since: expect.anything() })
    await reply(ticket, bo.id, 'We are looking into this.')
    const [after] = await db.execute(
      sql`select first_answered_at, waiting_since from tickets where id = ${ticket.id}`,
    )
    expect(after).toMatchObject({ first_answered_at: expect.anything(), waiting_since: null })
  })

  test('each is stored for whom it was written', async () => {
    const ticket = await filed()
    await reply(ticket, bo.id, 'We are looking into this.')
    await reply(ticket, bo.id, 'Checking shipping logs…', true)
    const rows = await db.execute(
      sql`select audience, body from messages where ticket_id = ${ticket.id} order by id offset 1`,
    )
    expect([...rows]).toEqual([
      { audience: 'everyone', body: 'We are looking into this.' },
      { audience: 'agents', body: 'Checking shipping logs…' },
    ])
  })

  test('a customer writes no notes, and not on tickets of others', async () => {
    const ticket = await filed()
    await expect(reply(ticket, ana.id, 'For agents only', true)).rejects.toThrow(Refused)
    const cleo = await person('customer')
    await expect(reply(ticket, cleo.id, 'Let me in')).rejects.toThrow(Missing)
    await expect(reply(ticket, bo.id, '  ')).rejects.toThrow(Refused)
  })

  test('a customer’s reply to a closed ticket opens one that follows it', async () => {
    const ticket = await filed()
    await resolve(ticket)
    await close(ticket)
    const next = await reply(ticket, ana.id, 'It is back')
    expect(next.refid).not.toBe(ticket.refid)
    expect(next).toMatchObject({ subject: ticket.subject, status: 'open' })
    expect((await find(ticket.refid)).status).toBe('closed')
  })
})

describe('the life of a ticket', () => {
  test('is assigned, resolved, closed and reopened', async () => {
    let ticket = await filed()
    expect(ticket.isOpen()).toBe(true)
    ticket = await ticket.assignTo(bo.id)
    expect(ticket.assigneeId).toBe(bo.id)
    ticket = await resolve(ticket)
    expect([ticket.status, ticket.isOpen()]).toEqual(['resolved', false])
    ticket = await close(ticket)
    expect(ticket.status).toBe('closed')
    ticket = await ticket.reopen()
    expect([ticket.status, ticket.resolvedAt]).toEqual(['open', null])
  })

  test('what makes no sense is refused', async () => {
    const ticket = await filed()
    await expect(ticket.reopen()).rejects.toThrow(Refused)
    const resolved = await resolve(ticket)
    await expect(resolve(resolved)).rejects.toThrow(Refused)
    const closed = await close(resolved)
    await expect(close(closed)).rejects.toThrow(Refused)
    await expect(resolve(closed)).rejects.toThrow(Refused)
    await expect(assign(closed, bo.id)).rejects.toThrow(Refused)
    await expect(reply(closed, bo.id, 'One more thing')).rejects.toThrow(Refused)
  })

  test('closing an unresolved ticket resolves it on the way', async () => {
    const ticket = await close(await filed())
    expect(ticket).toMatchObject({ status: 'closed', resolvedAt: expect.any(Date) })
  })

  test('only active agents are given tickets', async () => {
    const ticket = await filed()
    await expect(assign(ticket, ana.id)).rejects.toThrow(Refused)
    await changePerson(system, bo.email, { active: false })
    await expect(assign(ticket, bo.id)).rejects.toThrow(Refused)
    await expect(assign(ticket, 987_654_321)).rejects.toThrow(Refused)
  })

  test('who holds an old copy of a ticket does not overwrite what came after it', async () => {
    const cy = await person('agent')
    const seen = await filed()
    await seen.assignTo(bo.id)
    await expect(seen.assignTo(cy.id)).rejects.toThrow(Conflict)
    expect((await find(seen.refid)).assigneeId).toBe(bo.id)
  })

  test('everything is in its history, with who and when', async () => {
    const moments = [6, 5, 4, 3, 2].map((hours) => ago(hours * hour))
    const tell = (index: number, work: () => Promise<unknown>) => at(moments[index] ?? new Date(), work)
    const ticket = await at(ago(7 * hour), filed)
    await tell(0, () => assign(ticket, bo.id))
    await tell(1, () => reply(ticket, bo.id, 'Checking shipping logs…', true))
    await tell(2, () => reply(ticket, bo.id, 'We are looking into this.'))
    await tell(3, () => reply(ticket, ana.id, 'Thank you'))
    await tell(4, () => resolve(ticket))
    const history = await (await find(ticket.refid)).history()
    expect(history.map(({ kind, actor, audience }) => [kind, actor, audience])).toEqual([
      ['ticket.created', 'Ana', 'everyone'],
      ['message.received', 'Ana', 'everyone'],
      ['ticket.assigned', null, 'agents'],
      ['message.noted', 'Bo', 'agents'],
      ['message.answered', 'Bo', 'everyone'],
      ['message.received', 'Ana', 'everyone'],
      ['ticket.resolved', null, 'everyone'],
    ])
    expect(history[2]?.change).toEqual({ assignee: [null, 'Bo'] })
    expect(history[6]?.change).toEqual({ status: ['open', 'resolved'] })
    expect(history.slice(2).map((event) => event.at)).toEqual(moments)
  })
})

describe('finding tickets', () => {
  test('by reference', async () => {
    await expect(find('SUP-00000000')).rejects.toThrow('Ticket not found')
    await expect(find('x’; drop table tickets; --')).rejects.toThrow(Missing)
  })

  test('by reference, as people type it', async () => {
    const { refid } = await filed()
    for (const typed of [refid.toLowerCase(), ` ${refid} `, `#${refid}`])
      expect((await find(typed)).refid).toBe(refid)
    await expect(find('SUP-\0')).rejects.toThrow('Ticket not found')
    await expect(find(undefined as unknown as string)).rejects.toThrow('Ticket not found')
  })

  test('of a user, newest first, whatever their state', async () => {
    const first = await filed()
    const second = await filed()
    await close(first)
    expect((await getUserTickets(ana.id)).map(({ refid }) => refid)).toEqual([second.refid, first.refid])
    expect(await getUserTickets(bo.id)).toEqual([])
  })

  test('of an agent, the open ones', async () => {
    const kept = await (await filed()).assignTo(bo.id)
    const done = await (await filed()).assignTo(bo.id)
    await resolve(done)
    expect((await getAgentTickets(bo.id)).map(({ refid }) => refid)).toEqual([kept.refid])
  })

  test('that nobody has', async () => {
    const free = await filed()
    const taken = await (await filed()).assignTo(bo.id)
    const refids = (await getUnassignedTickets()).map(({ refid }) => refid)
    expect(refids).toContain(free.refid)
    expect(refids).not.toContain(taken.refid)
  })

  test('that missed their promise, the longest overdue first; a resolved one is not among them', async () => {
    const late = await at(ago(9 * hour), () => draft().high().create())
    const later = await at(ago(9 * hour), () => draft().urgent().create())
    const inTime = await at(ago(9 * hour), () => draft().medium().create())
    const done = await resolve(await at(ago(9 * hour), () => draft().urgent().create()))
    const refids = (await getSlaBreachedTickets()).map(({ refid }) => refid)
    expect(refids.indexOf(later.refid)).toBeLessThan(refids.indexOf(late.refid))
    expect(refids).toContain(late.refid)
    expect(refids).not.toContain(inTime.refid)
    expect(refids).not.toContain(done.refid)
    expect([late, later, inTime, done].map((ticket) => ticket.isSlaBreached())).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('what can be no key', () => {
  test.each([
    Number.NaN,
    1.5,
    -1,
    2 ** 60,
    Number.POSITIVE_INFINITY,
    '7abc' as unknown as number,
  ])('%s is like a key that nobody has', async (wrong) => {
    const ticket = await filed()
    const filing = make().for(wrong).subject('Printer').description('On fire').create()
    await expect(filing).rejects.toThrow(new Missing('There is no such person'))
    await expect(draft().category(wrong).create()).rejects.toThrow(new Missing('Category not found'))
    await expect(reply(ticket, wrong, 'Hello')).rejects.toThrow(new Missing('There is no such person'))
    await expect(assign(ticket, wrong)).rejects.toThrow(new Refused('Choose an active agent', 'assignee'))
    await expect(ticket.assignTo(wrong)).rejects.toThrow(new Refused('Choose an active agent', 'assignee'))
    expect(await getUserTickets(wrong)).toEqual([])
    expect(await getAgentTickets(wrong)).toEqual([])
    const limiter = rateLimiter()
    expect(await limiter.canCreateTicket(wrong)).toBe(false)
    expect(await limiter.canReply(wrong, ticket.id)).toBe(false)
    expect(await limiter.canReply(ana.id, wrong)).toBe(false)
    await expect(limiter.getTimeUntilNextTicket(wrong)).rejects.toThrow('There is no such person')
  })
})

describe('the rate limiter', () => {
  test('lets five tickets an hour through, then says how long to wait', async () => {
    const limiter = rateLimiter()
    for (const minutes of [50, 40, 30, 20]) await at(ago(minutes * 60_000), filed)
    expect(await limiter.canCreateTicket(ana.id)).toBe(true)
    expect(await limiter.getTimeUntilNextTicket(ana.id)).toBe(0)
    await filed()
    expect(await limiter.canCreateTicket(ana.id)).toBe(false)
    const seconds = await limiter.getTimeUntilNextTicket(ana.id)
    expect(seconds).toBeGreaterThan(590)
    expect(seconds).toBeLessThanOrEqual(600)
    const refusal = filed()
    await expect(refusal).rejects.toThrow(TicketLimit)
    await expect(refusal).rejects.toThrow(TooMany)
    await expect(refusal).rejects.toMatchObject({ retryAfter: expect.closeTo(seconds, -1) })
    expect(await limiter.canCreateTicket(bo.id)).toBe(true)
  })

  test('of twenty at once, exactly five get through', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, filed))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(reasons.every((reason) => reason instanceof TicketLimit)).toBe(true)
    expect(await getUserTickets(ana.id)).toHaveLength(5)
  })

  test('can be set, and switched off', async () => {
    const usual = { enabled: true, ticketsPerHour: 5, repliesPerMinute: 10 }
    try {
      await changeSettings(system, { rateLimit: { ...usual, ticketsPerHour: 1 } })
      await filed()
      await expect(filed()).rejects.toThrow(TicketLimit)
      await changeSettings(system, { rateLimit: { ...usual, ticketsPerHour: 1, enabled: false } })
      expect(await rateLimiter().canCreateTicket(ana.id)).toBe(true)
      await filed()
    } finally {
      await changeSettings(system, { rateLimit: usual })
    }
  })

  test('counts replies for each user and each ticket', async () => {
    const limiter = rateLimiter()
    const [first, second] = [await filed(), await filed()]
    for (let count = 0; count < 9; count++) await reply(first, ana.id, `Hello? ${count}`)
    expect(await limiter.canReply(ana.id, first.id)).toBe(false)
    await expect(reply(first, ana.id, 'Hello?!')).rejects.toThrow(TooMany)
    expect(await limiter.canReply(ana.id, second.id)).toBe(true)
    expect(await limiter.canReply(bo.id, first.id)).toBe(true)
  })

  test('counts what somebody writes to all of their tickets, too', async () => {
    const all = [await filed(), await filed(), await filed(), await filed()] as const
    for (let count = 0; count < 26; count++) await reply(all[count % 3] ?? all[0], ana.id, `Hello? ${count}`)
    const untouched = all[3]
    expect(await rateLimiter().canReply(ana.id, untouched.id)).toBe(false)
    await expect(reply(untouched, ana.id, 'Hello?!')).rejects.toThrow(TooMany)
    expect(await rateLimiter().canReply(bo.id, untouched.id)).toBe(true)
  })

  test('lets nobody through who is not there, or on what is not theirs', async () => {
    const limiter = rateLimiter()
    const ticket = await filed()
    const [nobody, cleo] = [987_654_321, await person('customer')]
    await changePerson(system, bo.email, { active: false })
    for (const id of [nobody, bo.id]) {
      expect(await limiter.canCreateTicket(id)).toBe(false)
      await expect(limiter.getTimeUntilNextTicket(id)).rejects.toThrow(Missing)
      expect(await limiter.canReply(id, ticket.id)).toBe(false)
    }
    expect(await limiter.canReply(ana.id, nobody)).toBe(false)
    expect(await limiter.canReply(cleo.id, ticket.id)).toBe(false)
    expect(await limiter.canReply(ana.id, ticket.id)).toBe(true)
  })
})

describe('metadata', () => {
  test('comes back as it went in', async () => {
    const metadata = {
      cluster_id: 'prod-east-1',
      severity: 'P0',
      nodes: [1, 2.5, null, true],
      nested: { ключ: '値 🙂', empty: {} },
    }
    const ticket = await draft().metadata(metadata).create()
    expect(ticket.metadata).toEqual(metadata)
    expect((await find(ticket.refid)).metadata).toEqual(metadata)
    expect((await filed()).metadata).toEqual({})
  })

  test('is measured in bytes', async () => {
    const fits = { text: '€'.repeat(5_457) }
    expect((await draft().metadata(fits).create()).metadata).toEqual(fits)
    await expect(
      draft()
        .metadata({ text: '€'.repeat(5_458) })
        .create(),
    ).rejects.toThrow('Metadata is larger than 16 KiB')
  })

  const endless: Record<string, unknown> = {}
  endless.self = endless

  test.each([
    ['more than 16 KiB', { text: 'x'.repeat(16 * 1024) }, 'is larger than 16 KiB'],
    ['more than five levels', { a: { b: { c: { d: { e: { f: 1 } } } } } }, 'is more than 5 levels deep'],
    ['what contains itself', endless, 'is more than 5 levels deep'],
    ['a NUL', { text: 'a\0b' }, 'contains a character that cannot be stored'],
    ['a key too long', { ['k'.repeat(101)]: 1 }, 'has a key of more than 100 characters'],
    ['what is not JSON', { moment: new Date() }, 'is not plain JSON'],
    ['nor below', { inner: [{ moment: new Date() }] }, 'is not plain JSON'],
    ['nor at all', new Date() as unknown as Record<string, unknown>, 'is not plain JSON'],
    ['a function', { run: () => 1 }, 'is not plain JSON'],
    ['a number that is none', { count: Number.NaN }, 'is not plain JSON'],
    ['a number without end', { count: 1n }, 'is not plain JSON'],
  ])('%s is refused', async (_, metadata, why) => {
    await expect(draft().metadata(metadata).create()).rejects.toThrow(
      new Refused(`Metadata ${why}`, 'metadata'),
    )
  })
})

test('a person is found by the address they sign in with, in any case, while they may', async () => {
  const maria = await person('customer')
  expect(await personByEmail(` ${maria.email.toUpperCase()} `)).toEqual(maria)
  await changePerson(system, maria.email, { active: false })
  await expect(personByEmail(maria.email)).rejects.toThrow(Missing)
})

test('a priority that there is not is told with those that there are', async () => {
  const draft = { userId: (await person('customer')).id, subject: 'Help', description: 'Please' }
  const wrong = JSON.parse('{ "priority": "mega" }')
  await expect(createTicket({ ...draft, ...wrong })).rejects.toThrow(
    'The priority is one of low, medium, high, urgent',
  )
})
