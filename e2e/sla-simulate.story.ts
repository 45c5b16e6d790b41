import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { createCalendar } from '@/lib/sla/calendars/create'
import { file } from '@/lib/tickets/file'
import { resolve } from '@/lib/tickets/resolve'
import { system } from '@/lib/viewer'
import { visit } from './console'
import { newAgent, newCustomer } from './customer'
import { comeIn, cookieOf, signIn } from './sign-in'
import { test } from './story'
import { newStaff } from './threats/people'
import { serverWith } from './threats/second-server'
import { ask, origin } from './threats/wire'

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

test('an admin tries another promise, and sees what would have been kept', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const subject = `Slowly ${crypto.randomUUID()}`
  const ticket = await at(hoursAgo(60), () =>
    file(maria, maria, { subject, description: 'Help', channel: 'portal', priority: 'low' }),
  )
  await at(hoursAgo(59), () => resolve(ana, { id: ticket.id, status: 'open' }))

  await comeIn(page, 'admin@demo.test')
  await visit(page, '/admin/sla')
  await page.getByRole('link', { name: 'What if?' }).click()
  await page.getByLabel('Policy').selectOption('Everyone')
  await page.getByLabel('Calendar').selectOption('Around the clock')
  const low = page.getByRole('textbox', { name: 'Low: resolution' })
  await low.fill('soon')
  await page.getByLabel('Tickets filed in the last').selectOption('7 days')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByText('“soon” is no amount of time').first()).toBeVisible()

  await low.fill('30 min')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByRole('heading', { name: /would have gone another way/ })).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: ticket.refid })).toContainText(
    'Resolution: kept → breached',
  )
  await expect(page.getByRole('row', { name: /^Resolution/ })).toContainText('%')
  await expect(
    page
      .getByRole('row', { name: /^Resolution/ })
      .getByRole('cell')
      .last(),
  ).toHaveText(/^−\d+\.\d$/)
})

test('hours that never come to a target are refused at their field', async ({ page }) => {
  const name = `Once ${crypto.randomUUID()}`
  await createCalendar(system, {
    name,
    hours: { timeZone: 'UTC', weekly: { mon: [['09:00', '10:00']] }, days: [] },
  })
  await comeIn(page, 'admin@demo.test')
  await visit(page, '/admin/sla/simulate')
  await page.getByLabel('Policy').selectOption('Everyone')
  await page.getByLabel('Calendar').selectOption(name)
  await page.getByRole('textbox', { name: 'Low: resolution' }).fill('365 d')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByLabel('Calendar')).toHaveAttribute('aria-invalid', 'true')
})

test('who leaves while it runs, or stops it, ends it', async ({ page }) => {
  // A simulation of many tickets: begun, and long not done.
  await page.addInitScript(() => {
    const { fetch } = window
    window.fetch = async (address, how) => {
      if (address !== '/api/admin/simulation') return fetch(address, how)
      const told = new ReadableStream({
        start(lines) {
          lines.enqueue(new TextEncoder().encode('{"done":1,"all":4}\n'))
          how?.signal?.addEventListener('abort', () => {
            document.documentElement.dataset.ended = `${Number(document.documentElement.dataset.ended ?? 0) + 1}`
            lines.error(how.signal?.reason)
          })
        },
      })
      return new Response(told)
    }
  })
  await comeIn(page, 'admin@demo.test')
  await visit(page, '/admin/sla/simulate')
  const run = page.getByRole('button', { name: 'Run' })
  await run.click()
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', '0.25')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)

  await run.click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'SLA' }).click()
  await expect(page.getByRole('heading', { name: 'SLA', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-ended', '2')
})

test('more than a simulation takes is refused in words, over HTTP and in the browser', async ({ page }) => {
  await signIn(page, 'admin@demo.test')
  const cookie = await cookieOf(await newStaff('admin'))
  for (const length of [1_000_001, 12_000_000]) {
    const form = new FormData()
    form.set('name', 'x'.repeat(length))
    const answer = await ask('/api/admin/simulation', {
      method: 'POST',
      body: form,
      cookie,
      headers: { origin },
    })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      413,
      { message: 'This is too much to simulate: all fields together take at most 1 MB', fields: {} },
    ])
  }
  // As long as nobody knows its size it is read, up to ten megabytes.
  const streamed: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: new Blob(['x'.repeat(12_000_000)]).stream(),
    headers: { origin, cookie, 'content-type': 'multipart/form-data; boundary=x' },
    duplex: 'half',
  }
  const endless = await fetch(`${origin}/api/admin/simulation`, streamed)
  expect([endless.status, await endless.json()]).toEqual([
    400,
    { message: 'This is not the form of a simulation, or it was cut off on the way', fields: {} },
  ])

  await visit(page, '/admin/sla/simulate')
  const low = page.getByRole('textbox', { name: 'Low: resolution' })
  await low.evaluate((field: HTMLInputElement) => {
    field.value = '9'.repeat(12_000_000)
  })
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('at most 1 MB')
  await expect(low).toHaveAttribute('aria-invalid', 'true')
})

/** A server that reads people and teams in tables of its own: who locks these keeps no other story waiting. */
async function serverApart() {
  const own = `apart_${crypto.randomUUID().replaceAll('-', '')}`
  await db.execute(sql.raw(`create schema ${own}`))
  for (const table of ['people', 'teams'])
    await db.execute(sql.raw(`create table ${own}.${table} as table public.${table}`))
  const address = new URL(process.env.DATABASE_URL ?? '')
  address.searchParams.set('search_path', `${own},public`)
  address.searchParams.set('application_name', own)
  const server = await serverWith({ DATABASE_URL: address.href })
  const { promise: ending, resolve: end } = Promise.withResolvers<void>()
  return {
    ...server,
    /** Nobody reads the table until it is let go, or the server stops. */
    async lock(table: 'people' | 'teams') {
      const { promise: held, resolve: hold } = Promise.withResolvers<void>()
      const { promise: freed, resolve: free } = Promise.withResolvers<void>()
      const done = db.transaction(async (tx) => {
        await tx.execute(sql.raw(`lock table ${own}.${table} in access exclusive mode`))
        hold()
        await Promise.race([freed, ending])
      })
      await held
      return async () => {
        free()
        await done
      }
    },
    /** How many of its statements with these words wait for a lock. */
    waiting: async (words: string) =>
      (
        await db.execute(sql`
          select from pg_stat_activity where application_name = ${own} and wait_event_type = 'Lock'
            and query like ${`%${words}%`}`)
      ).length,
    async stop() {
      end()
      await server.stop()
      await db.execute(sql.raw(`drop schema ${own} cascade`))
    },
  }
}

test('who closes the browser or breaks the connection off leaves no work behind in the server', async ({
  page,
}) => {
  await comeIn(page, 'admin@demo.test')
  const cookie = await cookieOf(await newStaff('admin'))
  const server = await serverApart()
  const tickets = () => server.waiting('json_agg(json_build_array(case when e.change')
  // A simulation is stopped where it reads the tickets: only these statements need both tables.
  const stoppedAtTickets = async (begin: () => unknown) => {
    const letNames = await server.lock('teams')
    void begin()
    await expect.poll(() => server.waiting('from "teams"')).toBeGreaterThan(0)
    const letTickets = await server.lock('people')
    await letNames()
    await expect.poll(tickets).toBe(1)
    return letTickets
  }
  try {
    // What its frame asks for may read both tables at once, and would wait for one while it holds the other.
    await page.route('**/api/console/**', (route) => route.abort())
    await page.goto(`${server.origin}/admin/sla/simulate`)
    const form = await page
      .locator('form')
      .last()
      .evaluate((one: HTMLFormElement) =>
        [...new FormData(one)].map(([name, value]) => [name, String(value)] as const),
      )
    const letBrowser = await stoppedAtTickets(() => page.getByRole('button', { name: 'Run' }).click())
    await page.close()
    await expect.poll(tickets).toBe(0)
    await letBrowser()

    const leaving = new AbortController()
    const body = new FormData()
    for (const [name, value] of form) body.append(name, value)
    const letProgram = await stoppedAtTickets(() =>
      server
        .ask('/api/admin/simulation', {
          method: 'POST',
          body,
          headers: { origin: server.origin, cookie },
          signal: leaving.signal,
        })
        .catch(() => {}),
    )
    leaving.abort()
    await expect.poll(tickets).toBe(0)
    await letProgram()
  } finally {
    await server.stop()
  }
})

test('nobody else runs one', async ({ page }) => {
  const ask = () =>
    page.evaluate(
      async () => (await fetch('/api/admin/simulation', { method: 'POST', body: new FormData() })).status,
    )
  await page.goto('/sign-in')
  expect(await ask()).toBe(401)
  for (const somebody of [await newCustomer(), await newAgent()]) {
    await page.context().clearCookies()
    await signIn(page, somebody.email)
    expect(await ask()).toBe(404)
    await page.goto('/admin/sla/simulate')
    await expect(page.getByRole('heading', { name: 'What if?' })).toHaveCount(0)
  }
})
