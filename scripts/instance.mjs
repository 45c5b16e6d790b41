import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readJson, writePrivately } from './files.mjs'
import { identify, isAlive, signalTo, within } from './processes.mjs'
import { say, Trouble } from './say.mjs'

/**
 * Who uses a data folder: one supervisor or one command at a time.
 * @typedef {{
 *   readonly keeper: import('./processes.mjs').Process,
 *   readonly command: string,
 *   readonly lasting: boolean,
 *   readonly ending?: boolean,
 *   readonly address?: string,
 *   readonly databaseUrl?: string,
 *   readonly children?: readonly import('./processes.mjs').Process[],
 * }} Instance
 */

/** @param {string} dataDir */
const fileIn = (dataDir) => join(dataDir, 'running.json')

/**
 * What runs over this data folder at the moment, if anything.
 * @param {string} dataDir
 */
export const runningInstance = (dataDir) => holder(fileIn(dataDir))

/**
 * Takes the data folder. A short command (`lasting: false`) is waited for, a running Deskwell is not. What a killed
 * one left behind is ended first.
 * @param {string} dataDir
 * @param {{ command: string, lasting: boolean }} wanted
 */
export async function takeInstance(dataDir, { command, lasting }) {
  const path = fileIn(dataDir)
  /** @type {Instance} */
  let mine = { keeper: identify(process.pid), command, lasting }
  const asked = performance.now()
  await take(path, mine, (other) => {
    // One that is on its way out, or whose terminal was closed this moment, is waited for.
    if (other.ending || performance.now() - asked < 1_500) return
    if (other.lasting) throw new Trouble(alreadyRunning(other))
  })
  return {
    /** @param {Partial<Instance>} facts */
    tell(facts) {
      mine = { ...mine, ...facts }
      writePrivately(path, JSON.stringify(mine))
    },
    release: () => letGo(path, mine),
  }
}

/**
 * Holds a file against other processes, waiting for them to let it go. Survives being killed.
 * @param {string} path
 * @param {string} command what to call the holder
 */
export async function holdFile(path, command) {
  const mine = { keeper: identify(process.pid), command, lasting: false }
  await take(path, mine, () => {})
  return () => letGo(path, mine)
}

/**
 * Whoever holds it by now keeps it.
 * @param {string} path
 * @param {Instance} mine
 */
function letGo(path, { keeper }) {
  if (readJson(path)?.keeper?.pid === keeper.pid) rmSync(path, { force: true })
}

/**
 * @param {string} path
 * @param {Instance} mine
 * @param {(other: Instance) => void} meet
 */
async function take(path, mine, meet) {
  mkdirSync(dirname(path), { recursive: true })
  const taken = await within(300_000, async () => {
    if (claim(path, mine)) return true
    const other = holder(path)
    if (other) meet(other)
    else await clearLeftovers(path)
    return false
  })
  if (!taken) throw new Trouble(`${path} is held by "${holder(path)?.command}" since minutes.`)
  // Two that cleared the same leftovers at once may both have claimed: the later file counts.
  await pause(20)
  if (readJson(path)?.keeper.pid !== process.pid) throw new Trouble('Another start was faster.')
}

/** @param {string} path @returns {Instance | undefined} */
const holder = (path) => {
  const found = readJson(path)
  return found && isAlive(found.keeper) ? found : undefined
}

/** @param {string} path @param {Instance} mine */
function claim(path, mine) {
  const draft = `${path}.${process.pid}.claim`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** @param {string} path */
async function clearLeftovers(path) {
  /** @type {Instance | undefined} */
  const left = readJson(path)
  const orphans = (left?.children ?? []).filter(isAlive)
  if (orphans.length > 0) say('  Ending what a killed Deskwell left running')
  // They notice by themselves that their supervisor is gone; this is for one that is slow or hangs.
  for (const orphan of orphans) signalTo(orphan.pid, 'SIGTERM')
  await within(6_000, () => !orphans.some(isAlive))
  for (const orphan of orphans.filter(isAlive)) signalTo(-orphan.pid, 'SIGKILL')
  if (!holder(path)) remove(path)
}

/**
 * What nobody holds. Looked at once more where nobody can claim it: a faster start may have cleared the same, and hold it.
 * @param {string} path
 */
function remove(path) {
  const aside = `${path}.${process.pid}.left`
  try {
    renameSync(path, aside)
    if (holder(aside)) linkSync(aside, path)
  } catch (error) {
    // Somebody else was faster at this, or at the next claim.
    if (!['ENOENT', 'EEXIST'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** @param {Instance} other */
const alreadyRunning = ({ command, keeper, address }) =>
  `Deskwell is already running here (${command}${address ? `, ${address}` : ''}).\n` +
  `End it with Ctrl-C in its terminal or with: kill ${keeper.pid}`
