import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lastLines, readIfThere } from '../files.mjs'
import { openLog } from '../log.mjs'
import { isPresent, processesOf, signalTo, within } from '../processes.mjs'
import { Trouble } from '../say.mjs'

/**
 * @typedef {{
 *   readonly dataDir: string,
 *   readonly binaries: import('./binaries.mjs').Binaries,
 *   readonly account: import('./account.mjs').Account,
 *   readonly log: string,
 * }} Cluster
 */

/**
 * Makes the cluster if it is not there yet; a kill in the middle leaves nothing that looks finished.
 * @param {Cluster} cluster
 * @param {{ superuser: string, password: string }} credentials
 */
export function initialise({ dataDir, binaries, account }, { superuser, password }) {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return
  const draft = `${dataDir}.draft`
  const passwordFile = `${dataDir}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(draft, account.uid, account.gid)
    chownSync(passwordFile, account.uid, account.gid)
  }
  const words = [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]
  const made = spawnSync(binaries.initdb, words, { ...account, cwd: dirname(dataDir), encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) throw new Trouble(`The database could not be made:\n${made.error ?? made.stderr}`)
  rmSync(dataDir, { recursive: true, force: true })
  renameSync(draft, dataDir)
}

/**
 * Starts the server; `ready` settles once it takes connections or did not come up.
 * @param {Cluster} cluster
 * @param {number} port
 * @param {Readonly<Record<string, string>>} settings
 */
export function startServer({ dataDir, binaries, account, log }, port, settings) {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    shared_preload_libraries: 'pg_stat_statements',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The detail of an error quotes what people wrote.
    log_error_verbosity: 'terse',
    ...settings,
  }
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openLog(log)
  // Detached: Ctrl-C in the terminal must not reach the database before web and worker are done with it.
  const server = spawn(binaries.postgres, ['-D', dataDir, '-p', String(port), ...words], {
    ...account,
    cwd: dirname(dataDir),
    detached: true,
    stdio: ['ignore', output, output],
  })
  const ended = new Promise((resolve) => server.on('exit', resolve).on('error', resolve))

  const isUp = () => postmaster(dataDir)?.pid === server.pid && postmaster(dataDir)?.status === 'ready'
  const ready = async () => {
    // Recovery after a crash may take its time.
    const up = await within(120_000, () => hasEnded(server) || isUp())
    if (up && !hasEnded(server)) return
    await stopServer(server)
    throw new Trouble(`The database did not start. Its last words (${log}):\n${lastLines(log, 8)}`)
  }
  return { server, ended, ready: ready() }
}

/**
 * Fast shutdown: running transactions are rolled back, everything committed is on disk. Bounded in time.
 * @param {import('node:child_process').ChildProcess} server
 */
export async function stopServer(server) {
  const gone = () => hasEnded(server)
  for (const [signal, patience] of /** @type {const} */ ([
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ])) {
    if (gone()) return
    server.kill(signal)
    await within(patience, gone)
  }
}

/**
 * Ends a server that a killed Deskwell left over this data. Only for the one who holds the data folder.
 * @param {string} dataDir
 */
export async function endOrphan(dataDir) {
  const left = postmaster(dataDir)
  const ours = () => processesOf('postgres', dataDir)
  if (left && isOurs(left.pid, dataDir)) {
    for (const [signal, patience] of /** @type {const} */ ([
      ['SIGINT', 10_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 2_000],
    ])) {
      signalTo(left.pid, signal)
      if (await within(patience, () => !isPresent(left.pid))) break
    }
  }
  // The sessions of a server that was killed outright see it soon, but not in the middle of a statement.
  if (!(await within(5_000, () => ours().length === 0))) for (const pid of ours()) signalTo(pid, 'SIGKILL')
  // Its number may belong to another program by now, for which PostgreSQL would refuse to start.
  rmSync(join(dataDir, 'postmaster.pid'), { force: true })
}

/** @param {import('node:child_process').ChildProcess} server */
const hasEnded = (server) =>
  server.exitCode !== null || server.signalCode !== null || server.pid === undefined

/** The server's own note: pid first, state in the eighth line. */
function postmaster(/** @type {string} */ dataDir) {
  const lines = readIfThere(join(dataDir, 'postmaster.pid'))?.split('\n')
  return lines ? { pid: Number(lines[0]), status: lines[7]?.trim() } : undefined
}

/** @param {number} pid @param {string} dataDir */
function isOurs(pid, dataDir) {
  if (!Number.isInteger(pid) || pid < 2 || !isPresent(pid)) return false
  if (process.platform === 'linux') return processesOf('postgres', dataDir).includes(pid)
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(dataDir)
}
