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

/** Whether something broke: answers are streamed, so that most errors come after the status 200. */
export const broke = ({ status, text }: Answer) => status >= 500 || /E\{\\?"digest\\?":\\?"\d+/.test(text)

/** The payload behind a link. */
export const payload = async (path: string, cookie: string) =>
  ask(await payloadAddress(path), { cookie, headers: { rsc: '1' } })

/** Its address: Next.js sends whoever asks without its checksum to the one that has it. */
export async function payloadAddress(path: string) {
  const location = (await ask(path, { headers: { rsc: '1' } })).headers.get('location')
  if (!location) throw new Error(`${path} has no payload`)
  const { pathname, search } = new URL(location, origin)
  return pathname + search
}

/** An action of the build, as anybody can call it. */
export function built(name: string) {
  const action = builtActions().find((one) => one.name === name)
  if (!action) throw new Error(`The build has no action ${name}`)
  return action
}

/** A page for whoever may call the action. After it the page is rendered, and one of others would send them away. */
function pageOf(file: string) {
  if (file.startsWith('app/(portal)')) return '/tickets/new'
  if (file.startsWith('app/console')) return '/console'
  return file.startsWith('app/admin') ? '/admin/people/new' : '/sign-in'
}

export interface Outcome extends Answer {
  readonly done: boolean
  readonly refused: boolean
  /** Where the action leads to, if anywhere. */
  readonly leadsTo: string | null
}

type Fields = Readonly<Record<string, string>> | FormData

/** Calls an action as its page would, but with any fields. */
export async function act(name: string, fields: Fields, { headers, ...rest }: Ask = {}): Promise<Outcome> {
  const { id, file } = built(name)
  const answer = await ask(pageOf(file), {
    method: 'POST',
    body: fields instanceof FormData ? fields : actionBody(fields),
    ...rest,
    headers: { origin, 'next-action': id, accept: 'text/x-component', ...headers },
  })
  return {
    ...answer,
    done: answer.text.includes('"status":"done"'),
    refused: answer.text.includes('"status":"refused"'),
    leadsTo: answer.headers.get('x-action-redirect')?.split(';')[0] ?? null,
  }
}

/** What an action answers to whoever is signed in and may not call it: not a word about what was sent. */
export const refusalOfRole = '"message":"Not found","fields":{}'

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
