import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { record } from './log.mjs'
import { signalTo, within } from './processes.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'

/**
 * @typedef {{
 *   readonly name: string,
 *   readonly words: readonly string[],
 *   readonly env: NodeJS.ProcessEnv,
 *   readonly log: string,
 *   readonly talkative?: boolean,
 *   readonly silent?: boolean,
 *   readonly patience?: number,
 * }} Program  what Node is to run; `patience` in milliseconds after SIGTERM
 */

const leash = fileURLToPath(new URL('./leash.mjs', import.meta.url))

/** `next` and other tools by the file they start from: one process, no shell in between. @param {string} path */
export const tool = (path) => join(root, 'node_modules', path)

/** Our own TypeScript, in the same process. @param {string} file */
export const typescript = (file) => ['--import', 'tsx', join(root, file)]

/**
 * Starts a program on the leash, in a process group of its own: Ctrl-C in the terminal reaches the supervisor only.
 * @param {Program} program
 */
function startChild({ name, words, env, log, talkative = false, silent = false, patience = 8_000 }) {
  const child = spawn(process.execPath, ['--import', leash, ...words], {
    cwd: root,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => {})
  recordOutput(child, { name, log, talkative, silent })

  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => {
      // Whatever it had started itself goes with it.
      if (child.pid) signalTo(-child.pid, 'SIGKILL')
      resolve(signal ?? `exit code ${code}`)
    })
  })
  const isGone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  return {
    pid: child.pid,
    ended,
    async stop() {
      child.kill('SIGTERM')
      if (!(await within(patience, isGone)) && child.pid) signalTo(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

/**
 * Keeps a program running: started again when it ends, later and later when it ends early.
 * @param {Program} program
 * @param {() => void} [changed] called whenever it has another process
 */
export function keepRunning(program, changed = () => {}) {
  let current = startChild(program)
  let stopping = false
  let failures = 0
  const wakeUp = new AbortController()

  const watch = async () => {
    for (;;) {
      const started = performance.now()
      const reason = await current.ended
      if (stopping) return
      failures = performance.now() - started > 60_000 ? 1 : failures + 1
      const wait = Math.min(30_000, 250 * 2 ** failures)
      say(`  ${program.name} ended (${reason}); starting it again. Its log: ${program.log}`)
      await pause(wait, undefined, { signal: wakeUp.signal }).catch(() => {})
      if (stopping) return
      current = startChild(program)
      changed()
    }
  }
  const watching = watch()

  return {
    pid: () => current.pid,
    failures: () => failures,
    async stop() {
      stopping = true
      wakeUp.abort()
      await current.stop()
      await watching
    },
  }
}

/**
 * Runs a program to its end.
 * @param {Program} program
 */
export function runChild(program) {
  const child = startChild(program)
  return { ...child, succeeded: child.ended.then((reason) => reason === 'exit code 0') }
}

/**
 * Everything goes into the log; a person at the terminal sees warnings and errors, the same one once a minute.
 * @param {import('node:child_process').ChildProcessByStdio<any, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {{ name: string, log: string, talkative: boolean, silent: boolean }} how
 */
function recordOutput(child, { name, log, talkative, silent }) {
  // A full disk is no reason to end.
  const kept = record(log, (message) => say(`  ${name}: what it says is not kept: ${message}`))
  const isNews = lately()
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      kept.write(line)
      if (silent) return
      const sentence = told(line, { everything: talkative, fromStderr: output === child.stderr })
      if (sentence && (talkative || isNews(sentence))) say(`  ${name}: ${sentence}`)
    })
  }
  child.on('close', () => kept.end())
}

const aMinute = 60_000

/** Tells whether a sentence was not said within the last minute: while a database is away, each try says the same. */
function lately() {
  /** @type {Map<string, number>} */
  const said = new Map()
  return (/** @type {string} */ sentence) => {
    const now = performance.now()
    for (const [other, at] of said) if (now - at > aMinute) said.delete(other)
    if (said.has(sentence)) return false
    said.set(sentence, now)
    return true
  }
}

/**
 * What a person is told of a line, if anything.
 * @param {string} line
 * @param {{ everything: boolean, fromStderr: boolean }} how
 */
function told(line, { everything, fromStderr }) {
  if (line.startsWith('{')) {
    try {
      const { level, msg, err } = JSON.parse(line)
      // pino's levels: 40 is a warning.
      return everything || level >= 40 ? [msg, err?.message].filter(Boolean).join(': ') : undefined
    } catch {
      // Not a log record after all.
    }
  }
  // The lines of a stack are indented; they are in the log.
  return everything || (fromStderr && /^\S/.test(line)) ? line : undefined
}
