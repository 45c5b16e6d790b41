import { and } from 'drizzle-orm'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import { agentsReport } from '@/lib/analytics/agents-report'
import { categoriesReport } from '@/lib/analytics/categories-report'
import { makeHistories } from '@/lib/analytics/histories'
import { overview } from '@/lib/analytics/overview'
import { ratingsReport } from '@/lib/analytics/ratings-report'
import { rebuild } from '@/lib/analytics/rebuild'
import { readScope, type Scope } from '@/lib/analytics/scope'
import { slaReport } from '@/lib/analytics/sla-report'
import { agent } from '@/lib/testing/people'
import { conditions } from '@/lib/tickets/queue-conditions'
import { readQueueFilter } from '@/lib/tickets/queue-filter'
import type { Agent } from '@/lib/viewer'
import { AgentsReport } from './agents/agents'
import { CategoriesReport } from './categories/categories'
import { OverviewReport } from './overview/overview'
import { RatingsReport } from './ratings/ratings'
import { SlaReport } from './sla/sla'

const zone = 'Europe/Berlin'
const now = new Date()
const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
let supervisor: Agent

beforeAll(async () => {
  await makeHistories({ seed: 19, tickets: 60, timeZone: zone })
  await rebuild()
  supervisor = await agent('Sue', 'supervisor')
}, 120_000)

const pages: Readonly<Record<string, (scope: Scope) => Promise<ReactElement>>> = {
  Overview: async (scope) => createElement(OverviewReport, { report: await overview(scope), scope, today }),
  SLA: async (scope) => createElement(SlaReport, { report: await slaReport(scope), scope }),
  Agents: async (scope) =>
    createElement(AgentsReport, { rows: await agentsReport(scope), scope, params: {} }),
  Ratings: async (scope) =>
    createElement(RatingsReport, {
      report: await ratingsReport(scope),
      scope,
      now: now.toISOString(),
      timeZone: zone,
    }),
  Categories: async (scope) =>
    createElement(CategoriesReport, { rows: await categoriesReport(scope), scope, params: {} }),
}

interface Way {
  readonly href: string
  readonly words: string
}

/** Where a page leads to tickets, and with which words. */
const waysOf = (html: string): readonly Way[] =>
  [...html.matchAll(/<a [^>]*href="(\/console\/tickets\?[^"]*)"[^>]*>(.*?)<\/a>/g)].map(
    ([, href = '', inside = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      words: inside.replace(/<[^>]*>/g, ' ').trim(),
    }),
  )

function ticketsAt(href: string) {
  const filter = readQueueFilter(Object.fromEntries(new URL(href, 'http://localhost').searchParams))
  return db.$count(tickets, and(...conditions(supervisor, filter, now)))
}

/** Happens to a ticket any number of times: so many times, to so many tickets at most. */
const repeated = ['resolved', 'reply', 'reopened', 'next_response', 'due', 'missed']

const isRepeated = ({ href, words }: Way) => {
  const what = new URL(href, 'http://localhost').searchParams.get('behind')?.split(' ')[0] ?? ''
  return !words.includes('ticket') && (repeated.includes(what) || /_(target|met|missed)$/.test(what))
}

test.each(
  Object.entries(pages),
)('every number of the report %s opens the tickets that it counts', async (_, page) => {
  const asked = [{ period: '90d' }, { period: '30d', priority: 'high,urgent', hours: 'business' }]
  let counted = 0
  for (const scope of asked.map((words) => readScope(words, today)))
    for (const way of waysOf(renderToStaticMarkup(await page(scope)))) {
      const there = await ticketsAt(way.href)
      const [, digits] = /^(?:was |n = )?([\d,]+)(?: tickets?| late|, too few)?$/.exec(way.words) ?? []
      const told = JSON.stringify({ ...way, there })
      // A share or a duration: it was of something.
      if (digits === undefined) {
        if (!/^(was )?0%/.test(way.words)) expect(there, told).toBeGreaterThan(0)
        continue
      }
      const number = Number(digits.replaceAll(',', ''))
      counted += 1
      if (!isRepeated(way)) expect(there, told).toBe(number)
      else {
        expect(there, told).toBeLessThanOrEqual(number)
        expect(there > 0, told).toBe(number > 0)
      }
    }
  expect(counted).toBeGreaterThan(5)
})
