import { spawn } from 'node:child_process'
import { tool } from '../children.mjs'
import { endOnSignal } from '../ending.mjs'
import { root } from '../root.mjs'
import { say, step } from '../say.mjs'

const colours = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`

/** @type {readonly (readonly [string, readonly (readonly string[])[]])[]} */
const checks = [
  ['Format and lint', [[tool('@biomejs/biome/bin/biome'), 'ci', '--log-level=warn', colours]]],
  [
    'Types',
    [
      [tool('next/dist/bin/next'), 'typegen'],
      [tool('typescript/bin/tsc'), '--noEmit'],
    ],
  ],
  ['Unused code and packages', [[tool('knip/bin/knip.js'), '--no-progress']]],
  ['Walls between the rooms', [['scripts/walls.mjs']]],
]

/** Everything that can be known without running it. */
export async function check() {
  endOnSignal({ exitCode: 130 })
  const failed = await failedChecks()
  return failed.length === 0 ? 0 : 1
}

/** @returns {Promise<string[]>} the names of those that failed, all of them having run and spoken */
export async function failedChecks() {
  const failed = []
  for (const [name, commands] of checks) {
    try {
      await step(name, async () => {
        for (const words of commands) await runQuietly(words)
      })
    } catch (error) {
      say(`\n${error instanceof Error ? error.message : error}\n`)
      failed.push(name)
    }
  }
  return failed
}

/**
 * @param {readonly string[]} words
 * @returns {Promise<void>} fails with what the program said
 */
const runQuietly = (words) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output.trim()))))
  })
