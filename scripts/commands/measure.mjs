import { spawn } from 'node:child_process'
import { tool, typescript } from '../children.mjs'
import { atEnd, endOnSignal } from '../ending.mjs'
import { root } from '../root.mjs'
import { sayOnStderr } from '../say.mjs'
import { openStack } from '../stack.mjs'

/** The performance figures, as JSON lines on stdout. @param {readonly string[]} words */
export async function bench(words) {
  sayOnStderr()
  // Opens the empty page that everything is compared with.
  process.env.DESKWELL_BENCH = '1'
  return runBeside([...typescript('scripts/bench/main.ts'), ...words])
}

/** The pictures of the README, light and dark. @param {readonly string[]} words */
export const screenshots = (words) =>
  runBeside([tool('@playwright/test/cli.js'), 'test', '--config=e2e/screenshots.config.ts', ...words])

/**
 * Against a whole Deskwell in production mode, from a second process.
 * @param {readonly string[]} words
 * @returns {Promise<number>}
 */
async function runBeside(words) {
  endOnSignal({ exitCode: 130 })
  const { env } = await openStack({ durable: true })
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
