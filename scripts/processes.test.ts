import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { root } from './root.mjs'

const asks = `import(${JSON.stringify(join(root, 'scripts', 'processes.mjs'))}).then((it) => console.log(it.isForsaken()))`

const { npm_lifecycle_event, ...outside } = process.env
const inside = { ...outside, npm_lifecycle_event: 'start' }

/** What a process of a script of npm's says, below one that is of that script or not. */
async function saidBelow(env: NodeJS.ProcessEnv) {
  const shell = 'npm_lifecycle_event=start "$0" -e "$1"; true'
  const above = spawn('/bin/sh', ['-c', shell, process.execPath, asks], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await Promise.all([text(above.stdout), once(above, 'exit')])
  return said.trim()
}

test.runIf(process.platform === 'linux')(
  'whoever lost npm before they looked is forsaken, others are not',
  async () => {
    expect(await saidBelow(inside)).toBe('false')
    // As the first process of the system does, and others that ask for it, that have taken it over.
    expect(await saidBelow(outside)).toBe('true')
  },
)
