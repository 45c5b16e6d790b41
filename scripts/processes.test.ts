import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { root } from './root.mjs'

const asks = `import(${JSON.stringify(join(root, 'scripts', 'processes.mjs'))}).then((it) => console.log(it.isForsaken()))`

/** What a process says that a script of npm's has started. */
async function saidBelow(shell: string) {
  const npm = spawn('/bin/sh', ['-c', shell, process.execPath, asks], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await Promise.all([text(npm.stdout), once(npm, 'exit')])
  return said.trim()
}

test.runIf(process.platform === 'linux')(
  'whoever lost npm before they looked is forsaken, others are not',
  async () => {
    expect(await saidBelow('"$0" -e "$1"; true')).toBe('false')
    // The shell is gone before its background process has begun.
    expect(await saidBelow('(sleep 0.3; exec "$0" -e "$1") &')).toBe('true')
  },
)
