import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, messages, tickets } from '@/db/schema'
import { noteAndApply } from '@/lib/canned/note-and-apply'
import { at } from '@/lib/clock'
import { Conflict, Refused } from '@/lib/errors'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { ownTicket } from '@/lib/portal/find'
import { ownThread } from '@/lib/portal/thread'
import { changeSettings } from '@/lib/settings/change'
import { defaultSettings } from '@/lib/settings/settings'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { assign } from './assign'
import { claim } from './claim'
import { close } from './close'
import { file } from './file'
import { ticketFor } from './find'
import { ticketByRefid } from './lists'
import { move } from './move'
import { prioritize } from './prioritize'
import { reopen, reopenOwn } from './reopen'
import { resolve } from './resolve'

const day = 24 * 60 * 60 * 1000
const filedBy = (person: { id: number }) =>
  make().for(person.id).subject('Printer on fire').description('It does not start.').create()
const kinds = async (ticket: { id: number }) =>
  (
    await db
      .select({ kind: events.kind })
      .from(events)
      .where(eq(events.ticketId, ticket.id))
      .orderBy(events.id)
  ).map(({ kind }) => kind)
const text = (body: string) => ({ body, channel: 'portal' as const })

test('of twenty agents who claim a ticket at once one gets it and the others are told who', async () => {
  const ticket = await filedBy(await customer())
  const agents = await Promise.all(Array.from({ length: 20 }, (_, nth) => agent(`Agent${nth} Claimer`)))
  const claims = await Promise.allSettled(agents.map((one) => claim(one, ticket)))
  const winner = agents[claims.findIndex(({ status }) => status === 'fulfilled')]

  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const lost of claims.filter((one) => one.status === 'rejected'))
    expect(lost.reason).toEqual(new Conflict(`${winner?.name} has already taken this ticket`))
  expect((await ticketByRefid(ticket.refid)).assigneeId).toBe(winner?.id)
  expect(await kinds(ticket)).toEqual(['ticket.created', 'message.received', 'ticket.assigned'])
})

test('an agent who acts on a stale page is told who was faster and overwrites nothing', async () => {
  const [ana, ben] = [await agent('Ana Fast'), await agent('Ben Slow')]
  const { refid } = await filedBy(await customer())
  const seen = await ticketFor(ben, refid)
  await prioritize(ana, seen, 'urgent')

  await expect(prioritize(ben, seen, 'low')).rejects.toThrow(/^Ana Fast changed this ticket in the meantime/)
  expect((await ticketByRefid(refid)).priority).toBe('urgent')
})

test('of twenty edits of the same page one wins', async () => {
  const ana = await agent()
  const ticket = await ticketByRefid((await filedBy(await customer())).refid)
  const edits = await Promise.allSettled(
    Array.from({ length: 20 }, (_, nth) => prioritize(ana, ticket, nth % 2 ? 'high' : 'low')),
  )

  expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const lost of edits.filter((one) => one.status === 'rejected'))
    expect(lost.reason).toBeInstanceOf(Conflict)
})

test('a new priority promises anew, from when the ticket was filed', async () => {
  const ana = await agent()
  const ticket = await ticketByRefid((await filedBy(await customer())).refid)
  await prioritize(ana, ticket, 'urgent')

  const { slaDueAt, createdAt } = await ticketByRefid(ticket.refid)
  expect(slaDueAt?.getTime()).toBe(createdAt.getTime() + 2 * 60 * 60 * 1000)
})

test('a note moves nothing that the customer can see', async () => {
  const [carla, ana] = [await customer(), await agent()]
  const ticket = await filedBy(carla)
  const before = await ownTicket(carla, ticket.refid)
  await note(ana, ticket, text('a word among us'))

  expect(await ownTicket(carla, ticket.refid)).toEqual(before)
  const after = await ticketByRefid(ticket.refid)
  expect(after.firstAnsweredAt).toBeNull()
  expect(after.waitingSince).not.toBeNull()
})

test('answering ends the wait and, if asked, hands the turn over', async () => {
  const [carla, ana] = [await customer(), await agent()]
  const ticket = await filedBy(carla)
  await answer(ana, ticket, text('Is it plugged in?'), 'pending')

  const answered = await ticketByRefid(ticket.refid)
  expect(answered).toMatchObject({ status: 'pending', waitingSince: null })
  expect(answered.firstAnsweredAt).toBeInstanceOf(Date)

  await writeBack(carla, ticket, text('It is.'))
  expect(await ticketByRefid(ticket.refid)).toMatchObject({ status: 'open', waitingSince: expect.any(Date) })
})

test('the oldest unanswered message is the one that waits', async () => {
  const [carla] = [await customer()]
  const ticket = await at(new Date(Date.now() - day), () => filedBy(carla))
  await writeBack(carla, ticket, text('Hello?'))

  const { waitingSince, createdAt } = await ticketByRefid(ticket.refid)
  expect(waitingSince).toEqual(createdAt)
})

test('a customer takes back a resolution for seven days, and not a day longer', async () => {
  const [carla, ana] = [await customer(), await agent()]
  const ticket = await filedBy(carla)
  await resolve(ana, ticket)
  const resolved = await ownTicket(carla, ticket.refid)

  await expect(
    at(new Date(Date.now() + 7 * day + 1000), () => reopenOwn(carla, resolved)),
  ).rejects.toBeInstanceOf(Refused)
  await reopenOwn(carla, resolved)
  expect(await ticketByRefid(ticket.refid)).toMatchObject({ status: 'open', resolvedAt: null })
})

test('what a customer closed themselves they may reopen; what we closed goes on in a ticket that follows it', async () => {
  const [carla, ana] = [await customer(), await agent()]
  const own = await filedBy(carla)
  await close(carla, own)
  await reopenOwn(carla, await ownTicket(carla, own.refid))
  expect((await ticketByRefid(own.refid)).status).toBe('open')

  const ours = await filedBy(carla)
  await close(ana, ours)
  await expect(reopenOwn(carla, await ownTicket(carla, ours.refid))).rejects.toBeInstanceOf(Refused)
  const { refid } = await writeBack(carla, ours, text('It burns again.'))
  expect(refid).not.toBe(ours.refid)
  expect((await ownTicket(carla, refid)).follows).toBe(ours.refid)
})

test('closing what is not resolved resolves it on the way', async () => {
  const ana = await agent()
  const ticket = await filedBy(await customer())
  await close(ana, ticket)

  expect((await kinds(ticket)).slice(2)).toEqual(['ticket.resolved', 'ticket.closed'])
})

test('closed is final but for reopening', async () => {
  const ana = await agent()
  const { refid } = await filedBy(await customer())
  await close(ana, await ticketByRefid(refid))
  const closed = await ticketByRefid(refid)

  await expect(prioritize(ana, closed, 'low')).rejects.toBeInstanceOf(Refused)
  await expect(assign(ana, closed, ana)).rejects.toBeInstanceOf(Refused)
  await expect(claim(ana, closed)).rejects.toBeInstanceOf(Refused)
  await expect(move(ana, closed, 'pending')).rejects.toBeInstanceOf(Refused)
  await expect(close(ana, closed)).rejects.toBeInstanceOf(Refused)
  await expect(answer(ana, closed, text('too late'))).rejects.toBeInstanceOf(Refused)
  await reopen(ana, closed)
  expect(await ticketByRefid(refid)).toMatchObject({ status: 'open', closedAt: null, resolvedAt: null })
})

test('a reply against a close is never lost', async () => {
  const [carla, ana] = [await customer(), await agent()]
  // A close that wins makes the reply a new ticket, and ten of those are more than an hour allows.
  await changeSettings(system, { rateLimit: { enabled: false, ticketsPerHour: 5, repliesPerMinute: 10 } })
  for (let round = 0; round < 10; round += 1) {
    const ticket = await at(new Date(Date.now() - (20 - round) * 2 * 60 * 60 * 1000), () => filedBy(carla))
    const [written] = await Promise.allSettled([
      writeBack(carla, ticket, text(`Wait ${round}`)),
      close(ana, ticket),
    ])
    expect(written.status).toBe('fulfilled')
    if (written.status === 'rejected') continue
    const [kept] = await db
      .select({ ticketId: messages.ticketId })
      .from(messages)
      .where(and(eq(messages.authorId, carla.id), eq(messages.body, `Wait ${round}`)))
    const holder = await ticketByRefid(written.value.refid)
    expect(kept?.ticketId).toBe(holder.id)
    // Either the reply came second and was heard, or the close did and was aware of the reply.
    if (holder.refid !== ticket.refid) expect(holder.status).toBe('open')
  }
  await changeSettings(system, { rateLimit: defaultSettings.rateLimit })
})

test('only an active agent can be given a ticket', async () => {
  const [carla, ana] = [await customer(), await agent()]
  const ticket = await ticketByRefid((await filedBy(carla)).refid)

  await expect(assign(ana, ticket, carla)).rejects.toThrow('Choose an active agent')
  await expect(assign(ana, ticket, { id: 987_654_321 })).rejects.toThrow('Choose an active agent')
})

test('the same submission twenty times is one ticket', async () => {
  const carla = await customer()
  const submission = crypto.randomUUID()
  const filed = await Promise.all(
    Array.from({ length: 20 }, () =>
      file(carla, carla, { subject: 'Once', description: 'only', channel: 'portal', submission }),
    ),
  )

  expect(new Set(filed.map(({ refid }) => refid)).size).toBe(1)
  expect(
    await db.select({ id: tickets.id }).from(tickets).where(eq(tickets.submission, submission)),
  ).toHaveLength(1)
})

test('what a requester changed after the answer was lost is not taken for what was filed before', async () => {
  const carla = await customer()
  const first = {
    subject: 'Printer',
    description: 'Broken',
    channel: 'portal',
    submission: crypto.randomUUID(),
  } as const
  const { refid } = await file(carla, carla, first)
  for (const changed of [{ subject: 'Scanner' }, { description: 'Broken, and it smokes' }])
    await expect(file(carla, carla, { ...first, ...changed })).rejects.toThrow(
      `The first version of this was filed already, as ${refid}.`,
    )
  expect((await file(carla, carla, first)).refid).toBe(refid)
})

test('a message that was changed after its answer was lost is not taken for the first', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const ticket = await filedBy(carla)
  const asked = { ...text('Any news?'), submission: crypto.randomUUID() }
  const noted = { ...text('Ask the printer'), submission: crypto.randomUUID(), actions: [] }
  for (const _ of ['first', 'once more']) {
    await writeBack(carla, ticket, asked)
    await noteAndApply(ana, ticket, noted)
  }
  const changed = { body: 'Changed' }
  const words = 'The first version of this was sent already.'
  await expect(writeBack(carla, ticket, { ...asked, ...changed })).rejects.toThrow(words)
  await expect(noteAndApply(ana, ticket, { ...noted, ...changed })).rejects.toThrow(words)
})

test('that we wait for somebody else stays among us; that we no longer wait for the customer does not', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const ticket = await filedBy(carla)
  for (const [from, to] of [
    ['open', 'on_hold'],
    ['on_hold', 'pending'],
    ['pending', 'on_hold'],
    ['on_hold', 'open'],
  ] as const)
    await move(ana, { id: ticket.id, status: from }, to)
  const { events: seen } = await ownThread(carla, ticket.refid)
  expect(seen.filter(({ kind }) => kind === 'ticket.status').map(({ status }) => status)).toEqual([
    'pending',
    'open',
  ])
})
