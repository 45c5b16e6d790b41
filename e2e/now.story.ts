import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { assign } from '@/lib/tickets/assign'
import { resolve } from '@/lib/tickets/resolve'
import { system } from '@/lib/viewer'
import { takenDown, visit } from './console'
import { newAgent, newCustomer } from './customer'
import { enterAs } from './staff'
import { test } from './story'

test('the board follows what happens, and each agent’s load leads to their tickets', async ({ page }) => {
  const ana = await newAgent(`Ana ${crypto.randomUUID().slice(0, 8)}`)
  const maria = await newCustomer()
  await enterAs(page, 'supervisor')
  await visit(page, '/console/now')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Now')
  const own = page.getByRole('region', { name: 'Agents' }).getByRole('listitem').filter({ hasText: ana.name })
  await expect(own).toContainText('0 tickets')

  const ticket = await takenDown(ana, maria, 'It has just come in')
  await assign(system, { ...ticket, status: 'open', assigneeId: null }, ana)
  await expect(own).toContainText('1 ticket')
  await resolve(system, { ...ticket, status: 'open' })
  await expect(own).toContainText('0 tickets')
  await own.getByRole('link').press('Enter')
  await expect(page).toHaveURL(/\/console\/tickets\?assignee=/)
})

test('what is due next says how near it is', async ({ page }) => {
  const [ana, maria] = [await newAgent(), await newCustomer()]
  const subject = `Near ${crypto.randomUUID()}`
  const { id } = await takenDown(ana, maria, subject)
  await db.execute(sql`
    update tickets set sla_started_at = moment() - interval '1 hour', sla_risk_at = moment() - interval '1 minute',
      sla_due_at = moment() + interval '90 seconds' where id = ${id}`)
  await enterAs(page, 'supervisor')
  await visit(page, '/console/now')
  const next = page.getByRole('region', { name: 'Next to breach' }).getByRole('listitem')
  await expect(next.filter({ hasText: subject })).toContainText('at risk, due in')
})

test('an agent has no board', async ({ page }) => {
  await enterAs(page, 'agent')
  expect((await page.goto('/console/now'))?.status()).toBe(404)
})
