import { gzipSync } from 'node:zlib'
import type { Ask } from './load'

/** How much JavaScript a page loads first, in kilobytes as they are sent: the scripts that its HTML names. */
export async function scriptWeight(origin: string, { path, headers }: Pick<Ask, 'path' | 'headers'>) {
  const html = await (await fetch(`${origin}${path}`, { headers })).text()
  const sources = [...html.matchAll(/<script\b([^>]*)\bsrc="([^"]+)"([^>]*)>/g)]
    // For browsers that know no modules.
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, , source = '']) => source)
  const scripts = await Promise.all(
    [...new Set(sources)].map(async (source) =>
      Buffer.from(await (await fetch(new URL(source, origin))).arrayBuffer()),
    ),
  )
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
  return { scripts: scripts.length, scriptKb: Number((bytes / 1000).toFixed(1)) }
}
