import { expect } from '@playwright/test'
import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { people, presence } from '@/db/schema'
import { startBulk } from '@/lib/bulk/start'
import { make } from '@/lib/support'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { addresses, builtActions, filled } from '../surface'
import { newCustomer, newStaff, word } from './people'
import { act, ask, inBatches, origin, refusalOfRole } from './wire'

const filed = (requester: { readonly id: number }) =>
  make().for(requester.id).subject(word()).description('It has been so since Monday.').create()

/** Who may not call what is made for whom. */
const strangers = { supervisor: ['agent'], admin: ['agent', 'supervisor'] } as const

test('no action for supervisors or admins answers those below them, wherever it lies', async () => {
  const cookies = {
    agent: await cookieOf(await newStaff('agent')),
    supervisor: await cookieOf(await newStaff('supervisor')),
  }
  const calls = builtActions().flatMap(({ name, audience }) =>
    audience === 'supervisor' || audience === 'admin'
      ? strangers[audience].map((role) => ({ name, role }))
      : [],
  )
  expect(calls.length).toBeGreaterThan(60)
  const misplaced = builtActions().filter(
    ({ file, audience }) =>
      (file.startsWith('app/admin') && audience !== 'admin') ||
      (file.startsWith('app/console') && (audience === 'customer' || audience === 'visitor')),
  )
  expect(misplaced).toEqual([])
  await inBatches(calls, 4, async ({ name, role }) => {
    // Without a field: who asks is looked at before what they ask, or fields would be missing.
    const { text } = await act(name, {}, { cookie: cookies[role] })
    expect(text, `${name} as ${role}`).toContain(refusalOfRole)
  })
})

test('agents and supervisors give no role, neither to themselves nor to others', async () => {
  for (const role of ['agent', 'supervisor'] as const) {
    const [mallory, other] = [await newStaff(role), await newStaff()]
    const cookie = await cookieOf(mallory)
    for (const { email } of [mallory, other])
      for (const name of ['changeRole', 'deactivate', 'addSomebody']) {
        const fields = { name: 'N', email, role: 'admin', password: 'five yellow bicycles' }
        const { done, leadsTo, text } = await act(name, fields, { cookie })
        expect([done, leadsTo, text.includes('Not found')], `${name} as ${role}`).toEqual([false, null, true])
      }
    const now = await db
      .select({ role: people.role, deactivatedAt: people.deactivatedAt })
      .from(people)
      .where(inArray(people.id, [mallory.id, other.id]))
      .orderBy(people.id)
    expect(now).toEqual([
      { role, deactivatedAt: null },
      { role: 'agent', deactivatedAt: null },
    ])
  }
})

interface Asked {
  /** What the address needs to answer, beside its own words. */
  readonly query?: Readonly<Record<string, string>>
  readonly body?: string | FormData
}

const statusOf = async (path: string, method: string, cookie: string, body?: string | FormData) => {
  const headers = { cookie, origin, accept: 'text/event-stream, */*' }
  const response = await fetch(new URL(path, origin), {
    method,
    headers,
    redirect: 'manual',
    ...(body && { body }),
  })
  // A stream has no end.
  await response.body?.cancel()
  return response.status
}

test('whatever the console and the admins ask for beside their pages is there for nobody else, however it is asked', async () => {
  const [maria, boss] = [await newCustomer(), await newStaff('admin')]
  const { refid } = await filed(maria)
  const wish = { kind: 'priority', to: 'urgent' } as const
  const run = crypto.randomUUID()
  await startBulk(boss, { submission: run, wish, which: [refid] })
  const simulation = new FormData()
  for (const [name, value] of Object.entries({
    name: 'Everyone',
    days: '30',
    'targets.low.resolution': '3 d',
  }))
    simulation.append(name, value)
  const draft = { mode: 'note', writer: boss.email, body: 'B', submission: crypto.randomUUID(), turn: 1 }
  const asking: Readonly<Record<string, Asked>> = {
    'POST /api/admin/simulation': { body: simulation },
    'GET /api/console/list': { query: { href: '/console/tickets' } },
    'GET /api/console/tickets/[refid]/draft': { query: { mode: 'note', writer: boss.email } },
    'PUT /api/console/tickets/[refid]/draft': { body: JSON.stringify(draft) },
    'PUT /api/console/tickets/[refid]/presence': { body: '{"replying":true}' },
  }
  const words = { q: refid, refids: refid, known: refid, not: refid }
  const fillings = { '[refid]': [refid], '[run]': [run], '[report]': ['agents'] }
  const calls = addresses.flatMap(({ pattern, methods }) =>
    /^\/api\/(console|admin)\//.test(pattern)
      ? filled(pattern, fillings).flatMap((path) => methods.map((method) => ({ pattern, path, method })))
      : [],
  )
  expect(calls.length).toBeGreaterThan(20)
  const [asMaria, asBoss] = [await cookieOf(maria), await cookieOf(boss)]
  await inBatches(calls, 4, async ({ pattern, path, method }) => {
    const { query = {}, body } = asking[`${method} ${pattern}`] ?? {}
    const address = `${path}?${new URLSearchParams({ ...words, ...query })}`
    // The form that exports is a page's own: whoever is signed out is led to sign in.
    const away = pattern === '/api/console/queue/export' ? 303 : 401
    const statuses = []
    for (const cookie of ['', asMaria, asBoss]) statuses.push(await statusOf(address, method, cookie, body))
    expect(statuses, `${method} ${address}`).toEqual([away, 404, method === 'DELETE' ? 204 : 200])
  })
  expect(await db.select().from(presence).where(eq(presence.personId, maria.id))).toEqual([])
})

test('what agents ask for beside the pages is there of no ticket that is none', async () => {
  const [maria, ana] = [await newCustomer(), await newStaff()]
  const { refid } = await filed(maria)
  const staff = await cookieOf(ana)
  const beat = (of: string, body: string) =>
    ask(`/api/console/tickets/${of}/presence`, { cookie: staff, method: 'PUT', body, headers: { origin } })
  expect((await beat('SUP-00000000', '{}')).status).toBe(404)
  for (const body of ['', 'null', '[]', '{"replying":"yes"}', `{"replying":${'1'.repeat(2_000)}}`])
    expect((await beat(refid, body)).status, body.slice(0, 30)).toBe(422)
})
