import { sql } from '@/db/client'
import type { Statement } from './statements'

export interface Explained {
  readonly text: string
  /** Ways to get at rows, each once: `Index Scan tickets_live_updated on tickets`. */
  readonly scans: readonly string[]
  /** Whether messages are read without an index, or all of one. */
  readonly scansMessages: boolean
  /** How many blocks of tables and indexes it looks at: the same however busy the machine is. */
  readonly blocks: number
}

/** Whether a statement has a plan: what begins a transaction has none. */
export const isPlanned = ({ text }: Statement) => !/^\s*(lock|set)\s/.test(text)

/**
 * The plan of a statement as a connection has it that has sent the statement often: by then the database may have settled on
 * one plan for all values, unless the statement asks for one of its own.
 */
export async function explained({ text, params }: Statement): Promise<Explained> {
  const hand = await sql.reserve()
  const run = `execute measured${params.length > 0 ? `(${params.map(literal).join(', ')})` : ''}`
  try {
    await hand.unsafe(
      `set plan_cache_mode = ${text.includes('planned for its values') ? 'force_custom_plan' : 'auto'}`,
    )
    await hand.unsafe(`prepare measured as ${text}`)
    for (let turn = 0; turn < 6; turn += 1) await hand.unsafe(run)
    const lines = await hand.unsafe<{ 'QUERY PLAN': string }[]>(`explain (analyze, buffers) ${run}`)
    const [row] = await hand.unsafe<{ 'QUERY PLAN': readonly { Plan: Node }[] }[]>(
      `explain (analyze, buffers, format json) ${run}`,
    )
    const [top] = row?.['QUERY PLAN'] ?? []
    const nodes = top ? below(top.Plan) : []
    return {
      text: `${text}\n-- ${JSON.stringify(params)}\n\n${lines.map((line) => line['QUERY PLAN']).join('\n')}`,
      scans: [...new Set(nodes.flatMap(scanOf))],
      scansMessages: nodes.some(readsAll),
      blocks: top ? top.Plan['Shared Hit Blocks'] + top.Plan['Shared Read Blocks'] : 0,
    }
  } finally {
    await hand.unsafe('deallocate measured')
    await hand.unsafe('reset plan_cache_mode')
    hand.release()
  }
}

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Actual Rows': number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}

const below = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(below)]

function scanOf(node: Node) {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index } = node
  if (!table && !index) return []
  return [[type, index, table && `on ${table}`].filter(Boolean).join(' ')]
}

/** The newest message is the first of an index. */
const readsAll = (node: Node) =>
  node['Relation Name'] === 'messages' &&
  node['Node Type'] !== 'Bitmap Heap Scan' &&
  !node['Index Cond'] &&
  (node['Node Type'].endsWith('Seq Scan') || node['Actual Rows'] > 1)

function literal(value: unknown) {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = value instanceof Date ? value.toISOString() : String(value)
  return `'${text.replaceAll("'", "''")}'`
}
