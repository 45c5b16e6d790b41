import { sql } from 'drizzle-orm'
import { inTransaction, type Tx } from '@/lib/transaction'
import { applied, type Clock, type Entry, type EntryKind, nameOf } from './clock'
import { derivedFrom } from './derived'
import { ledgerPage } from './keep'
import { type Held, heldWithRules, hoursFor } from './load'
import type { Rules } from './sla-policy'
import type { Target } from './target'
import { write } from './write'

type Reader = Pick<Tx, 'execute' | 'select'>

/** A ticket whose clocks, or what it says of them, are not what its ledger tells. */
export interface Mismatch {
  readonly ticketId: number
  readonly refid: string
  readonly what: string
}

const batch = 1_000

/** Every ticket whose ledger tells otherwise, in the order of their keys; or only that one. Writes nothing. */
export async function mismatches(reader: Reader, ticketId?: number): Promise<readonly Mismatch[]> {
  if (ticketId !== undefined) return mismatchesOf(reader, [ticketId])
  const found: Mismatch[] = []
  for (let after = 0; ; ) {
    const { rows, differing } = await mismatchesAfter(after)
    found.push(...differing)
    if (rows.length < batch) return found
    after = rows.at(-1)?.id ?? after
  }
}

/** Clocks, ledgers and tickets as they were in one moment: nobody who is at work makes them differ. */
const mismatchesAfter = (after: number) =>
  inTransaction(
    async (tx) => {
      const rows = await tx.execute<{ id: number }>(
        sql`select id from tickets where id > ${after} order by id limit ${batch}`,
      )
      const ids = rows.map(({ id }) => id)
      return { rows, differing: await mismatchesOf(tx, ids) }
    },
    { isolationLevel: 'repeatable read' },
  )

async function mismatchesOf(reader: Reader, ids: readonly number[]): Promise<readonly Mismatch[]> {
  if (ids.length === 0) return []
  const { tickets, rules, ledgers, said } = await read(reader, ids)
  return tickets.flatMap((ticket) => {
    const row = said.get(ticket.id)
    if (!row) return []
    const what = differences(ticket, row.derived, ledgers.get(ticket.id) ?? [], rules)
    return what.length > 0 ? [{ ticketId: ticket.id, refid: row.refid, what: what.join('; ') }] : []
  })
}

function differences(ticket: Held, said: object, ledger: Ledger, rules: Rules): readonly string[] {
  try {
    const { clocks } = pageFrom(ticket, ledger, rules)
    const told = written({ clocks, derived: derivedFrom(clocks) })
    const here = written({ clocks: ticket.clocks, derived: said })
    return Object.keys({ ...told, ...here })
      .filter((name) => told[name] !== here[name])
      .map((name) => `${name} is ${here[name] ?? 'not there'}, should be ${told[name] ?? 'not there'}`)
  } catch (error) {
    // One that makes no sense does not keep the others.
    return [`its ledger cannot be read: ${error instanceof Error ? error.message : error}`]
  }
}

/** Writes clocks and ticket anew from the ledger, in a transaction that holds the ticket's row. */
export async function recompute(tx: Tx, ticketId: number) {
  // First, for they may run where the ledger lets another run.
  await tx.execute(sql`
    delete from sla_clocks c where c.ticket_id = ${ticketId} and not exists (
      select from sla_ledger l
      where l.ticket_id = c.ticket_id and l.target = c.target and l.instance = c.instance)`)
  const { tickets, rules, ledgers } = await read(tx, [ticketId])
  await write(
    tx,
    tickets.map((ticket) => pageFrom(ticket, ledgers.get(ticket.id) ?? [], rules)),
  )
}

type Ledger = readonly Omit<Entry, 'dueAt'>[]

function pageFrom(ticket: Held, ledger: Ledger, rules: Rules) {
  const clocks = new Map<string, Clock>()
  for (const entry of ledger)
    clocks.set(nameOf(entry), applied(clocks.get(nameOf(entry)), entry, rules.hoursOf))
  return ledgerPage(ticket, { entries: [], clocks: [...clocks.values()] }, rules, { actorId: null })
}

async function read(reader: Reader, ids: readonly number[]) {
  const list = sql`${sql.param(`{${ids.join()}}`)}::bigint[]`
  const [{ tickets, rules }, entries, rows] = await Promise.all([
    heldWithRules(reader, ids),
    reader.execute<LedgerRow>(sql`
      select ticket_id as "ticketId", target, instance, kind, at, reason, policy_id as "policyId",
        calendar_version_id as "calendarVersionId", seconds, to_json(pausing) as pausing
      from sla_ledger where ticket_id = any(${list}) order by ticket_id, id`),
    reader.execute<SaidRow>(sql`
      select id, refid, sla_due_at as "slaDueAt", sla_target as "slaTarget", sla_started_at as "slaStartedAt",
        sla_risk_at as "slaRiskAt", sla_paused_at as "slaPausedAt"
      from tickets where id = any(${list})`),
  ])
  const ledgers = Map.groupBy(entries.map(entryOf), ({ ticketId }) => ticketId)
  return {
    tickets,
    rules: { ...rules, hoursOf: await hoursFor(reader, entries) },
    ledgers,
    /** What the tickets' own rows say. */
    said: new Map(rows.map((row) => [row.id, saidBy(row)])),
  }
}

type LedgerRow = {
  ticketId: number
  target: Target
  instance: number
  kind: EntryKind
  at: string
  reason: string
  policyId: number | null
  calendarVersionId: number | null
  seconds: number | null
  pausing: Clock['pausing'] | null
}

function entryOf({ policyId, calendarVersionId, seconds, pausing, at, ...row }: LedgerRow) {
  const terms = policyId !== null &&
    seconds !== null &&
    pausing && { policyId, calendarVersionId, seconds, pausing }
  return { ...row, at: new Date(at), ...(terms && { terms }) }
}

type SaidRow = { id: number; refid: string } & Record<
  'slaDueAt' | 'slaTarget' | 'slaStartedAt' | 'slaRiskAt' | 'slaPausedAt',
  string | null
>

const saidBy = ({ id: _, refid, slaTarget, ...moments }: SaidRow) => ({
  refid,
  derived: {
    slaTarget,
    ...Object.fromEntries(Object.entries(moments).map(([name, text]) => [name, text && new Date(text)])),
  },
})

/** All of it as names and words, to be compared and told. */
function written({ clocks, derived }: { readonly clocks: readonly Clock[]; readonly derived: object }) {
  const words: Record<string, string> = {}
  for (const [name, value] of Object.entries(derived)) words[name] = word(value)
  for (const { target, instance, ...clock } of clocks)
    for (const [name, value] of Object.entries(clock)) words[`${target} ${instance} ${name}`] = word(value)
  return words
}

const word = (value: unknown) => (value === null ? 'empty' : JSON.stringify(value).replaceAll('"', ''))
