import type { FormState } from '@/lib/form-state'
import type { Simulation } from '@/lib/sla/simulate'

interface Heard {
  readonly progress: (share: number) => void
  readonly result: (result: Simulation) => void
}

/** Posts the form and hears how far the simulation is, until its result. What is wrong with the form is refused at its fields. */
export async function runSimulation(form: FormData, { progress, result }: Heard): Promise<FormState> {
  const answer = await fetch('/api/admin/simulation', { method: 'POST', body: form })
  if (answer.status === 400) {
    const { fields }: { fields: Readonly<Record<string, string>> } = await answer.json()
    return { status: 'refused', message: 'This cannot be simulated', fields, values: {} }
  }
  if (!answer.ok || !answer.body) throw new Error(`The simulation answered ${answer.status}`)
  for await (const line of linesOf(answer.body)) {
    const told: Told = JSON.parse(line)
    if ('result' in told) result(told.result)
    else progress(told.all === 0 ? 1 : told.done / told.all)
  }
  return { status: 'done' }
}

type Told = { readonly done: number; readonly all: number } | { readonly result: Simulation }

async function* linesOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
