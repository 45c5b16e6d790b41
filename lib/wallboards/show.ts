import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { wallboards } from '@/db/schema'
import { fresh } from '@/lib/analytics/fresh'
import { type Board, board, type Due, type OnDuty } from '@/lib/analytics/now'
import { overview } from '@/lib/analytics/overview'
import { readScope } from '@/lib/analytics/scope'
import type { Share } from '@/lib/analytics/totals'
import { currentSettings } from '@/lib/settings/find'
import { targets } from '@/lib/sla/target'
import { dayAt } from '@/lib/time-words'
import { uidOf } from './token'
import { calledOnWall } from './wallboard'

/** What a screen shows to whoever stands before it: numbers, references and agents by their first names, nothing that a customer wrote or is called. */
export interface Wall {
  readonly workspace: string
  /** IANA name, the workspace's. */
  readonly timeZone: string
  /** ISO 8601: the moment of the numbers. */
  readonly at: string
  readonly figures: Pick<
    Board,
    'open' | 'unassigned' | 'needsFirstReply' | 'atRisk' | 'breached' | 'oldestWaiting'
  >
  /** The first first. */
  readonly nextToBreach: readonly Omit<Due, 'subject' | 'startedAt'>[]
  /** Those with the most to do; the ones who are away come last. */
  readonly agents: readonly Omit<OnDuty, 'email' | 'gone'>[]
  /** Since midnight; null: the numbers of the reports are being computed. */
  readonly today: {
    readonly created: number
    readonly resolved: number
    /** Seconds, the median; null: nothing was answered. */
    readonly firstResponse: number | null
    /** SLA targets of all kinds. */
    readonly kept: Share
  } | null
}

const [mostNext, mostAgents] = [6, 12]

/** What the screen of a token shows now; null: there is no such screen, or not any more. */
export async function wallOf(token: string): Promise<Wall | null> {
  const uid = uidOf(token)
  return uid && (await isThere(uid)) ? shared() : null
}

/** However many screens ask, and however often somebody with a link does: the numbers are read once in so many milliseconds. */
const freshFor = 3_000
let kept: { readonly until: number; readonly wall: Promise<Wall> } | undefined

function shared(): Promise<Wall> {
  if (kept && performance.now() < kept.until) return kept.wall
  const wall = readWall()
  kept = { until: performance.now() + freshFor, wall }
  wall.catch(() => {
    kept = undefined
  })
  return wall
}

/** The numbers of all screens, at this moment. */
export async function readWall(): Promise<Wall> {
  const now = new Date()
  const { workspaceName, timeZone } = await currentSettings()
  const [{ open, unassigned, needsFirstReply, atRisk, breached, oldestWaiting, ...lists }, today] =
    await Promise.all([board(), numbersOf(dayAt(now, timeZone))])
  return {
    workspace: workspaceName,
    timeZone,
    at: now.toISOString(),
    figures: { open, unassigned, needsFirstReply, atRisk, breached, oldestWaiting },
    nextToBreach: lists.nextToBreach
      .slice(0, mostNext)
      .map(({ refid, priority, target, riskAt, dueAt, assignee }) => ({
        refid,
        priority,
        target,
        riskAt,
        dueAt,
        assignee: assignee && calledOnWall(assignee),
      })),
    agents: lists.agents
      .filter(({ gone }) => !gone)
      .slice(0, mostAgents)
      .map(({ name, load, awaySince }) => ({ name: calledOnWall(name), load, awaySince })),
    today,
  }
}

/** Writes down that a screen asks, once a minute. */
async function isThere(uid: string) {
  const [found] = await db.execute(sql`
    with shown as (
      update ${wallboards} set shown_at = moment()
      where uid = ${uid} and coalesce(shown_at < moment() - interval '1 minute', true))
    select from ${wallboards} where uid = ${uid}`)
  return found !== undefined
}

async function numbersOf(today: string): Promise<Wall['today']> {
  if (!(await fresh())) return null
  const scope = readScope({ period: 'custom', from: today, to: today, compare: 'none' }, today)
  const { totals } = await overview(scope)
  return {
    created: totals.created,
    resolved: totals.resolved,
    firstResponse: totals.firstResponse?.median ?? null,
    kept: targets.reduce(
      (sum, target) => ({ n: sum.n + totals.targets[target].n, of: sum.of + totals.targets[target].of }),
      { n: 0, of: 0 },
    ),
  }
}
