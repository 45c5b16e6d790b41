import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Priority, Status } from '@/lib/tickets/ticket'
import { type Marked, marked, marks } from './marks'

/** A ticket as the results show it. What matched is marked. */
export interface FoundTicket {
  readonly refid: string
  readonly subject: Marked
  readonly status: Status
  readonly priority: Priority
  readonly spam: boolean
  readonly customer: Marked
  readonly assignee: string | null
  readonly updatedAt: Date
  /** The message that matches best; null: only the subject or the customer matches. */
  readonly message: FoundMessage | null
}

export interface FoundMessage {
  /** `agents`: a note, which the customer never sees. */
  readonly audience: 'everyone' | 'agents'
  readonly author: string
  readonly at: Date
  readonly text: Marked
}

/** Longer texts are searched, but only their beginning is looked through for what to show. */
const longestShown = 10_000
/** Shown as they are. */
const shortEnough = 160

const whole = `HighlightAll=true, StartSel=${marks.start}, StopSel=${marks.end}`
const some = `MaxFragments=2, MaxWords=22, MinWords=8, FragmentDelimiter=" … ", StartSel=${marks.start}, StopSel=${marks.end}`

/** The rows of a page of results, in their order. `wanted` are the tsqueries of what to mark. */
export async function resultRows(
  hits: readonly { readonly id: number; readonly message: number | null }[],
  wanted: readonly string[],
): Promise<readonly FoundTicket[]> {
  if (hits.length === 0) return []
  const query =
    wanted.length > 0
      ? sql.join(
          wanted.map((stem) => sql`${stem}::tsquery`),
          sql` || `,
        )
      : sql`''::tsquery`
  const rows = await db.execute<Row>(sql`
    with wanted as materialized (select (${query}) as query)
    select t.refid, ts_headline('english', ${unmarked(sql`t.subject`)}, query, ${whole}) as subject, t.status, t.priority, t.spam_at is not null as spam,
      ts_headline('english', ${unmarked(sql`c.name`)}, query, ${whole}) as customer, a.name as assignee, t.updated_at as "updatedAt",
      m.audience, w.name as author, m.created_at as "at",
      ts_headline('english', ${unmarked(sql`left(m.body, ${longestShown})`)}, query,
        case when char_length(m.body) <= ${shortEnough} then ${whole} else ${some} end) as text
    from wanted cross join rows from (jsonb_to_recordset(${JSON.stringify(hits)}::text::jsonb) as (id bigint, message bigint))
      with ordinality as hit(id, message, place)
    join tickets t on t.id = hit.id join people c on c.id = t.requester_id left join people a on a.id = t.assignee_id
    left join messages m on m.id = hit.message left join people w on w.id = m.author_id
    order by place`)
  return rows.map(({ subject, customer, updatedAt, audience, author, at, text, ...row }) => ({
    ...row,
    subject: marked(subject),
    customer: marked(customer),
    updatedAt: new Date(updatedAt),
    message:
      audience && at
        ? { audience, author: author ?? '', at: new Date(at), text: marked(plain(text ?? '')) }
        : null,
  }))
}

type Row = {
  refid: string
  subject: string
  status: Status
  priority: Priority
  spam: boolean
  customer: string
  assignee: string | null
  updatedAt: string
  audience: 'everyone' | 'agents' | null
  author: string | null
  at: string | null
  text: string | null
}

const unmarked = (text: ReturnType<typeof sql>) => sql`translate(${text}, ${marks.start + marks.end}, '')`

/** One line, without the marks of Markdown that would only be noise in it. */
const plain = (text: string) =>
  text
    .replace(/[*_`>#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
