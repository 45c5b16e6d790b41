import { globSync, readFileSync } from 'node:fs'

/** A page or route handler of `app/`, as its address is written: `/tickets/[refid]`. */
export interface Address {
  readonly pattern: string
  readonly kind: 'page' | 'route'
  /** What a route handler answers to. */
  readonly methods: readonly string[]
}

const methods = /^export (?:async function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm

/** Every address there is, read from the folder itself: a new page is here before anyone thinks of it. */
export const addresses: readonly Address[] = globSync('app/**/{page.tsx,route.ts}')
  .map((file) => ({
    kind: file.endsWith('page.tsx') ? ('page' as const) : ('route' as const),
    methods: file.endsWith('page.tsx')
      ? ['GET']
      : [...readFileSync(file, 'utf8').matchAll(methods)].map(([, method = '']) => method),
    pattern: `/${file
      .split('/')
      .slice(1, -1)
      .filter((part) => !part.startsWith('('))
      .join('/')}`,
  }))
  .toSorted((one, other) => one.pattern.localeCompare(other.pattern))

/** The address with each of these in the place of its parameter. A new parameter has no entry, and the test asks for one. */
export function filled(pattern: string, fillings: Readonly<Record<string, readonly string[]>>) {
  const parameter = pattern.match(/\[[^\]]+\]/)?.[0]
  if (!parameter) return [pattern]
  const values = fillings[parameter]
  if (!values) throw new Error(`Say what to put for ${parameter} of ${pattern}`)
  return values.map((value) => pattern.replace(parameter, value))
}

const audiences = ['visitor', 'customer', 'agent', 'supervisor', 'admin'] as const

/** A server action of the build: anybody who has read the scripts can call it by its id. */
export interface BuiltAction {
  readonly id: string
  readonly name: string
  readonly file: string
  /** For whom it is made, as by `agentAction` for an agent. */
  readonly audience: (typeof audiences)[number]
}

interface Manifest {
  readonly node: Readonly<Record<string, { readonly exportedName?: string; readonly filename?: string }>>
}

const made = /^export const (\w+) = (\w+)Action\(/gm

/** By whom the sources say their actions are called. lib/action-exports.test.ts knows of no other way to make one. */
const makers = new Map(
  globSync('app/**/actions.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(made)].map(
      ([, name, maker]) => [`${file} ${name}`, audiences.find((one) => one === maker)] as const,
    ),
  ),
)

export function builtActions(): readonly BuiltAction[] {
  const manifest: Manifest = JSON.parse(
    readFileSync(`${process.env.DESKWELL_BUILD ?? '.next'}/server/server-reference-manifest.json`, 'utf8'),
  )
  return Object.entries(manifest.node).map(([id, { exportedName: name = '', filename: file = '' }]) => {
    const audience = makers.get(`${file} ${name}`)
    if (!audience) throw new Error(`${file} does not say for whom ${name} is`)
    return { id, name, file, audience }
  })
}

/**
 * The body of a call `action(idle, form)`, encoded as React does it. The prefix is React's own and has changed before:
 * e2e/threats/access.story.ts fails when fields do not arrive any more.
 */
export function actionBody(fields: Readonly<Record<string, string | readonly (string | File)[]>>) {
  const body = new FormData()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(`_1_${name}`, value)
  body.append('0', '[{"status":"idle"},"$K1"]')
  return body
}
