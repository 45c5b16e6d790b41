import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { naughty, sqlWords } from '@/e2e/threats/strings'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { addPerson } from '@/lib/people/add-person'
import { suggestedCustomers } from '@/lib/people/suggested-customers'
import { ownTickets } from '@/lib/portal/find'
import { make, reply, resolve } from '@/lib/support'
import { assign } from '@/lib/tickets/assign'
import { ticketByRefid } from '@/lib/tickets/lists'
import { prioritize } from '@/lib/tickets/prioritize'
import { tag } from '@/lib/tickets/tag'
import { type Agent, type Customer, isAgent, isCustomer, system } from '@/lib/viewer'
import { glimpse } from './glimpse'
import { operators } from './operators'
import { search } from './search'

const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)

async function agentNamed(name: string, email: string): Promise<Agent> {
  const added = await addPerson(system, { name, email, role: 'agent' })
  if (!isAgent(added)) throw new Error('An agent is an agent')
  return added
}

async function customerNamed(name: string, email: string): Promise<Customer> {
  const added = await addPerson(system, { name, email, role: 'customer' })
  if (!isCustomer(added)) throw new Error('A customer is a customer')
  return added
}

const filed = (customer: Customer, subject: string, description: string, days = 1) =>
  at(daysAgo(days), () => make().for(customer.id).subject(subject).description(description).create())

async function arranged() {
  const bo = await agentNamed('Bo Berg', 'bo@desk.test')
  const maria = await customerNamed('Maria Jönsson', 'maria.jonsson@acme.test')
  const dmitri = await customerNamed('Dmitri Petrov', 'dmitri@globex.test')
  const printer = await filed(maria, 'Printer is jammed', 'It says paper jam, and the toner is empty.')
  await note(bo, printer, { body: 'The quokka knows: it was never cleaned.', channel: 'agent' })
  const invoice = await filed(dmitri, 'Invoice is wrong', 'Please correct invoices of March.', 40)
  await answer(
    bo,
    await ticketByRefid(invoice.refid),
    { body: 'The tax was **doubled**, sorry.', channel: 'agent' },
    'pending',
  )
  const old = await filed(dmitri, 'Old printer question', 'Where can I buy toner?', 200)
  await at(daysAgo(199), () => resolve(old))
  return { bo, maria, dmitri, printer, invoice, old }
}

let there: Awaited<ReturnType<typeof arranged>>
beforeAll(async () => {
  there = await arranged()
})

const ask = (text: string, more: { page?: number; everything?: boolean } = {}) =>
  search(there.bo, text, { now, ...more })
const found = async (text: string) => (await ask(text)).tickets.map(({ refid }) => refid)
const hits = (marked: readonly { text: string; hit: boolean }[] = []) =>
  marked.flatMap(({ text, hit }) => (hit ? [text] : []))

describe('an agent finds a ticket', () => {
  test('by words of its subject, in another form', async () => {
    const { tickets } = await ask('printers')
    expect(tickets.map(({ refid }) => refid)).toEqual([there.printer.refid, there.old.refid])
    expect(tickets.map(({ subject }) => hits(subject))).toEqual([['Printer'], ['printer']])
  })

  test('by words of a message, which are marked, without the marks of Markdown', async () => {
    const { tickets } = await ask('doubled tax')
    expect(tickets).toMatchObject([
      { refid: there.invoice.refid, message: { audience: 'everyone', author: 'Bo Berg' } },
    ])
    expect(hits(tickets[0]?.message?.text)).toEqual(['tax', 'doubled'])
    expect(tickets[0]?.message?.text.map(({ text }) => text).join('')).toBe('The tax was doubled, sorry.')
  })

  test('by words of a note, which is said to be one', async () => {
    const { tickets } = await ask('quokka')
    expect(tickets).toMatchObject([{ refid: there.printer.refid, message: { audience: 'agents' } }])
  })

  test('by one word of the subject and another of a message or a note', async () => {
    expect(await found('jammed quokka')).toEqual([there.printer.refid])
    expect(await found('invoice doubled')).toEqual([there.invoice.refid])
    expect(await found('invoice quokka')).toEqual([])
  })

  test('by the customer’s name, in full or in part, with a slip, and with a word', async () => {
    expect(await found('maria jönsson')).toEqual([there.printer.refid])
    expect(await found('petrov')).toEqual([there.invoice.refid, there.old.refid])
    expect(await found('dmitri toner')).toEqual([there.old.refid])
    expect((await ask('jonson')).customers).toMatchObject([{ name: 'Maria Jönsson', exact: false }])
    expect((await ask('Petrow Dmitry')).customers).toMatchObject([
      { name: 'Dmitri Petrov', exact: false, live: 1 },
    ])
    expect((await ask('maria.jonson@acme.test')).customers).toMatchObject([
      { email: 'maria.jonsson@acme.test' },
    ])
  })

  test('by the customer’s name with two letters in each other’s place', async () => {
    for (const text of ['petorv', 'dmtiri', 'petorv dmtiri', 'globxe'])
      expect([text, (await ask(text)).customers]).toMatchObject([
        text,
        [{ name: 'Dmitri Petrov', exact: false }],
      ])
    expect((await glimpse(there.bo, 'petorv', now)).customers).toMatchObject([{ name: 'Dmitri Petrov' }])
    expect((await ask('prteov')).customers).toEqual([])
  })

  test('by its reference, however it is written, and by one with a slip', async () => {
    const { refid } = there.printer
    for (const text of [refid, refid.toLowerCase(), refid.slice(4), ` #${refid} `])
      expect(await found(text)).toEqual([refid])
    const letters = [...refid.slice(4)]
    const swapped = `SUP-${[letters[1], letters[0], ...letters.slice(2)].join('')}`
    for (const slip of [
      `SUP-${refid.slice(5)}`,
      `${refid}X`,
      swapped,
      `SUP-${refid.slice(4, 11)}${refid.endsWith('7') ? '8' : '7'}`,
    ])
      if (slip !== refid) expect((await ask(slip)).nearRefids).toEqual([refid])
  })

  test('by the beginning of its reference, before what has it as a word', async () => {
    const begun = there.printer.refid.slice(0, 9)
    const mention = { body: `It is like ${begun}`, channel: 'agent' } as const
    await answer(there.bo, await ticketByRefid(there.invoice.refid), mention, 'pending')
    const { tickets, total, nearRefids } = await ask(begun.toLowerCase())
    expect(tickets.map(({ refid }) => refid)).toEqual([there.printer.refid, there.invoice.refid])
    expect({ total, nearRefids }).toEqual({ total: 2, nearRefids: [] })
  })

  test('by words in their order', async () => {
    expect(await found('"paper jam"')).toEqual([there.printer.refid])
    expect(await found('"jam paper"')).toEqual([])
  })

  test('without words that are anywhere on it', async () => {
    expect(await found('toner -quokka')).toEqual([there.old.refid])
    expect(await found('printer -"paper jam"')).toEqual([there.old.refid])
    expect(await found('-printer')).toEqual([there.invoice.refid])
    expect(await found('-dmitri')).toEqual([there.printer.refid])
  })

  test('newer ones before older ones that match alike', async () => {
    expect(await found('toner')).toEqual([there.printer.refid, there.old.refid])
  })
})

describe('operators narrow it down', () => {
  test('by status', async () => {
    expect(await found('is:resolved')).toEqual([there.old.refid])
    expect(await found('is:live toner')).toEqual([there.printer.refid])
    expect(new Set(await found('is:open,pending'))).toEqual(
      new Set([there.invoice.refid, there.printer.refid]),
    )
    expect(await found('-is:live')).toEqual([there.old.refid])
    expect((await ask('toner')).byStatus).toMatchObject({ open: 1, resolved: 1, pending: 0 })
  })

  test('by everything that a ticket has', async () => {
    const { bo, printer } = there
    const [vip, gold] = ['very-important', 'gold']
    await tag(bo, printer, { add: [vip, gold] })
    await assign(bo, { id: printer.id, status: 'open', assigneeId: null }, bo)
    await prioritize(bo, await ticketByRefid(printer.refid), 'urgent')
    await db.execute(sql`insert into teams (name) values ('Front desk')`)
    await db.execute(
      sql`update tickets set team_id = (select id from teams where name = 'Front desk') where id = ${printer.id}`,
    )
    await db.execute(sql`insert into categories (name, slug) values ('Paper things', 'paper')`)
    await db.execute(
      sql`update tickets set category_id = (select id from categories where slug = 'paper') where id = ${printer.id}`,
    )
    await db.execute(sql`insert into organizations (name) values ('Acme Ltd')`)
    await db.execute(
      sql`update people set organization_id = (select id from organizations where name = 'Acme Ltd') where id = ${there.maria.id}`,
    )
    for (const asked of [
      'assignee:me',
      'assignee:bo@desk.test',
      'assignee:berg',
      '-assignee:none',
      'priority:urgent',
      'priority:urgent,high',
      `tag:${vip}`,
      `tag:nothing,${gold}`,
      `tag:${vip} tag:${gold}`,
      '-tag:none',
      'team:"front desk"',
      '-team:none',
      'category:paper',
      'category:"Paper things"',
      'organization:acme',
      'from:maria.jonsson@acme.test',
      'from:@acme.test',
      'from:maria',
      'subject:jammed',
      'subject:"printer is jammed"',
      'channel:api,email subject:jam,zebra',
    ])
      expect([asked, await found(asked)]).toEqual([asked, [printer.refid]])
    for (const asked of [
      'assignee:none',
      '-priority:urgent',
      'tag:none',
      `-tag:${vip}`,
      'team:none',
      '-category:paper',
      '-from:maria',
    ])
      expect([asked, new Set(await found(asked))]).toEqual([
        asked,
        new Set([there.invoice.refid, there.old.refid]),
      ])
    for (const asked of [
      'assignee:nobody',
      'tag:nothing',
      'from:nobody@nowhere.test',
      'from:%',
      'from:_',
      'organization:%',
      'assignee:%',
      'subject:"jammed printer"',
      'subject:the',
      'subject:quokka',
      'channel:email',
    ])
      expect([asked, await found(asked)]).toEqual([asked, []])
  })

  test('by days, where the reader is', async () => {
    const day = (days: number) => daysAgo(days).toISOString().slice(0, 10)
    expect(await found(`created:${day(40)}`)).toEqual([there.invoice.refid])
    expect(new Set(await found(`created:>=${day(40)}`))).toEqual(
      new Set([there.invoice.refid, there.printer.refid]),
    )
    expect(await found(`created:<${day(40)}`)).toEqual([there.old.refid])
    expect(await found(`created:${day(300)}..${day(100)}`)).toEqual([there.old.refid])
    expect(await found('created:2d')).toEqual([there.printer.refid])
    expect(await found('updated:>2026-01-01 created:<1999')).toEqual([])
    const lateYesterday = new Date(`${day(1)}T23:30:00Z`)
    const { refid } = await at(lateYesterday, () =>
      make().for(there.maria.id).subject('Midnight').description('Which day is it?').create(),
    )
    const inTokyo = { ...there.bo, timeZone: 'Asia/Tokyo' }
    const midnight = async (agent: Agent, asked: string) =>
      (await search(agent, `midnight ${asked}`, { now })).tickets.map((one) => one.refid)
    expect(await midnight(there.bo, `created:${day(1)}`)).toEqual([refid])
    expect(await midnight(inTokyo, `created:${day(1)}`)).toEqual([])
    expect(await midnight(inTokyo, `created:${day(0)}`)).toEqual([refid])
  })

  test('by how the promises stand', async () => {
    expect(await found('sla:none')).toEqual([there.old.refid])
    expect(await found('sla:breached toner')).toEqual([])
    await db.execute(
      sql`update tickets set sla_due_at = now() - interval '1 hour' where id = ${there.printer.id}`,
    )
    expect(await found('sla:breached toner')).toEqual([there.printer.refid])
  })
})

describe('whoever slips is helped', () => {
  test('a name that is not there is answered with the one that is like it', async () => {
    expect(await ask('tag:very-imported printer')).toMatchObject({
      total: 0,
      meant: 'tag:very-important printer',
    })
    expect(await ask('team:"frnt desk"')).toMatchObject({ total: 0, meant: 'team:"Front desk"' })
    expect(await ask('tag:zzzz')).toMatchObject({ total: 0, meant: null })
    expect(await ask('from:petorv')).toMatchObject({ total: 0, meant: 'from:"Dmitri Petrov"' })
    expect(await ask('tag:very-imported from:dmitri@globxe.test')).toMatchObject({
      meant: 'tag:very-important from:dmitri@globex.test',
    })
    expect(await ask('from:zzzz')).toMatchObject({ total: 0, meant: null })
    expect(await ask('from:petrov is:spam')).toMatchObject({ total: 0, meant: null })
  })

  test('fillers alone find nothing, and that is said', async () => {
    expect(await ask('the of')).toMatchObject({ total: 0, fillers: true })
    expect(await ask('the printer')).toMatchObject({ total: 2, fillers: false })
  })

  test('what cannot be understood finds nothing and is said to be so', async () => {
    expect(await ask('printer is:opne')).toMatchObject({
      total: 0,
      tickets: [],
      problems: [{ at: 11, end: 15 }],
    })
  })
})

test('what is still being typed finds by operators alone, by a reference without its prefix, and says what is wrong', async () => {
  const seen = async (text: string) => {
    const { tickets, problem } = await glimpse(there.bo, text, now)
    return { refids: tickets.map(({ refid }) => refid), problem }
  }
  const { refids } = await seen('from:dmitri@globex.test is:pending')
  expect(refids).toEqual([there.invoice.refid])
  const begun = there.printer.refid.slice(4, 11)
  const mixed = /\d/.test(begun) && /[A-Z]/.test(begun)
  expect((await seen(begun.toLowerCase())).refids).toEqual(mixed ? [there.printer.refid] : [])
  // Letters that stand for digits make no reference of a word.
  await db.execute(sql`update tickets set refid = 'SUP-MA110000' where refid = ${there.old.refid}`)
  expect((await seen('mail')).refids).toEqual([])
  expect((await seen('ma11')).refids).toEqual(['SUP-MA110000'])
  await db.execute(sql`update tickets set refid = ${there.old.refid} where refid = 'SUP-MA110000'`)
  expect((await seen('priority:urgnt')).problem).toMatch('urgnt')
  expect((await seen('is:pending priority:urgnt')).refids).toEqual([])
  expect((await seen('printer')).problem).toBeUndefined()
})

test('a name that nothing bears is told as one', async () => {
  expect((await ask('printer tag:nosuch')).unknown).toEqual(['tag “nosuch”'])
  expect((await ask('printer is:open')).unknown).toEqual([])
})

test('names are found without their accents, and with accents that they have not', async () => {
  const [soren, zoe] = [
    await customerNamed('Søren Grünwald', 'sg@desk.test'),
    await customerNamed('Zoe Grand', 'zg@desk.test'),
  ]
  const lamp = await filed(soren, 'Lamp', 'It is dark')
  for (const text of ['soren grunwald', 'Grünwald', 'Grunwld soren'])
    expect(
      (await ask(text)).customers.map(({ name }) => name),
      text,
    ).toEqual([soren.name])
  expect(await found('from:grunwald')).toEqual([lamp.refid])
  expect((await ask('zoë')).customers.map(({ name }) => name)).toEqual([zoe.name])
  expect((await suggestedCustomers(there.bo, 'grunw')).map(({ name }) => name)).toEqual([soren.name])
  expect((await glimpse(there.bo, 'grunwald', now)).customers.map(({ name }) => name)).toEqual([soren.name])
})

test('results come in pages, each ticket once', async () => {
  const many = await customerNamed('Many Moore', 'many@moore.test')
  for (let count = 0; count < 30; count += 1)
    await filed(many, `Zebra number ${count}`, 'Stripes', 2 + count / 100)
  const pages = await Promise.all([1, 2, 3].map((page) => ask('zebra', { page })))
  expect(pages.map(({ tickets }) => tickets.length)).toEqual([25, 5, 0])
  expect(new Set(pages.flatMap(({ tickets }) => tickets.map(({ refid }) => refid))).size).toBe(30)
  expect(pages[0]).toMatchObject({ total: 30, all: true })
  expect((await ask('zebra', { everything: true })).total).toBe(30)
})

test('what very many messages say is found in the newest of them', async () => {
  const long = await customerNamed('Long Lund', 'long@lund.test')
  const old = []
  for (let count = 0; count < 6; count += 1)
    old.push(await filed(long, 'Old matter', 'A wombat', 300 + count))
  await db.execute(sql`
    insert into messages (ticket_id, author_id, audience, channel, body)
    select ticket.id, ${long.id}, 'everyone', 'portal', 'The wombat again'
    from generate_series(1, 100) turn cross join unnest(${`{${old.map(({ id }) => id).join()}}`}::bigint[]) ticket(id)
    order by turn`)
  const { refid } = await filed(long, 'New matter', 'A wombat', 1)
  const { tickets, all } = await ask('wombat')
  expect(all).toBe(false)
  expect(tickets[0]?.refid).toBe(refid)
})

describe('a note stays between agents', () => {
  test('a word that stands only in a note finds nothing for the customer', async () => {
    expect((await ownTickets(there.maria, { q: 'quokka' })).tickets).toEqual([])
    expect((await ownTickets(there.maria, { q: 'jammed quokka' })).tickets).toEqual([])
    for (const q of ['toner', 'tone', 'printer toner', 'PRINT emp'])
      expect((await ownTickets(there.maria, { q })).tickets, q).toHaveLength(1)
    expect((await ownTickets(there.maria, { q: 'printer umbrella' })).tickets).toEqual([])
  })

  test('and notes move nothing in what the customer finds', async () => {
    const cleo = await customerNamed('Cleo Costa', 'cleo@acme.test')
    const [first, second] = [
      await filed(cleo, 'Lamp one', 'It flickers', 5),
      await filed(cleo, 'Lamp two', 'It flickers', 4),
    ]
    const order = async () => (await ownTickets(cleo, { q: 'flickers' })).tickets.map(({ refid }) => refid)
    const before = await order()
    for (let count = 0; count < 5; count += 1)
      await reply(first, there.bo.id, 'lamp lamp flickers flickers', true)
    expect(await order()).toEqual(before)
    expect(before).toEqual([second.refid, first.refid])
  })
})

test('nothing that can be typed is an error of ours', async () => {
  const strings = [
    ...naughty,
    ...sqlWords,
    ...sqlWords.map((word) => `from:${word}`),
    ...naughty.map((word) => `tag:"${word}" ${word}`),
  ]
  for (const text of [
    ...strings,
    'x'.repeat(10_000),
    `${'"'.repeat(500)}`,
    '-'.repeat(400),
    '%',
    '_',
    '%%% ___',
    "'",
    '!!',
    '&',
    '|',
    '<->',
    '\\',
    ':*',
    'a:*',
  ])
    expect(await ask(text)).toHaveProperty('total')
  const words = fc.array(
    fc.constantFrom(
      ...operators.map((name) => `${name}:`),
      '-',
      '"',
      ',',
      ' ',
      '%',
      '_',
      '\\',
      "'",
      'me',
      'none',
      '>2026-01-01',
      'toner',
      '\0',
      '\u202e',
      '(',
      '&',
      '!',
      ':*',
    ),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(words, async (parts) => {
      expect(await ask(parts.join(''))).toHaveProperty('total')
    }),
    { numRuns: 150 },
  )
}, 60_000)
