import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** @typedef {{ readonly pid: number, readonly since: string }} Process */

/** A process id alone says little after a crash or a reboot: the number may belong to somebody else by now. */
const startOf = (/** @type {number} */ pid) => {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z') return undefined
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
    }
    if (process.platform === 'win32') return isPresent(pid) ? 'alive' : undefined
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** @param {number} pid @returns {Process} */
export const identify = (pid) => ({ pid, since: startOf(pid) ?? 'gone' })

/** @param {Process} known */
export const isAlive = ({ pid, since }) => startOf(pid) === since

/**
 * Whoever started us: the shells in between that only carry our own command line, and the first above them, npm.
 * @returns {Process[]}
 */
function starters() {
  const chain = [process.ppid]
  for (let pid = process.ppid; process.platform === 'linux'; ) {
    try {
      if (!commandOf(pid).includes('deskwell.mjs')) break
      pid = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
      chain.push(pid)
    } catch {
      break
    }
  }
  return chain.map(identify)
}

/** As early as can be: whoever dies later is missed, but not whoever died before. */
const startedBy = process.env.npm_lifecycle_event ? starters() : []
/** The first process, or another that takes over whom everybody has left, is neither npm nor of its scripts. */
const takenOver = startedBy[0] !== undefined && !isOfNpm(startedBy[0].pid)

/** Whether npm is gone that started us: it hands a SIGTERM to the shell between us and dies with it, a kill -9 it hands to nobody. */
export const isForsaken = () => takenOver || !startedBy.every(isAlive)

/** Whether a process is npm, or what carries out a script of it. @param {number} pid */
function isOfNpm(pid) {
  if (process.platform !== 'linux') return pid !== 1
  const [program = '', script = ''] = commandOf(pid).split('\0')
  // `tini -s npm start` is not npm.
  const runs = /node[^/]*$/.test(program) ? script : program
  return /(^|\/)(p?npm|yarn|bun)/.test(runs) || toldOf(pid, 'environ').includes('npm_lifecycle_event=')
}

/** @param {number} pid */
function commandOf(pid) {
  return toldOf(pid, 'cmdline')
}

/** @param {number} pid @param {'cmdline' | 'environ'} what */
function toldOf(pid, what) {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}

/** @param {number} pid */
export const isPresent = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * A negative pid means the whole group.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export const signalTo = (pid, signal) => {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already.
  }
}

/**
 * @param {() => boolean | Promise<boolean>} fact
 * @param {number} milliseconds
 */
export async function within(milliseconds, fact) {
  const end = performance.now() + milliseconds
  while (!(await fact())) {
    if (performance.now() > end) return false
    await pause(25)
  }
  return true
}

/**
 * Processes of this program that work in this folder (Linux; elsewhere none are found).
 * @param {string} program
 * @param {string} folder
 */
export function processesOf(program, folder) {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((entry) => {
    try {
      if (!/^\d+$/.test(entry) || readlinkSync(`/proc/${entry}/cwd`) !== folder) return []
      return readFileSync(`/proc/${entry}/comm`, 'utf8').trim() === program ? [Number(entry)] : []
    } catch {
      return []
    }
  })
}
