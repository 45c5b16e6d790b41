import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { tool, typescript } from '../children.mjs'
import { migrateOrExplain, openKept } from '../database.mjs'
import { atEnd, endOnSignal } from '../ending.mjs'
import { openThrowaway } from '../postgres/throwaway.mjs'
import { root } from '../root.mjs'
import { sayOnStderr, step } from '../say.mjs'
import { childEnvironment, readSettings } from '../settings.mjs'
import { openStack } from '../stack.mjs'

/** The performance figures, as JSON lines on stdout. @param {readonly string[]} words */
export async function bench(words) {
  sayOnStderr()
  if (words[0] === 'size') return benchOfSize(words.slice(1))
  // Opens the empty page that everything is compared with.
  process.env.DESKWELL_BENCH = '1'
  return runBeside([...typescript('scripts/bench/main.ts'), ...words])
}

/**
 * What the database does in a helpdesk of any size: in the one that `DATABASE_URL` or `DATA_DIR` names, or in one that is made
 * for it.
 * @param {readonly string[]} words
 */
async function benchOfSize(words) {
  endOnSignal({ exitCode: 130 })
  const settings = readSettings()
  const env = {
    ...childEnvironment(settings, await databaseToMeasure(settings)),
    DESKWELL_PLANS: join(settings.dataDir, 'plans.txt'),
  }
  return run([...typescript('scripts/bench/size.ts'), ...words], env)
}

/** @param {import('../settings.mjs').Settings} settings */
async function databaseToMeasure(settings) {
  if (settings.databaseUrl) {
    await migrateOrExplain(settings.databaseUrl)
    return settings.databaseUrl
  }
  if (process.env.DATA_DIR) return openKept(settings, 'npm run bench')
  const { url } = await step('Starting a database for this run', () => openThrowaway({ durable: true }))
  await migrateOrExplain(url)
  return url
}

/** The pictures of the README, light and dark. @param {readonly string[]} words */
export const screenshots = (words) =>
  runBeside([tool('@playwright/test/cli.js'), 'test', '--config=e2e/screenshots.config.ts', ...words])

/**
 * Against a whole Deskwell in production mode, from a second process.
 * @param {readonly string[]} words
 */
async function runBeside(words) {
  endOnSignal({ exitCode: 130 })
  const { env } = await openStack({ durable: true })
  return run(words, env)
}

/**
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
async function run(words, env) {
  const program = spawn(process.execPath, words, { cwd: root, env, stdio: 'inherit' })
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    program.on('error', () => resolve(1))
    program.on('exit', (code) => resolve(code ?? 1))
  })
  atEnd(() => {
    program.kill('SIGTERM')
    return ended
  })
  return ended
}
