import { spawn } from 'node:child_process'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { describe, expect, inject, test, vi } from 'vitest'
import { db } from '@/db/client'
import { demoPassword } from '@/lib/auth/demo-password'
import { passwordMatches } from '@/lib/auth/password'
import { repairRelations } from '@/lib/repair/repair'
import { copyDatabase } from '../testing'
import { company, supervisor } from './company'
import { customer, customers } from './customers'
import { isWeekend, localDay } from './office-hours'
import { demoStories } from './stories'

describe('the stories', () => {
  // A winter and a summer day, a weekend and the night of a change of clocks.
  const moments = ['2026-11-23T15:00:00Z', '2026-07-04T03:00:00Z', '2026-03-29T00:59:00Z'].map(
    (at) => new Date(at),
  )

  test.each(moments)('at %o are in order, in the past and the same every time', (now) => {
    const stories = demoStories(now)
    expect(demoStories(now)).toEqual(stories)
    expect(stories.length).toBeGreaterThan(300)
    expect(stories.length).toBeLessThan(430)
    for (const { steps } of stories) {
      expect(steps[0]?.deed.does).toBe('file')
      const times = steps.map(({ at }) => at.getTime())
      expect(times).toEqual([...times].sort((one, another) => one - another))
      expect(new Set(times).size).toBe(times.length)
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
    }
  })

  test('are told in whole sentences: no place is left to be filled in', () => {
    expect(JSON.stringify(demoStories(moments[0] ?? new Date()))).not.toMatch(/\{\w+\}"|\{\w+\} /)
  })

  test('come on weekdays more than at weekends, and by day more than at night', () => {
    const filed = demoStories(moments[0] ?? new Date()).flatMap(({ steps: [first] }) =>
      first ? [first.at] : [],
    )
    const local = filed.map((at) => ({ at, ...localDay(at, company.timeZone) }))
    const perDay = (weekend: boolean) =>
      local.filter(({ weekday }) => isWeekend(weekday) === weekend).length / (weekend ? 2 : 5)
    expect(perDay(false)).toBeGreaterThan(2 * perDay(true))
    const byDay = local.filter(({ at, start }) => {
      const hours = (at.getTime() - start.getTime()) / 3_600_000
      return hours >= 7 && hours < 19
    })
    expect(byDay.length / local.length).toBeGreaterThan(0.8)
  })

  test('are about people with an address each', () => {
    const addresses = customers.map(({ email }) => email)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses).not.toContain(customer.email)
  })
})

const demo = (url = process.env.DATABASE_URL) =>
  spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./demo.ts', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: url },
  })

async function finished(child: ReturnType<typeof demo>) {
  const code = new Promise((done) => child.on('exit', (status, signal) => done(signal ?? status)))
  const [status, out, why] = await Promise.all([code, textOf(child.stdout), textOf(child.stderr)])
  return { status, out, why }
}

const count = async (what: 'tickets' | 'events' | 'people') =>
  Number((await db.execute(sql`select count(*) from ${sql.identifier(what)}`))[0]?.count)

test('killed in the middle it goes on where it stopped, and then it does nothing any more', async () => {
  const first = demo()
  const end = finished(first)
  await vi.waitFor(async () => expect(await count('tickets')).toBeGreaterThan(20), {
    timeout: 60_000,
    interval: 20,
  })
  first.kill('SIGKILL')
  expect((await end).status).toBe('SIGKILL')
  expect(await count('tickets')).toBeLessThan(300)

  const second = await finished(demo())
  expect(second).toMatchObject({ status: 0, why: '' })
  expect(second.out).toMatch(/^The demo company is ready in \d+ s: \d+ tickets \(\d+ live\).*\n$/)

  const [row] = await db.execute<{ began: string }>(
    sql`select value ->> 'began' as began from settings where key = 'demo'`,
  )
  const planned = demoStories(new Date(row?.began ?? 0))
  const tellings = await db.execute<{ filed: number; written: number }>(sql`select
    (select count(*) from events where kind = 'ticket.created') as filed,
    (select count(*) from messages) as written`)
  const words = planned.flatMap(({ steps }) => steps).filter(({ deed }) => 'body' in deed)
  expect(tellings[0]).toEqual({ filed: planned.length, written: words.length })

  const events = await count('events')
  const third = await finished(demo())
  expect(third).toMatchObject({ status: 0, why: '' })
  expect(await count('events')).toBe(events)
}, 240_000)

test('the demo company is what it promises to be', async () => {
  const logins = await db.execute<{ email: string; password_hash: string }>(
    sql`select email, password_hash from people where password_hash is not null order by email`,
  )
  expect(logins.map(({ email }) => email)).toEqual(
    ['admin', 'agent', 'customer', 'other', 'supervisor'].map((name) => `${name}@demo.test`),
  )
  for (const login of logins) expect(await passwordMatches(login.password_hash, demoPassword)).toBe(true)

  const [ingrid] = await db.execute<{ statuses: readonly string[] }>(sql`
    select array_agg(distinct t.status::text) as statuses from tickets t join people p on p.id = t.requester_id
    where p.email = 'customer@demo.test'`)
  expect([...(ingrid?.statuses ?? [])].sort()).toEqual(['closed', 'on_hold', 'open', 'pending', 'resolved'])

  const [live] = await db.execute(sql`
    select count(*) as all, count(*) filter (where assignee_id is null) as unassigned,
      count(*) filter (where sla_due_at < now()) as breached, count(*) filter (where priority = 'urgent') as urgent
    from tickets where status in ('open', 'pending', 'on_hold')`)
  expect(live?.all).toBeGreaterThan(35)
  expect(live?.unassigned).toBeGreaterThan(5)
  expect(live?.breached).toBeGreaterThan(5)
  expect(live?.urgent).toBeGreaterThan(1)
})

test('its tickets belong to teams, bear tags, and come from organizations', async () => {
  // Of all tickets: how many of them are live depends on the hour.
  const [all] = await db.execute(sql`
    select count(*) filter (where team_id is not null) as of_a_team, count(*) filter (where team_id is null) as of_none,
      count(*) filter (where exists (select from ticket_tags g where g.ticket_id = t.id)) as tagged
    from tickets t`)
  expect(all?.of_a_team).toBeGreaterThan(15)
  expect(all?.of_none).toBeGreaterThan(3)
  expect(all?.tagged).toBeGreaterThan(5)
  // Whoever has a ticket of a team is of that team, unless it went on to somebody else.
  const [given] = await db.execute(sql`
    select count(*) filter (where m.person_id is not null) as inside, count(*) as all from tickets t
    left join team_members m on m.team_id = t.team_id and m.person_id = t.assignee_id
    where t.team_id is not null and t.assignee_id is not null`)
  expect(Number(given?.inside)).toBeGreaterThan(Number(given?.all) * 0.8)

  const used = await db.execute<{ name: string }>(sql`
    select g.name from ticket_tags t join tags g on g.id = t.tag_id group by 1 having count(*) > 2`)
  expect(used.map(({ name }) => name)).toEqual(expect.arrayContaining(['bug', 'onboarding', 'refund', 'vip']))
  const [people] = await db.execute(sql`
    select count(*) filter (where role = 'customer' and organization_id is null) as homeless,
      count(*) filter (where role <> 'customer' and organization_id is not null) as misplaced,
      (select count(*) from team_members) as members
    from people`)
  expect(people).toEqual({ homeless: 0, misplaced: 0, members: 9 })
})

test('being tagged vip promises more, and the team is told before it is broken', async () => {
  const [retargeted] = await db.execute<{ count: number }>(sql`
    select count(*) from sla_ledger l join sla_policies p on p.id = l.policy_id
    where l.kind = 'retargeted' and l.reason = 'tags' and p.name = 'VIP'`)
  expect(retargeted?.count).toBeGreaterThan(3)
  const [told] = await db.execute<{ count: number }>(sql`
    select count(distinct n.person_id) from notifications n join events e on e.id = n.event_id
    join team_members m on m.person_id = n.person_id where e.kind = 'sla.vip_waits'`)
  expect(told?.count).toBe(4)
})

test('its promises are kept for the most part: some tickets are late, some at risk, some stand still', async () => {
  const rows = await db.execute<{ state: string; count: number }>(sql`
    select case when sla_paused_at is not null then 'paused' when sla_due_at < now() then 'breached'
      when sla_risk_at < now() then 'at risk' else 'ok' end as state, count(*)
    from tickets where status in ('open', 'pending', 'on_hold') group by 1`)
  const count = Object.fromEntries(rows.map((row) => [row.state, row.count]))
  expect(count['at risk']).toBeGreaterThan(2)
  expect(count.paused).toBeGreaterThan(5)
  const live = rows.reduce((sum, row) => sum + row.count, 0)
  // How many are late at this hour of the day depends on it; the others are in time.
  expect(count.breached).toBeLessThan(live / 2)

  const told = await db.execute(sql`
    select p.email, e.kind, n.created_at < now() as before from notifications n
    join people p on p.id = n.person_id join events e on e.id = n.event_id`)
  expect(told).toContainEqual({ email: supervisor.email, kind: 'sla.urgent_escalation', before: true })
})

test('its history is true: nothing in it contradicts anything else, and nothing is left to be done twice', async () => {
  expect(await repairRelations({ dryRun: true })).toEqual([])
  const [jobs] = await db.execute(sql`
    select (select count(*) from graphile_worker.jobs) as waiting,
      (select count(*) from graphile_worker.jobs where run_at < now()) as overdue,
      (select count(*) from tickets where status = 'resolved') as resolved`)
  expect(jobs?.waiting).toBe(jobs?.resolved)
  expect(jobs?.overdue).toBe(0)
})

test('it does not move into a helpdesk that somebody uses', async () => {
  const { url, drop } = await copyDatabase(inject('templateUrl'))
  try {
    const add = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'lib/cli/main.ts',
        'people:add',
        '--email',
        'a@b.test',
        '--name',
        'A',
        '--role',
        'admin',
      ],
      { env: { ...process.env, DATABASE_URL: url } },
    )
    expect((await finished(add)).status).toBe(0)
    const { status, why } = await finished(demo(url))
    expect(status).toBe(1)
    expect(why).toContain('This database holds a helpdesk already')
  } finally {
    await drop()
  }
}, 60_000)
