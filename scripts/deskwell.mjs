// The one door to everything: `npm run <command>`. This file and what it imports outright run on Node 20 with nothing
// installed; each command is loaded only when the packages are there.
import { resolve } from 'node:path'
import { runningInstance } from './instance.mjs'
import {
  continueUnderPinnedNode,
  installPackages,
  nodeIsRecent,
  packagesAreCurrent,
  putToolsOnPath,
} from './packages.mjs'
import { root } from './root.mjs'
import { sayOnStderr, Trouble } from './say.mjs'

/** @typedef {(words: readonly string[]) => Promise<number | void>} Command */

/** @type {Readonly<Record<string, () => Promise<Command>>>} */
const commands = {
  demo: async () => (await import('./commands/serve.mjs')).demo,
  start: async () => (await import('./commands/serve.mjs')).start,
  dev: async () => (await import('./commands/serve.mjs')).dev,
  worker: async () => (await import('./commands/worker.mjs')).worker,
  support: async () => (await import('./commands/support.mjs')).support,
  check: async () => (await import('./commands/check.mjs')).check,
  test: async () => (await import('./commands/test.mjs')).test,
  'test:unit': async () => (await import('./commands/test.mjs')).unit,
  'test:e2e': async () => (await import('./commands/test.mjs')).stories,
  bench: async () => (await import('./commands/measure.mjs')).bench,
  screenshots: async () => (await import('./commands/measure.mjs')).screenshots,
}
// A server may have been installed with `npm ci --omit=dev`.
const needNoTools = ['demo', 'start', 'worker', 'support']

const [name = '', ...words] = process.argv.slice(2)
try {
  await main()
} catch (error) {
  console.error(error instanceof Trouble ? `\n${error.message}` : error)
  process.exitCode = 1
}

async function main() {
  const load = commands[name]
  if (!load) throw new Trouble(`Usage: npm run <command>, one of: ${Object.keys(commands).join(', ')}`)
  if (name === 'support') sayOnStderr()

  const dev = !needNoTools.includes(name)
  if (!packagesAreCurrent({ dev })) {
    const running = runningInstance(resolve(root, process.env.DATA_DIR || '.data'))
    // An installation begins by removing what it runs on.
    if (running)
      throw new Trouble(`The packages have changed. End Deskwell first: kill ${running.keeper.pid}`)
    await installPackages({ dev })
  }
  putToolsOnPath()
  if (!nodeIsRecent()) return continueUnderPinnedNode()
  hushTypeStripping()

  const { runToEnd } = await import('./ending.mjs')
  const command = await load()
  await runToEnd(() => command(words))
}

/** Node 22 runs our TypeScript as well, but remarks on it each time. */
function hushTypeStripping() {
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') console.error(warning.stack)
  })
}
