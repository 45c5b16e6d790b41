import { isDatabaseAway } from '@/lib/database-errors'
import { Missing, Refused } from '@/lib/errors'
import { log } from '@/lib/log'
import { adminRoute } from '@/lib/route'
import { largestForm, tooLarge } from '@/lib/sla/policies/choices'
import { simulate } from '@/lib/sla/simulate'
import { readSimulation } from '@/lib/sla/simulation-form'
import { whatIf } from '@/lib/sla/what-if'

/**
 * Runs a simulation and tells how far it is: lines of JSON, `{done, all}` and at last `{result}`, or `{error}` where it
 * failed on the way. What cannot be run is `{message, fields}`, with 413 where it is too much to read and else with 400.
 * It ends when nobody listens any more.
 */
export const POST = adminRoute(async (admin, request) => {
  if (Number(request.headers.get('content-length')) > largestForm) return refused(tooLarge, {}, 413)
  const form = await request.formData().catch(() => null)
  if (!form) return refused('This is not the form of a simulation, or it was cut off on the way')
  const asked = readSimulation(form)
  if ('fields' in asked) return refused(cannot, asked.fields)
  try {
    const rules = await whatIf(asked.whatIf)
    const lines = told(request.signal, (progress, signal) =>
      simulate(admin, { ...asked, rules, progress, signal }),
    )
    return new Response(lines, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } })
  } catch (error) {
    if (error instanceof Missing) return refused(cannot, { name: error.message })
    if (error instanceof Refused) return refused(cannot, { [error.field ?? 'name']: error.message })
    throw error
  }
})

const cannot = 'This cannot be simulated'

const refused = (message: string, fields: Readonly<Record<string, string>> = {}, status = 400) =>
  Response.json({ message, fields }, { status })

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
