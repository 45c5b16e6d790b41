import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Hours } from '@/lib/sla/calendar'
import type { EntryKind } from '@/lib/sla/clock'
import type { Conditions, Step, Targets } from '@/lib/sla/sla-policy'
import { instant, key, moment, reference } from './columns'
import { people } from './people'
import { slaTarget } from './sla-target'
import { status, tickets } from './tickets'

export const slaOutcome = pgEnum('sla_outcome', ['met', 'voided'])

export const calendars = pgTable(
  'calendars',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull().default(moment),
    retiredAt: instant('retired_at'),
  },
  (t) => [
    check('calendars_name_length', sql`char_length(${t.name}) between 1 and 80`),
    uniqueIndex('calendars_name').on(sql`lower(${t.name})`).where(sql`${t.retiredAt} is null`),
  ],
)

/** What a calendar said from when on. Append-only: deadlines keep the version they were computed with. */
export const calendarVersions = pgTable(
  'calendar_versions',
  {
    id: key(),
    calendarId: reference('calendar_id')
      .notNull()
      .references(() => calendars.id),
    number: integer('number').notNull(),
    hours: jsonb('hours').$type<Hours>().notNull(),
    createdAt: instant('created_at').notNull().default(moment),
    createdById: reference('created_by_id').references(() => people.id),
  },
  (t) => [unique('calendar_versions_number').on(t.calendarId, t.number)],
)

/** What is promised to whom: the first policy in order whose conditions a ticket meets, or the one that closes the list. */
export const slaPolicies = pgTable(
  'sla_policies',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    /** Closes the list: it has no conditions, and there is always one. */
    fallback: boolean('fallback').notNull().default(false),
    conditions: jsonb('conditions').$type<Conditions>().notNull().default({}),
    targets: jsonb('targets').$type<Targets>().notNull(),
    /** None: around the clock. */
    calendarId: reference('calendar_id').references(() => calendars.id),
    /** The statuses in which the resolution clock stands still. */
    pausing: status('pausing').array().notNull().default(['pending']),
    steps: jsonb('steps').$type<readonly Step[]>().notNull().default([]),
    createdAt: instant('created_at').notNull().default(moment),
    changedAt: instant('changed_at').notNull().default(moment),
    retiredAt: instant('retired_at'),
  },
  (t) => [
    check('sla_policies_name_length', sql`char_length(${t.name}) between 1 and 80`),
    check('sla_policies_fallback_stays', sql`not (${t.fallback} and ${t.retiredAt} is not null)`),
    uniqueIndex('sla_policies_one_fallback').on(t.fallback).where(sql`${t.fallback}`),
  ],
)

/** One instance of a target on a ticket, as its ledger says it stands now. Written by lib/sla alone. */
export const slaClocks = pgTable(
  'sla_clocks',
  {
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    target: slaTarget('target').notNull(),
    instance: integer('instance').notNull(),
    policyId: reference('policy_id')
      .notNull()
      .references(() => slaPolicies.id),
    calendarVersionId: reference('calendar_version_id').references(() => calendarVersions.id),
    seconds: integer('seconds').notNull(),
    pausing: status('pausing').array().notNull(),
    startedAt: instant('started_at').notNull(),
    pauses: jsonb('pauses')
      .$type<readonly { readonly from: string; readonly to: string | null }[]>()
      .notNull()
      .default([]),
    /** Null while it stands still and when it has ended. */
    dueAt: instant('due_at'),
    riskAt: instant('risk_at'),
    warnedAt: instant('warned_at'),
    /** The deadline that passed. It goes only with a change that was taken back, and by which alone it had passed. */
    breachedAt: instant('breached_at'),
    /** The escalation steps that have been taken. */
    taken: text('taken').array().notNull().default([]),
    endedAt: instant('ended_at'),
    outcome: slaOutcome('outcome'),
    /** Who had the ticket when it was met or breached (a trigger writes it). */
    assigneeId: reference('assignee_id').references(() => people.id),
    /** When something has to happen by itself: a warning, the breach, a step. */
    nextAt: instant('next_at'),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.target, t.instance] }),
    check('sla_clocks_outcome', sql`(${t.endedAt} is null) = (${t.outcome} is null)`),
    uniqueIndex('sla_clocks_one_running').on(t.ticketId, t.target).where(sql`${t.endedAt} is null`),
    index('sla_clocks_next').on(t.nextAt).where(sql`${t.nextAt} is not null`),
    index('sla_clocks_policy').on(t.policyId).where(sql`${t.endedAt} is null`),
    index('sla_clocks_ended').on(t.endedAt),
    index('sla_clocks_breached').on(t.breachedAt).where(sql`${t.breachedAt} is not null`),
  ],
)

/** Every reason for every deadline, in order. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. */
export const slaLedger = pgTable(
  'sla_ledger',
  {
    id: key(),
    ticketId: reference('ticket_id').notNull(),
    target: slaTarget('target').notNull(),
    instance: integer('instance').notNull(),
    kind: text('kind').$type<EntryKind>().notNull(),
    /** When it took effect: a breach at its deadline, however late it was noticed. */
    at: instant('at').notNull(),
    reason: text('reason').notNull(),
    /** Null: the helpdesk itself. */
    actorId: reference('actor_id').references(() => people.id),
    /** What it came from. */
    eventId: reference('event_id'),
    /** Of what starts or retargets. */
    policyId: reference('policy_id').references(() => slaPolicies.id),
    calendarVersionId: reference('calendar_version_id').references(() => calendarVersions.id),
    seconds: integer('seconds'),
    pausing: status('pausing').array(),
    /** The deadline as it is after this entry. */
    dueAt: instant('due_at'),
    recordedAt: instant('recorded_at').notNull().default(moment),
  },
  (t) => [
    foreignKey({
      name: 'sla_ledger_clock_fk',
      columns: [t.ticketId, t.target, t.instance],
      foreignColumns: [slaClocks.ticketId, slaClocks.target, slaClocks.instance],
    }),
    index('sla_ledger_clock').on(t.ticketId, t.target, t.instance, t.id),
    uniqueIndex('sla_ledger_once')
      .on(t.ticketId, t.target, t.instance, t.kind)
      .where(sql`${t.kind} in ('started', 'at_risk')`),
    uniqueIndex('sla_ledger_step_once')
      .on(t.ticketId, t.target, t.instance, t.reason)
      .where(sql`${t.kind} = 'escalated'`),
  ],
)
