import { expect } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages, people, presence, tickets } from '@/db/schema'
import { note } from '@/lib/messages/note'
import { make } from '@/lib/support'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { builtActions } from '../surface'
import { newCustomer, newStaff, word } from './people'
import { act, ask, origin, payload } from './wire'

const filed = (requester: { readonly id: number }, subject = word()) =>
  make().for(requester.id).subject(subject).description('It has been so since Monday.').create()

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

test('agents and supervisors can call no action of the admins, not even on themselves', async () => {
  const actions = builtActions().filter(({ file }) => file.startsWith('app/admin'))
  expect(actions.length).toBeGreaterThan(5)
  for (const role of ['agent', 'supervisor'] as const) {
    const mallory = await newStaff(role)
    const cookie = await cookieOf(mallory)
    for (const { name } of actions) {
      const fields = { ...reserved(1), email: mallory.email, password: 'five yellow bicycles', from: '' }
      const { done, leadsTo, text } = await act(name, fields, { cookie })
      expect([done, leadsTo, text.includes('Not found')], `${name} as ${role}`).toEqual([false, null, true])
    }
    const [after] = await db.select().from(people).where(eq(people.id, mallory.id))
    expect(after).toMatchObject({ role, deactivatedAt: null })
  }
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

test('what agents ask for beside the pages is there for nobody else, of no ticket', async () => {
  const [maria, ana] = [await newCustomer(), await newStaff()]
  const { refid } = await filed(maria)
  const here = `/api/console/tickets/${refid}`
  const own = await cookieOf(maria)
  for (const path of [
    `${here}/latest`,
    `/api/console/presence?refids=${refid}`,
    `/api/console/queue?refids=${refid}`,
  ]) {
    expect((await ask(path, { cookie: own })).status, path).toBe(404)
    expect((await ask(path)).status, path).toBe(401)
  }
  const beat = (address: string, cookie: string | undefined, body: string) =>
    ask(`${address}/presence`, { cookie, method: 'PUT', body, headers: { origin } }).then(
      ({ status }) => status,
    )
  expect(await beat(here, own, '{"replying":true}')).toBe(404)
  expect(await beat(here, undefined, '{}')).toBe(401)
  const [staff, nowhere] = [await cookieOf(ana), '/api/console/tickets/SUP-00000000']
  expect(await beat(nowhere, staff, '{}')).toBe(404)
  for (const body of ['', 'null', '[]', '{"replying":"yes"}', `{"replying":${'1'.repeat(2_000)}}`])
    expect(await beat(here, staff, body), body.slice(0, 30)).toBe(422)
  expect(await db.select().from(presence).where(eq(presence.personId, maria.id))).toEqual([])
})
