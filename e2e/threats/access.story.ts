import { expect } from '@playwright/test'
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { drafts, events, messages, people, ratings, tickets } from '@/db/schema'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { changePreferences } from '@/lib/preferences/change'
import { send } from '@/lib/sending/send'
import { make } from '@/lib/support'
import { timeline } from '@/lib/tickets/timeline'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { newCustomer, newStaff, word } from './people'
import { act, ask, payload } from './wire'

const filed = (requester: { readonly id: number }, subject = word()) =>
  make().for(requester.id).subject(subject).description('It has been so since Monday.').create()

const personOf = async ({ id }: { readonly id: number }) =>
  (await db.select().from(people).where(eq(people.id, id)))[0]

/** What is the staff's or the database's to say, under every name it might go by. */
const reserved = (foreignId: number) => ({
  id: '1',
  refid: 'SUP-00000000',
  status: 'closed',
  priority: 'urgent',
  assignee: 'agent@demo.test',
  assigneeId: '1',
  requesterId: String(foreignId),
  customerId: String(foreignId),
  authorId: String(foreignId),
  personId: String(foreignId),
  audience: 'agents',
  internal: 'true',
  channel: 'agent',
  metadata: '{"remark":"mine"}',
  followsId: '1',
  createdAt: '2001-01-01T00:00:00Z',
  slaDueAt: '2099-01-01T00:00:00Z',
  role: 'admin',
  email: 'somebody.else@example.test',
  name: 'Somebody Else',
})

test("a customer who files cannot choose what is the staff's to choose", async () => {
  const [mallory, victim] = [await newCustomer(), await newCustomer()]
  const subject = word()
  const { leadsTo } = await act(
    'fileRequest',
    { ...reserved(victim.id), category: '', subject, details: 'Details', impact: 'question' },
    { cookie: await cookieOf(mallory) },
  )
  expect(leadsTo).toMatch(/^\/tickets\/SUP-\w{8}/)

  const [ticket] = await db.select().from(tickets).where(eq(tickets.subject, subject))
  expect(ticket).toMatchObject({
    requesterId: mallory.id,
    status: 'open',
    priority: 'low',
    channel: 'portal',
    assigneeId: null,
    followsId: null,
    metadata: {},
  })
  expect(ticket?.refid).not.toBe('SUP-00000000')
  expect(ticket?.createdAt.getFullYear()).toBeGreaterThan(2020)
  expect(ticket?.slaDueAt?.getFullYear()).toBeLessThan(2099)
})

test('a customer who replies cannot choose the author, the audience or the way in', async () => {
  const [mallory, victim] = [await newCustomer(), await newCustomer()]
  const { id, refid } = await filed(mallory)
  const fields = { ...reserved(victim.id), refid, body: word() }
  expect((await act('replyToRequest', fields, { cookie: await cookieOf(mallory) })).done).toBe(true)

  const [message] = await db.select().from(messages).where(eq(messages.body, fields.body))
  expect(message).toMatchObject({
    ticketId: id,
    authorId: mallory.id,
    audience: 'everyone',
    channel: 'portal',
  })
})

test('nobody makes themselves another one or an admin by changing their password', async () => {
  const mallory = await newCustomer()
  const fields = { ...reserved(1), password: 'not mine at all', newPassword: 'five yellow bicycles' }
  await act('changePassword', fields, { cookie: await cookieOf(mallory) })

  const [after] = await db.select().from(people).where(eq(people.id, mallory.id))
  expect(after).toMatchObject({ role: 'customer', email: mallory.email, name: mallory.name })
})

test("a customer's rating, time zone, closing and reopening change what they are about, and nothing else", async () => {
  const [mallory, victim] = [await newCustomer(), await newCustomer()]
  const { id, refid } = await filed(mallory)
  const cookie = await cookieOf(mallory)
  const fields = { ...reserved(victim.id), email: victim.email, refid }
  const calls = {
    closeRequest: fields,
    reopenRequest: fields,
    rateRequest: { ...fields, score: '4', comment: 'Fine' },
    changeZone: { ...fields, timeZone: 'Asia/Tokyo' },
    changeOwnName: { ...fields, name: 'Mallory Renamed' },
    signOutOthers: fields,
  }
  const ticketNow = async () => (await db.select().from(tickets).where(eq(tickets.id, id)))[0]
  const [filedAs, victimBefore] = [await ticketNow(), await personOf(victim)]
  const statuses: unknown[] = []
  for (const [name, sent] of Object.entries(calls)) {
    // What was closed in the last step is rated in the next but one.
    if (name === 'rateRequest') await act('closeRequest', fields, { cookie })
    expect((await act(name, sent, { cookie })).done, name).toBe(true)
    statuses.push((await ticketNow())?.status)
  }
  expect(statuses).toEqual(['closed', 'open', 'closed', 'closed', 'closed', 'closed'])
  const { requesterId, assigneeId, priority, channel, metadata, followsId, createdAt } = filedAs ?? {}
  const untouched = { requesterId, assigneeId, priority, channel, metadata, followsId, createdAt, refid }
  expect(await ticketNow()).toMatchObject(untouched)
  expect(await db.select().from(ratings).where(eq(ratings.ticketId, id))).toMatchObject([{ score: 4 }])
  const actors = await db
    .selectDistinct({ actorId: events.actorId })
    .from(events)
    .where(and(eq(events.ticketId, id), inArray(events.kind, ['ticket.closed', 'ticket.reopened'])))
  expect(actors).toEqual([{ actorId: mallory.id }])
  expect(await personOf(victim)).toEqual(victimBefore)
  const { email, role } = mallory
  const changed = { name: 'Mallory Renamed', timeZone: 'Asia/Tokyo' }
  expect(await personOf(mallory)).toMatchObject({ email, role, ...changed })
})

test('what is on one ticket is not reached through another, nor what is not theirs by an agent', async () => {
  const [ana, ben, maria] = [await newStaff(), await newStaff(), await newCustomer()]
  const [ticket, other] = [await filed(maria), await filed(maria)]
  await answer(ana, other, { body: 'Have you tried again?', channel: 'agent' })
  await changePreferences(ana, { undoSeconds: 30 })
  const { seen } = await timeline(ana, ticket.refid)
  const waiting = await send(ana, ticket, {
    body: 'It waits',
    becomes: 'keep',
    channel: 'agent',
    submission: crypto.randomUUID(),
    sight: { seen, aware: [] },
  })
  const reply = String(waiting?.uid)
  const [asAna, asBen] = [await cookieOf(ana), await cookieOf(ben)]
  for (const [fields, cookie] of [
    [{ ref: other.refid, reply }, asAna],
    [{ ref: ticket.refid, reply }, asBen],
  ] as const)
    expect((await act('takeBackReply', fields, { cookie })).text).toContain('It is too late')
  const [message] = (await timeline(ana, other.refid)).entries.filter(({ type }) => type === 'message')
  const apart = { ref: ticket.refid, message: String(message?.uid), subject: word() }
  expect((await act('splitTicket', apart, { cookie: asAna })).done).toBe(false)

  expect(await db.select().from(drafts).where(eq(drafts.ticketId, other.id))).toEqual([])
  expect(await db.select().from(tickets).where(eq(tickets.subject, apart.subject))).toEqual([])
  const fields = { ref: ticket.refid, reply }
  expect((await act('takeBackReply', fields, { cookie: asAna })).done).toBe(true)
})

test('an agent cannot give a ticket to a customer, to nobody known, or to a key', async () => {
  const ana = await newStaff()
  const maria = await newCustomer()
  const { id, refid } = await filed(maria)
  const cookie = await cookieOf(ana)
  for (const to of [maria.email, String(ana.id), `${word()}@example.test`, '*', 'null'])
    expect((await act('assignTicket', { ref: refid, from: 'none', to }, { cookie })).done, to).toBe(false)

  const [ticket] = await db.select().from(tickets).where(eq(tickets.id, id))
  expect(ticket?.assigneeId).toBeNull()
})

test('lists, pages and counts are of the own tickets alone', async () => {
  const [maria, other, ana] = [await newCustomer(), await newCustomer(), await newStaff()]
  const shared = word()
  const own = await filed(maria, `${shared} mine`)
  const foreign = await filed(other, `${shared} theirs`)
  await note(ana, own, { body: `only agents read ${shared}`, channel: 'agent' })
  const cookie = await cookieOf(maria)

  for (const path of [`/tickets?q=${shared}`, '/tickets', `/tickets?q=${foreign.refid}`, '/tickets?page=2']) {
    const { text } = await payload(path, cookie)
    expect(text, path).not.toContain(`${shared} theirs`)
    expect(
      text.match(/SUP-[0-9A-Z]{8}/g)?.every((refid) => refid === own.refid || path.includes(refid)) ?? true,
    ).toBe(true)
  }
  expect((await payload(`/tickets?q=${shared}`, cookie)).text).toContain(own.refid)
  expect((await ask('/api/console/counts', { cookie })).status).toBe(404)
  expect((await ask('/api/console/counts')).status).toBe(401)
})

test('nobody opens what is stored on a ticket by an internal number', async () => {
  const [maria, ana] = [await newCustomer(), await newStaff()]
  const { id } = await filed(maria)
  for (const [path, cookie] of [
    [`/tickets/${id}`, await cookieOf(maria)],
    [`/console/tickets/${id}`, await cookieOf(ana)],
    ['/admin/people/1', await cookieOf(await newStaff('admin'))],
    ['/admin/categories/1', await cookieOf(await newStaff('admin'))],
  ] as const)
    expect((await ask(path, { cookie })).status, path).toBe(404)
})
