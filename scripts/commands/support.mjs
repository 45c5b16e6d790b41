import { spawn } from 'node:child_process'
import { typescript } from '../children.mjs'
import { openKept } from '../database.mjs'
import { root } from '../root.mjs'
import { sayOnStderr } from '../say.mjs'
import { childEnvironment, readSettings } from '../settings.mjs'

/**
 * The command line of the library, on the running Deskwell's database or on the embedded one, started for it.
 * Its output is the command's own; its exit code too.
 * @param {readonly string[]} words
 */
export async function support(words) {
  sayOnStderr()
  const settings = readSettings()
  const databaseUrl = settings.databaseUrl ?? (await openKept(settings, 'npm run support'))
  const env = { ...childEnvironment(settings, databaseUrl), DESKWELL_PROCESS: 'deskwell support' }
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
