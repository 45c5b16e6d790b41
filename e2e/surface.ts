import { globSync, readFileSync } from 'node:fs'

/** A page or route handler of `app/`, as its address is written: `/tickets/[refid]`. */
export interface Address {
  readonly pattern: string
  readonly kind: 'page' | 'route'
}

/** Every address there is, read from the folder itself: a new page is here before anyone thinks of it. */
export const addresses: readonly Address[] = globSync('app/**/{page.tsx,route.ts}')
  .map((file) => ({
    kind: file.endsWith('page.tsx') ? ('page' as const) : ('route' as const),
    pattern: `/${file
      .split('/')
      .slice(1, -1)
      .filter((part) => !part.startsWith('('))
      .join('/')}`,
  }))
  .toSorted((one, other) => one.pattern.localeCompare(other.pattern))

/** A server action of the build: anybody who has read the scripts can call it by its id. */
export interface BuiltAction {
  readonly id: string
  readonly name: string
  readonly file: string
}

interface Manifest {
  readonly node: Readonly<Record<string, { readonly exportedName?: string; readonly filename?: string }>>
}

export function builtActions(): readonly BuiltAction[] {
  const manifest: Manifest = JSON.parse(
    readFileSync(`${process.env.DESKWELL_BUILD ?? '.next'}/server/server-reference-manifest.json`, 'utf8'),
  )
  return Object.entries(manifest.node).map(([id, { exportedName = '', filename = '' }]) => ({
    id,
    name: exportedName,
    file: filename,
  }))
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
