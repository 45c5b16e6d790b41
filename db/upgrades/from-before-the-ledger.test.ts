import { sql as statement } from 'drizzle-orm'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Customer, system } from '@/lib/viewer'
import {
  changeOldHours,
  fileOld,
  type OldCompany,
  type OldTicket,
  oldHours,
  openOldCompany,
} from './before-the-ledger'
import { earlierVersion } from './earlier'

/** A ticket of that version, and how its resolution clocks stand afterwards, in their order. */
interface Case extends OldTicket {
  readonly stands: readonly string[]
  /** Where the last of them runs on: how many hours ago it began. */
  readonly since?: number
}

const inTime: readonly Case[] = [
  { subject: 'waits', filed: 2, promised: 24, stands: ['ok'], since: 2 },
  { subject: 'answered', filed: 2, promised: 24, deeds: [['answered', 1]], stands: ['ok'], since: 2 },
  { subject: 'noted', filed: 2, promised: 24, deeds: [['noted', 1]], stands: ['ok'], since: 2 },
  { subject: 'at risk', filed: 22, promised: 24, stands: ['at_risk'], since: 22 },
  {
    subject: 'pending',
    filed: 2,
    promised: 24,
    deeds: [
      ['answered', 1],
      ['pending', 1],
    ],
    stands: ['paused'],
  },
  { subject: 'pending, at risk', filed: 22, promised: 24, deeds: [['pending', 1]], stands: ['paused'] },
  { subject: 'on hold', filed: 2, promised: 24, deeds: [['on_hold', 1]], stands: ['ok'], since: 2 },
  {
    subject: 'back',
    filed: 9,
    promised: 24,
    deeds: [
      ['pending', 8],
      ['wrote', 7],
    ],
    stands: ['ok'],
    since: 9,
  },
  {
    subject: 'resolved',
    filed: 9,
    promised: 24,
    deeds: [
      ['answered', 8],
      ['resolved', 7],
    ],
    stands: ['met'],
  },
  { subject: 'resolved unanswered', filed: 9, promised: 24, deeds: [['resolved', 7]], stands: ['met'] },
  {
    subject: 'closed',
    filed: 99,
    promised: 24,
    deeds: [
      ['resolved', 90],
      ['closed', 9],
    ],
    stands: ['met'],
  },
]

const late: readonly Case[] = [
  { subject: 'late', filed: 30, promised: 24, stands: ['breached'], since: 30 },
  {
    subject: 'answered, late',
    filed: 30,
    promised: 24,
    deeds: [['answered', 1]],
    stands: ['breached'],
    since: 30,
  },
  {
    subject: 'pending, late',
    filed: 30,
    promised: 24,
    deeds: [['pending', 28]],
    stands: ['breached'],
    since: 30,
  },
  { subject: 'resolved late', filed: 30, promised: 24, deeds: [['resolved', 1]], stands: ['breached'] },
  {
    subject: 'closed late',
    filed: 90,
    promised: 24,
    deeds: [
      ['resolved', 30],
      ['closed', 1],
    ],
    stands: ['breached'],
  },
]

const reopened: readonly Case[] = [
  // Its old deadline passed while it was resolved: nobody was late.
  {
    subject: 'reopened',
    filed: 90,
    promised: 24,
    deeds: [
      ['resolved', 80],
      ['reopened', 5],
    ],
    stands: ['met', 'ok'],
    since: 5,
  },
  {
    subject: 'taken back',
    filed: 90,
    promised: 24,
    deeds: [
      ['resolved', 80],
      ['closed', 70],
      ['reopened', 5],
    ],
    stands: ['met', 'ok'],
    since: 5,
  },
  {
    subject: 'reopened, late',
    filed: 90,
    promised: 24,
    deeds: [
      ['resolved', 80],
      ['reopened', 50],
    ],
    stands: ['met', 'breached'],
    since: 50,
  },
  {
    subject: 'late, reopened',
    filed: 90,
    promised: 24,
    deeds: [
      ['resolved', 40],
      ['reopened', 5],
    ],
    stands: ['breached', 'ok'],
    since: 5,
  },
  {
    subject: 'reopened, pending',
    filed: 90,
    promised: 24,
    deeds: [
      ['resolved', 80],
      ['reopened', 5],
      ['pending', 4],
    ],
    stands: ['met', 'paused'],
  },
  {
    subject: 'twice',
    filed: 90,
    promised: 24,
    deeds: [
      ['resolved', 80],
      ['reopened', 50],
      ['resolved', 49],
      ['reopened', 2],
    ],
    stands: ['met', 'met', 'ok'],
    since: 2,
  },
  {
    subject: 'at last',
    filed: 90,
    promised: 24,
    deeds: [
      ['resolved', 80],
      ['reopened', 50],
      ['resolved', 1],
      ['closed', 0.5],
    ],
    stands: ['met', 'breached'],
  },
]

/** Under the hours as the admin had changed them, which come to no whole seconds. */
const odd: readonly Case[] = [
  { subject: 'of 20 and a half hours', filed: 2, promised: oldHours.medium, stands: ['ok'], since: 2 },
  {
    subject: 'of a third of an hour',
    filed: 0.1,
    priority: 'high',
    promised: oldHours.high,
    stands: ['at_risk'],
    since: 0.1,
  },
  {
    subject: 'of no time',
    filed: 1,
    priority: 'urgent',
    promised: oldHours.urgent,
    stands: ['breached'],
    since: 1,
  },
  {
    subject: 'became urgent',
    filed: 2,
    promised: 24,
    deeds: [['urgent', 1]],
    stands: ['breached'],
    since: 2,
  },
]

const cases = [...inTime, ...late, ...reopened, ...odd]

let earlier: Awaited<ReturnType<typeof earlierVersion>>
let company: OldCompany
const ids = new Map<string, number>()
let told: Awaited<ReturnType<typeof history>>

beforeAll(async () => {
  earlier = await earlierVersion(inject('templateUrl'), '0003_sign_in_attempts_by_time')
  // Before db/client is read for the first time.
  process.env.DATABASE_URL = earlier.url
  const { sql } = earlier
  company = await openOldCompany(sql)
  await changeOldHours(sql)
  for (const { stands: _, since: __, ...ticket } of cases)
    ids.set(ticket.subject, await fileOld(sql, company, ticket))
  told = await history(sql)
  await earlier.upTo()
}, 60_000)

afterAll(() => earlier?.end())

/** All that people wrote and did, by the columns which that version had. */
async function history(sql: Sql) {
  const [row] = await sql`select
    (select json_agg(json_build_array(id, uid, kind, audience, actor_id, ticket_id, message_id, change, at) order by id) from events) as events,
    (select json_agg(json_build_array(id, uid, ticket_id, author_id, audience, channel, body, created_at) order by id) from messages) as messages,
    (select json_agg(json_build_array(id, refid, subject, status, priority, created_at, updated_at, public_updated_at, waiting_since,
      first_answered_at, resolved_at, closed_at) order by id) from tickets) as tickets`
  return row
}

const idOf = (subject: string) => ids.get(subject) ?? 0
const seconds = (hours: number) => Math.max(1, Math.round(hours * 3600))

async function nothingToMend() {
  const { db } = await import('@/db/client')
  const { mismatches } = await import('@/lib/sla/recompute')
  const { repairRelations } = await import('@/lib/repair/repair')
  expect(await mismatches(db)).toEqual([])
  expect(await repairRelations({ dryRun: true })).toEqual([])
}

test('what people wrote and did is as it was, and nothing is to be mended', async () => {
  expect(await history(earlier.sql)).toEqual(told)
  await nothingToMend()
})

test.each(cases)('“$subject” has the clocks it should have', async ({
  subject,
  promised,
  deeds,
  stands,
  since,
}) => {
  const { slaOf } = await import('@/lib/sla/ledger')
  const { stateOf } = await import('@/lib/sla/words')
  const { explain } = await import('@/lib/sla/explain')
  const { clocks, hoursOf } = await slaOf(system, { id: idOf(subject) })
  const now = new Date()
  expect(clocks.map((clock) => stateOf(clock, now))).toEqual(stands)
  const became = deeds?.some(([deed]) => deed === 'urgent') ? oldHours.urgent : promised
  for (const clock of clocks) {
    expect(clock).toMatchObject({
      target: 'resolution',
      policy: 'Everyone',
      calendar: null,
      seconds: seconds(became),
    })
    expect(explain(clock, { timeZone: 'UTC', now, hoursOf }).sentences[0]).toMatch(
      /^Started .+ when the ticket was /,
    )
  }
  const last = clocks.at(-1)
  expect(last?.endedAt === null && last.dueAt !== null).toBe(since !== undefined)
  if (since === undefined) return
  expect(last?.dueAt).toEqual(new Date((last?.startedAt.getTime() ?? 0) + seconds(became) * 1000))
  expect(now.getTime() - Number(last?.startedAt)).toBeGreaterThan(since * 3_600_000)
})

test('the settings have become the policy that closes the list', async () => {
  const { db } = await import('@/db/client')
  const { allPolicies } = await import('@/lib/sla/load')
  const { currentSettings } = await import('@/lib/settings/find')
  expect(await allPolicies(db)).toMatchObject([
    {
      name: 'Everyone',
      fallback: true,
      targets: {
        low: { resolution: 360_000 },
        medium: { resolution: 73_800 },
        high: { resolution: 1199 },
        urgent: { resolution: 1 },
      },
    },
  ])
  expect(await currentSettings()).toMatchObject({ timeZone: 'Europe/Oslo' })
})

test('customers read their requests, with the promise that holds', async () => {
  const [{ ownTickets }, { ownThread }] = [
    await import('@/lib/portal/find'),
    await import('@/lib/portal/thread'),
  ]
  const carla = await carlaOf()
  const seen = [1, 2].map((page) => ownTickets(carla, { page }))
  const lines = (await Promise.all(seen)).flatMap(({ tickets }) => tickets)
  expect(lines.map(({ subject }) => subject).toSorted()).toEqual(
    cases.map(({ subject }) => subject).toSorted(),
  )
  for (const { subject, since } of cases) {
    const line = lines.find((one) => one.subject === subject)
    expect([subject, line?.dueAt instanceof Date]).toEqual([subject, since !== undefined])
    const { messages, ticket } = await ownThread(carla, line?.refid ?? '')
    expect(ticket.subject).toBe(subject)
    expect(messages.map(({ body }) => body)).not.toContain('message.noted by agent')
  }
})

test('what happens now moves the clocks of then', async () => {
  const { answer } = await import('@/lib/messages/answer')
  const { writeBack } = await import('@/lib/messages/write-back')
  const { setStatus } = await import('@/lib/tickets/set-status')
  const { prioritize } = await import('@/lib/tickets/prioritize')
  const { personById } = await import('@/lib/people/by-id')
  const { isAgent } = await import('@/lib/viewer')
  const { fireDue } = await import('@/lib/sla/fire')
  const { slaOf } = await import('@/lib/sla/ledger')
  const { stateOf } = await import('@/lib/sla/words')
  const ana = await personById(company.agentId)
  if (!isAgent(ana)) throw new Error('Ana is no agent')
  const carla = await carlaOf()
  const ticket = async (subject: string) => {
    const { ticketByRefid } = await import('@/lib/tickets/lists')
    const { db } = await import('@/db/client')
    const [row] = await db.execute<{ refid: string }>(
      statement`select refid from tickets where id = ${idOf(subject)}`,
    )
    return ticketByRefid(row?.refid ?? '')
  }

  await writeBack(carla, await ticket('pending'), { body: 'Here it is', channel: 'portal' })
  await answer(ana, await ticket('waits'), { body: 'On it', channel: 'agent' }, 'resolved')
  await setStatus(ana, await ticket('pending, late'), 'open')
  await setStatus(ana, await ticket('closed late'), 'open')
  await setStatus(ana, await ticket('reopened'), 'resolved')
  await prioritize(ana, await ticket('answered'), 'low')
  while ((await fireDue()) > 0);

  const standing = async (subject: string) =>
    (await slaOf(system, { id: idOf(subject) })).clocks.map((clock) => stateOf(clock, new Date()))
  expect(await standing('pending')).toEqual(['ok'])
  expect(await standing('waits')).toEqual(['met'])
  expect(await standing('pending, late')).toEqual(['breached'])
  expect(await standing('closed late')).toEqual(['breached', 'ok'])
  expect(await standing('reopened')).toEqual(['met', 'met'])
  expect(await standing('answered')).toEqual(['ok'])
  await nothingToMend()
})

async function carlaOf(): Promise<Customer> {
  const { personById } = await import('@/lib/people/by-id')
  const { isCustomer } = await import('@/lib/viewer')
  const carla = await personById(company.customerId)
  if (!isCustomer(carla)) throw new Error('Carla is no customer')
  return carla
}
