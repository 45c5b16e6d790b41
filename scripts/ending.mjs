import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isForsaken } from './processes.mjs'
import { say, stopReporting, Trouble } from './say.mjs'

/** @type {(() => unknown)[]} */
const closers = []
/** @type {Promise<void> | undefined} */
let ending

/**
 * What is opened last is closed first, whether the command ends, fails or is interrupted.
 * @param {() => unknown} close
 */
export const atEnd = (close) => {
  // Something that got started while everything ends.
  if (ending) close()
  closers.push(close)
}

export const isEnding = () => ending !== undefined

const endAll = () => {
  ending ??= (async () => {
    for (const close of closers.toReversed()) {
      try {
        await close()
      } catch (error) {
        say(`  ${error}`)
      }
    }
  })()
  return ending
}

/**
 * Ctrl-C, SIGTERM, a closed terminal, or the death of whoever started us.
 * @param {{ exitCode: number, farewell?: string }} how
 */
export function endOnSignal({ exitCode, farewell }) {
  let asked = 0
  const end = async () => {
    const now = performance.now()
    // npm passes on the Ctrl-C that the terminal sent to us as well; only a later one is from an impatient person.
    if (asked > 0 && now - asked > 1_500) process.exit(1)
    if (asked > 0) return
    asked = now
    if (farewell) say(`\n${farewell}`)
    stopReporting()
    await endAll()
    process.exit(exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  process.on('disconnect', end)
  setInterval(() => isForsaken() && end(), 250).unref()
}

/**
 * Runs a command and leaves nothing open behind it.
 * @param {() => Promise<number | void>} command
 */
export async function runToEnd(command) {
  let exitCode = 0
  try {
    exitCode = (await command()) ?? 0
  } catch (error) {
    // Whatever broke while everything was being closed broke because of that; the signal's own end decides.
    if (isEnding()) return new Promise(() => {})
    say(`\n${readable(error)}`)
    exitCode = 1
  }
  await endAll()
  process.exit(exitCode)
}

/** @param {unknown} error */
export function readable(error) {
  if (error instanceof Trouble) return error.message
  const told = error instanceof Error && 'code' in error && fileTroubles[String(error.code)]
  const sentence = told && 'path' in error && told(String(error.path))
  if (sentence) return sentence
  return error instanceof Error ? error.stack : String(error)
}

const noFolder = (/** @type {string} */ path) => {
  const there = nearestExisting(path)
  if (statSync(there).isFile())
    return `${there} is a file, and Deskwell needs a folder there. Is DATA_DIR right?`
}

/** @param {string} path @returns {string} */
const nearestExisting = (path) => (existsSync(path) ? path : nearestExisting(dirname(path)))

/** What is told of a path, where that is what is wrong. @type {Readonly<Record<string, (path: string) => string | undefined>>} */
const fileTroubles = {
  EACCES: (path) =>
    `This user may not use ${path}. Did another user, perhaps root, start Deskwell here before?`,
  EEXIST: noFolder,
  ENOTDIR: noFolder,
  EROFS: (path) => `${path} cannot be written: its file system is read-only.`,
  ENOSPC: (path) => `${path} cannot be written: its disk is full.`,
}
