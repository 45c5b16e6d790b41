import type { FormState } from '@/lib/form-state'
import { largestForm, tooLarge } from '@/lib/sla/policies/choices'
import type { Simulation } from '@/lib/sla/simulate'

type Refused = Extract<FormState, { status: 'refused' }>

/** What the server tells line by line, or why it refuses to begin. */
type Begun = { readonly told: ReadableStream<Uint8Array> } | { readonly refused: Refused }

/**
 * Posts the form of a simulation. Answers as soon as it is known whether the form can be simulated, long before the
 * result. `signal` ends it, here and on the server. Throws where there is no connection.
 */
export async function beginSimulation(form: FormData, signal: AbortSignal): Promise<Begun> {
  const excess = excessOf(form)
  if (excess) return refused(tooLarge, { [excess]: 'This is far too long' })
  const answer = await fetch('/api/admin/simulation', { method: 'POST', body: form, signal })
  if (answer.status === 400 || answer.status === 413) {
    const { message, fields }: Pick<Refused, 'message' | 'fields'> = await answer.json()
    return refused(message, fields)
  }
  if (answer.status === 401) return { refused: signedOut }
  if (!answer.ok || !answer.body) throw new Error(`The simulation answered ${answer.status}`)
  return { told: answer.body }
}

const refused = (message: string, fields: Refused['fields'] = {}): Begun => ({
  refused: { status: 'refused', message, fields, values: {} },
})

const signedOut: Refused = {
  status: 'refused',
  message: 'You are signed out. Sign in again, then run this.',
  fields: {},
  values: {},
  signedOut: true,
}

/** The longest field of a form that the server would not read. */
function excessOf(form: FormData) {
  const fields = [...form].map(([name, value]) => ({
    name,
    length: typeof value === 'string' ? value.length : 0,
  }))
  const all = fields.reduce((sum, { length }) => sum + length, 0)
  // Letters are up to three bytes; what is left then for the server to refuse, it refuses.
  if (all <= largestForm) return undefined
  return fields.toSorted((one, other) => other.length - one.length)[0]?.name
}

/** Hears how far a simulation is, from 0 to 1, until its result. Throws where it fails or breaks off. */
export async function hearSimulation(
  told: ReadableStream<Uint8Array>,
  progress: (share: number) => void,
): Promise<Simulation> {
  for await (const text of linesOf(told)) {
    const line: Line = JSON.parse(text)
    if ('result' in line) return line.result
    if ('error' in line) throw new Error(line.error)
    progress(line.all === 0 ? 1 : line.done / line.all)
  }
  throw new Error('The simulation broke off')
}

type Line =
  | { readonly done: number; readonly all: number }
  | { readonly result: Simulation }
  | { readonly error: string }

/** They may come in pieces, and several at once. */
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
