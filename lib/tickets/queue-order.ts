import { type SQL, sql } from 'drizzle-orm'
import { priority, status, tickets } from '@/db/schema'
import { type Cursor, cursorSign } from './queue-cursor'
import type { QueueSort } from './queue-sorts'
import { priorities, statuses } from './ticket'

interface Wanted {
  readonly sort: QueueSort
  readonly dir: 'asc' | 'desc'
  readonly conditions: readonly SQL[]
  /** The row that the page begins behind, or before. */
  readonly cursor: Cursor | null
  readonly before: boolean
  readonly limit: number
}

/** Which tickets stand on a page: a subselect with their keys and places in the order, and the order of its rows. */
interface Page {
  readonly rows: SQL
  readonly order: SQL
}

/**
 * Every order ends at an index, in both directions and at any depth. An order by a column of tickets has an index of its
 * own (by text: over so much of it as people compare). Groups are few: each gives its first tickets by an index, in turn,
 * until the page is full.
 */
export function orderedPage({ sort, ...wanted }: Wanted): Page {
  if (isOfGroups(sort)) return ofGroups(groups[sort], wanted)
  return sort === 'customer' ? ofCustomers(wanted) : ofRows(keys[sort], wanted)
}

type GroupSort = Extract<QueueSort, keyof typeof groups>

const isOfGroups = (sort: QueueSort): sort is GroupSort => sort in groups

/** As people sort names: accents and capitals count only between words that are the same without them. */
const alphabetical = sql.raw('collate "und-x-icu"')

interface Key {
  readonly key: SQL
  /** The key as a cursor has it, and back. */
  readonly written: SQL
  read(value: string): SQL
}

const momentKey = (key: SQL): Key => ({
  key,
  written: sql`(${key} at time zone 'UTC')::text`,
  read: (value) => sql`${value}::timestamp at time zone 'UTC'`,
})

const textKey = (text: SQL): Key => ({
  key: sql`${text} ${alphabetical}`,
  written: text,
  read: (value) => sql`${value}::text ${alphabetical}`,
})

/** A moment that is not there sorts behind all that are. */
const keys = {
  updated: momentKey(sql`${tickets.updatedAt}`),
  created: momentKey(sql`${tickets.createdAt}`),
  waiting: momentKey(sql`coalesce(${tickets.waitingSince}, 'infinity'::timestamptz)`),
  due: momentKey(sql`coalesce(${tickets.slaDueAt}, 'infinity'::timestamptz)`),
  subject: textKey(sql`left(${tickets.subject}, 60)`),
} satisfies Partial<Record<QueueSort, Key>>

type Placed = Omit<Wanted, 'sort'>
type Unasked = Omit<Placed, 'conditions'>

function ofRows(key: Key, { conditions, ...placed }: Placed): Page {
  const { order, beyond, limit } = placing(key, sql`${tickets.id}`, placed)
  return {
    rows: sql`
      select ${tickets.id} as id, ${key.key} as key, ${key.written} as place from tickets
      where ${sql.join([...conditions, ...beyond], sql` and `)} order by ${order} ${limit}`,
    order: placing({ ...key, key: sql`page.key` }, sql`page.id`, placed).order,
  }
}

function placing({ key, read }: Key, id: SQL, { dir, before, cursor, limit }: Unasked) {
  const rising = (dir === 'asc') !== before
  const [direction, past, from] = rising ? [sql`asc`, sql`>`, sql`>=`] : [sql`desc`, sql`<`, sql`<=`]
  return {
    order: sql`${key} ${direction}, ${id} ${direction}`,
    beyond: cursor
      ? [
          sql`(${key}, ${id}) ${past} (${read(cursor.value)}, ${keyOf(cursor)})`,
          // The same once more, for an index that has the key alone.
          sql`${key} ${from} ${read(cursor.value)}`,
        ]
      : [],
    limit: limited(limit),
  }
}

/** Written out: the database plans better for a number that it can read. */
const limited = (limit: number) => sql.raw(`limit ${limit}`)

/** Up to so many tickets are sorted; of more, a page is full before long if one goes from customer to customer. */
const fewTickets = 1_500

function ofCustomers({ conditions, ...placed }: Placed): Page {
  const asked = sql.join([...conditions], sql` and `)
  const first = (name: SQL, id: SQL, from: SQL) => {
    const key = textKey(name)
    const { order, beyond, limit } = placing(key, id, placed)
    return sql`(
      select ${id} as id, ${key.key} as key, ${key.written} as place from ${from}
      and ${sql.join([...beyond, sql`true`], sql` and `)} order by ${order} ${limit})`
  }
  return {
    rows: sql`
      with few as materialized (
        select ${tickets.id}, ${tickets.requesterId} from tickets where ${asked} ${limited(fewTickets + 1)})
      select one.* from (select count(*) > ${fewTickets} as many from few) found cross join lateral (
        ${first(sql`customer.name`, sql`few.id`, sql`few join people customer on customer.id = few.requester_id where not found.many`)}
        union all
        ${first(
          sql`customer.name`,
          sql`theirs.id`,
          sql`people customer cross join lateral (
            select ${tickets.id} from tickets where ${tickets.requesterId} = customer.id and ${asked} offset 0) theirs where found.many`,
        )}) one`,
    order: placing({ ...textKey(sql``), key: sql`page.key` }, sql`page.id`, placed).order,
  }
}

/** What many tickets share, by the column that says so. */
interface Groups {
  readonly column: SQL
  /** Rows of `id` (of the column), `name` (for cursors) and `rank`. */
  readonly list: SQL
  /** The column may be empty: those tickets are the last group. */
  readonly none: boolean
}

const words = (type: string, all: readonly string[]) =>
  sql.raw(`select one.word::${type} as id, one.word as name, one.rank
    from (values ${all.map((word, rank) => `('${word}', ${rank}::bigint)`).join(', ')}) one(word, rank)`)

const named = (name: SQL, label: SQL, from: SQL) => sql`
  select id, ${name}::text as name, row_number() over (order by ${label} ${alphabetical}, id) as rank from ${from}
  union all select null, 'none', ${2 ** 31}`

const groups = {
  status: { column: sql`${tickets.status}`, list: words(status.enumName, statuses), none: false },
  priority: { column: sql`${tickets.priority}`, list: words(priority.enumName, priorities), none: false },
  assignee: {
    column: sql`${tickets.assigneeId}`,
    list: named(sql`email`, sql`name`, sql`people where role <> 'customer'`),
    none: true,
  },
  team: { column: sql`${tickets.teamId}`, list: named(sql`uid`, sql`name`, sql`teams`), none: true },
  category: {
    column: sql`${tickets.categoryId}`,
    list: named(sql`slug`, sql`name`, sql`categories`),
    none: true,
  },
} satisfies Partial<Record<QueueSort, Groups>>

function ofGroups({ column, list, none }: Groups, { dir, conditions, cursor, before, limit }: Placed): Page {
  const rising = (dir === 'asc') !== before
  const direction = sql.raw(rising ? 'asc' : 'desc')
  const within = sql.raw(before ? 'asc' : 'desc')
  const beyond = cursor && beyondWithin(cursor, before)
  const first = (which: SQL) => sql`(
    select ${tickets.id}, ${tickets.updatedAt} from tickets
    where ${sql.join([which, ...conditions, ...(beyond ?? [])], sql` and `)}
    order by ${tickets.updatedAt} ${within}, ${tickets.id} ${within} ${limited(limit)})`
  return {
    rows: sql`
      with list as (${list}), here as (select rank from list where name = ${cursor?.value ?? ''})
      select one.id, list.rank as key, one.updated_at,
        concat_ws(${cursorSign}, list.name, (one.updated_at at time zone 'UTC')::text) as place
      from (select * from list order by rank ${direction}) list cross join lateral (
        ${first(sql`${column} = list.id`)}
        ${none ? sql`union all ${first(sql`list.id is null and ${column} is null`)}` : sql``}
      ) one
      ${cursor ? sql`where list.rank ${sql.raw(rising ? '>=' : '<=')} (select rank from here)` : sql``}
      order by list.rank ${direction}, one.updated_at ${within}, one.id ${within} ${limited(limit)}`,
    order: sql`page.key ${direction}, page.updated_at ${within}, page.id ${within}`,
  }
}

/** Bounds the group that the cursor is in, and no other: by a moment that an index can begin at. */
function beyondWithin(cursor: Cursor, before: boolean) {
  const here = sql`list.rank = (select rank from here)`
  const moment = sql`${cursor.moment}::timestamp at time zone 'UTC'`
  const end = sql.raw(before ? `'-infinity'::timestamptz` : `'infinity'::timestamptz`)
  const [from, past] = before ? [sql`>=`, sql`>`] : [sql`<=`, sql`<`]
  return [
    sql`${tickets.updatedAt} ${from} case when ${here} then ${moment} else ${end} end`,
    sql`(not ${here} or (${tickets.updatedAt}, ${tickets.id}) ${past} (${moment}, ${keyOf(cursor)}))`,
  ]
}

const keyOf = ({ refid }: Cursor) => sql`(select c.id from tickets c where c.refid = ${refid})`
