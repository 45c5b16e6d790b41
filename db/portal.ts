import { type SQL, sql } from 'drizzle-orm'
import { bigint, boolean, integer, jsonb, pgView, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { Priority } from '@/lib/tickets/ticket'
import { audience, instant, tsvector } from './schema/columns'
import { slaTarget } from './schema/sla-target'
import { channel, status } from './schema/tickets'

/*
 * What a customer may read: all of it, and nothing else. The role `deskwell_portal` may SELECT these views and no table;
 * each view keeps the rows of the customer named by `deskwell.customer` (set by asCustomer for one transaction) and
 * drops what is for agents. A column added here is a column shown to customers.
 */

/** Written out in each view, so that a view can be read alone in the database. */
const me: SQL = sql`nullif(current_setting('deskwell.customer', true), '')::bigint`

export const portalTickets = pgView('portal_tickets', {
  id: bigint('id', { mode: 'number' }).notNull(),
  refid: text('refid').notNull(),
  subject: text('subject').notNull(),
  status: status('status').notNull(),
  channel: channel('channel').notNull(),
  categorySlug: text('category_slug'),
  categoryName: text('category_name'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  answeredAt: instant('answered_at'),
  resolvedAt: instant('resolved_at'),
  closedAt: instant('closed_at'),
  closedByYou: boolean('closed_by_you').notNull(),
  follows: text('follows'),
  /** What was opened last by a reply to it. */
  followedBy: text('followed_by'),
  /** Where its messages are now. */
  mergedInto: text('merged_into'),
  dueAt: instant('due_at'),
  /** What is due then. */
  dueFor: slaTarget('due_for'),
  submission: uuid('submission'),
  score: smallint('score'),
  comment: text('comment'),
  ratedAt: instant('rated_at'),
  search: tsvector('search').notNull(),
})
  .with({ securityBarrier: true })
  .as(sql`
    select t.id, t.refid, t.subject, t.status, t.channel, c.slug as category_slug, c.name as category_name, t.created_at,
      t.public_updated_at as updated_at, t.first_answered_at as answered_at, t.resolved_at, t.closed_at,
      t.closed_by_id is not distinct from t.requester_id as closed_by_you, f.refid as follows, (
        select n.refid from tickets n where n.follows_id = t.id and n.requester_id = t.requester_id order by n.id desc limit 1) as followed_by, g.refid as merged_into, coalesce(t.sla_due_at, kept.due_at) as due_at, coalesce(t.sla_target, kept.target) as due_for, t.submission, r.score, r.comment, r.rated_at, t.search
    from tickets t
    left join categories c on c.id = t.category_id
    left join ratings r on r.ticket_id = t.id
    -- What we hold for spam looks to its sender as if nobody had touched it.
    left join lateral (
      select l.due_at, l.target from sla_ledger l
      where t.spam_at is not null and l.ticket_id = t.id and l.kind = 'voided' and l.due_at is not null
        and l.at >= date_trunc('milliseconds', t.spam_at)
      order by l.due_at, l.target limit 1) kept on true
    left join tickets f on f.id = t.follows_id and f.requester_id = t.requester_id
    left join tickets g on g.id = t.merged_into_id and g.requester_id = t.requester_id
    where t.requester_id = ${me}`)

export const portalMessages = pgView('portal_messages', {
  id: bigint('id', { mode: 'number' }).notNull(),
  uid: uuid('uid').notNull(),
  ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
  audience: audience('audience').notNull(),
  author: text('author').notNull(),
  from: text('from').$type<'you' | 'us'>().notNull(),
  body: text('body').notNull(),
  createdAt: instant('created_at').notNull(),
  search: tsvector('search').notNull(),
})
  .with({ securityBarrier: true })
  .as(sql`
    select m.id, m.uid, m.ticket_id, m.audience,
      case when p.role = 'customer' then p.name else split_part(p.name, ' ', 1) end as author,
      case when m.author_id = t.requester_id then 'you' else 'us' end as "from",
      m.body, m.created_at, m.search
    from messages m
    join tickets t on t.id = m.ticket_id
    join people p on p.id = m.author_id
    where m.audience = 'everyone' and t.requester_id = ${me}`)

export const portalEvents = pgView('portal_events', {
  id: bigint('id', { mode: 'number' }).notNull(),
  uid: uuid('uid').notNull(),
  ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
  audience: audience('audience').notNull(),
  kind: text('kind').notNull(),
  actor: text('actor'),
  from: text('from').$type<'you' | 'us' | 'helpdesk'>().notNull(),
  status: text('status'),
  /** The other request of the same customer that messages came from or went to. */
  other: text('other'),
  at: instant('at').notNull(),
})
  .with({ securityBarrier: true })
  .as(sql`
    select e.id, e.uid, e.ticket_id, e.audience, e.kind,
      case when p.role = 'customer' then p.name else split_part(p.name, ' ', 1) end as actor,
      case when e.actor_id is null then 'helpdesk' when e.actor_id = t.requester_id then 'you' else 'us' end as "from",
      -- That we wait for somebody else is for agents to know.
      case e.change -> 'status' ->> 1 when 'on_hold' then 'open' else e.change -> 'status' ->> 1 end as status, o.refid as other, e.at
    from events e
    join tickets t on t.id = e.ticket_id
    left join tickets o on e.kind in ('ticket.created', 'ticket.split', 'ticket.merged', 'ticket.unmerged')
      and o.refid = coalesce(e.change -> 'into' ->> 1, e.change -> 'into' ->> 0, e.change -> 'from' ->> 1, e.change -> 'from' ->> 0)
      and o.requester_id = t.requester_id
    left join people p on p.id = e.actor_id
    where e.audience = 'everyone' and t.requester_id = ${me}`)

export const portalCategories = pgView('portal_categories', {
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  displayOrder: integer('display_order').notNull(),
})
  .with({ securityBarrier: true })
  .as(sql`select slug, name, description, display_order from categories where active`)

export const portalSettings = pgView('portal_settings', {
  key: text('key').notNull(),
  value: jsonb('value').$type<unknown>().notNull(),
})
  .with({ securityBarrier: true })
  .as(sql`
    select key, value from settings
    where key in ('workspaceName', 'timeZone', 'autoCloseDays', 'reopenGraceDays', 'ratingChangeDays')`)

/**
 * What a request filed here is promised, in seconds, in each category that can be chosen and in none: by the first policy
 * that asks nothing of the team or tags and is for the category, its priority and the customer's organization. As
 * `policyFor` in lib/sla/sla-policy.
 */
export const portalPromises = pgView('portal_promises', {
  /** Its slug. */
  category: text('category'),
  priority: text('priority').$type<Priority>().notNull(),
  firstResponse: integer('first_response'),
  resolution: integer('resolution'),
  /** Counted in business hours. */
  business: boolean('business').notNull(),
})
  .with({ securityBarrier: true })
  .as(sql`
    select distinct on (c.slug, one.key) c.slug as category, one.key as priority,
      (one.value ->> 'first_response')::integer as first_response, (one.value ->> 'resolution')::integer as resolution,
      p.calendar_id is not null as business
    from (select id, slug from categories where active union all select null, null) as c
    cross join sla_policies p cross join jsonb_each(p.targets) as one
    where p.retired_at is null
      and (jsonb_array_length(coalesce(p.conditions -> 'categories', '[]')) = 0 or p.conditions -> 'categories' @> to_jsonb(c.id))
      and jsonb_array_length(coalesce(p.conditions -> 'teams', '[]')) = 0
      and jsonb_array_length(coalesce(p.conditions -> 'tags', '[]')) = 0
      and (jsonb_array_length(coalesce(p.conditions -> 'organizations', '[]')) = 0
        or p.conditions -> 'organizations' @> (select to_jsonb(o.organization_id) from people o where o.id = ${me}))
      and (jsonb_array_length(coalesce(p.conditions -> 'channels', '[]')) = 0 or p.conditions -> 'channels' ? 'portal')
      and (jsonb_array_length(coalesce(p.conditions -> 'priorities', '[]')) = 0 or p.conditions -> 'priorities' ? one.key)
    order by c.slug, one.key, p.fallback, p.position, p.id`)
