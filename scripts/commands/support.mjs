import { spawn } from 'node:child_process'
import { typescript } from '../children.mjs'
import { openKept } from '../database.mjs'
import { readable } from '../ending.mjs'
import { runningInstance } from '../instance.mjs'
import { root } from '../root.mjs'
import { sayOnStderr, Trouble } from '../say.mjs'
import { childEnvironment, readSettings } from '../settings.mjs'

/**
 * The command line of the library, on the running Deskwell's database or on the embedded one, started for it.
 * Its output is the command's own; its exit code too.
 * @param {readonly string[]} words
 */
export async function support(words) {
  sayOnStderr()
  return runOn(await environmentFor(words), words)
}

/**
 * What a program reads is a document also where the command does not get as far as to write one.
 * @param {readonly string[]} words
 */
async function environmentFor(words) {
  try {
    const settings = readSettings()
    const databaseUrl = settings.databaseUrl ?? (await ownDatabase(settings, words))
    return { ...childEnvironment(settings, databaseUrl), DESKWELL_PROCESS: 'deskwell support' }
  } catch (error) {
    if (words.includes('--json')) console.log(JSON.stringify({ error: readable(error) }, null, 2))
    throw error
  }
}

/**
 * @param {import('../settings.mjs').Settings} settings
 * @param {readonly string[]} words
 */
function ownDatabase(settings, [name]) {
  // It would be gone before anybody could use its address.
  if (name === 'db:url' && !runningInstance(settings.dataDir))
    throw new Trouble('Nothing is running here, and so is no database. Start Deskwell first: npm start')
  return openKept(settings, 'npm run support')
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} words
 * @returns {Promise<number>}
 */
function runOn(env, words) {
  const command = spawn(process.execPath, [...typescript('lib/cli/main.ts'), ...words], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  // From the terminal it hears Ctrl-C itself; we only wait for it.
  process.on('SIGINT', () => {})
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => command.kill(signal))
  return new Promise((resolve) => {
    command.on('error', () => resolve(2))
    command.on('exit', (code) => resolve(code ?? 2))
  })
}
