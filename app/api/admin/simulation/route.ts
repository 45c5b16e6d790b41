import { currentViewer } from '@/lib/auth/session'
import { isDatabaseAway } from '@/lib/database-errors'
import { Missing, Refused } from '@/lib/errors'
import { log } from '@/lib/log'
import { simulate } from '@/lib/sla/simulate'
import { readSimulation } from '@/lib/sla/simulation-form'
import { whatIf } from '@/lib/sla/what-if'
import { isAdmin } from '@/lib/viewer'

/**
 * Runs a simulation and tells how far it is: lines of JSON, `{done, all}` and at last `{result}`, or `{error}` where it
 * failed on the way. What cannot be run is `{fields}` with 400. It ends when nobody listens any more.
 */
export async function POST(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !isAdmin(viewer)) return new Response(null, { status: viewer ? 404 : 401 })
  const form = await request.formData().catch(() => null)
  if (!form) return Response.json({ fields: {} }, { status: 400 })
  const asked = readSimulation(form)
  if ('fields' in asked) return Response.json(asked, { status: 400 })
  try {
    const rules = await whatIf(asked.whatIf)
    const lines = told(request.signal, (progress, signal) =>
      simulate(viewer, { ...asked, rules, progress, signal }),
    )
    return new Response(lines, {
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
    })
  } catch (error) {
    if (error instanceof Missing) return Response.json({ fields: { name: error.message } }, { status: 400 })
    if (error instanceof Refused)
      return Response.json({ fields: { [error.field ?? 'name']: error.message } }, { status: 400 })
    throw error
  }
}

type Run = (progress: (done: number, all: number) => void, signal: AbortSignal) => Promise<unknown>

function told(request: AbortSignal, run: Run) {
  const encoder = new TextEncoder()
  const unheard = new AbortController()
  const signal = AbortSignal.any([request, unheard.signal])
  return new ReadableStream<Uint8Array>({
    async start(lines) {
      const tell = (line: unknown) => {
        if (!signal.aborted) lines.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      try {
        tell({ result: await run((done, all) => tell({ done, all }), signal) })
      } catch (err) {
        if (!signal.aborted) log.error({ err }, 'A simulation failed')
        tell({ error: isDatabaseAway(err) ? 'Our database cannot be reached.' : 'The simulation failed.' })
      }
      if (!unheard.signal.aborted) lines.close()
    },
    cancel: () => unheard.abort(),
  })
}
