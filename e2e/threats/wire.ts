import { actionBody, builtActions } from '../surface'

export const origin = String(process.env.APP_URL)

interface Ask extends Omit<RequestInit, 'headers'> {
  readonly headers?: Readonly<Record<string, string>>
  readonly cookie?: string | undefined
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** One request, as sent by a program: no redirect is followed, and nothing is added for comfort. */
export async function ask(path: string, { cookie, headers, ...rest }: Ask = {}): Promise<Answer> {
  const response = await fetch(new URL(path, origin), {
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
    ...rest,
    headers: { ...headers, ...(cookie && { cookie }) },
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** The payload behind a link, which holds texts as they are instead of as HTML. */
export const payload = (path: string, cookie: string) =>
  ask(path, { cookie, headers: { rsc: '1', 'next-router-prefetch': '0' } })

/** The id by which anybody can call an action of the build. */
export function actionId(name: string) {
  const action = builtActions().find((built) => built.name === name)
  if (!action) throw new Error(`The build has no action ${name}`)
  return action.id
}

export interface Outcome extends Answer {
  readonly done: boolean
  readonly refused: boolean
  /** Where the action leads to, if anywhere. */
  readonly leadsTo: string | null
}

type Fields = Readonly<Record<string, string>> | FormData

/** Calls an action as its page would, but with any fields. */
export const act = (name: string, fields: Fields, { headers, ...rest }: Ask = {}) =>
  outcome(
    ask('/sign-in', {
      method: 'POST',
      body: fields instanceof FormData ? fields : actionBody(fields),
      ...rest,
      headers: { origin, 'next-action': actionId(name), accept: 'text/x-component', ...headers },
    }),
  )

async function outcome(asked: Promise<Answer>): Promise<Outcome> {
  const answer = await asked
  return {
    ...answer,
    done: answer.text.includes('"status":"done"'),
    refused: answer.text.includes('"status":"refused"'),
    leadsTo: answer.headers.get('x-action-redirect')?.split(';')[0] ?? null,
  }
}

/** Many at a time, never all at once. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  size: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += size)
    results.push(...(await Promise.all(items.slice(start, start + size).map(work))))
  return results
}

export const isReady = async () => (await ask('/api/health/ready')).status === 200
