import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEnd } from '../ending.mjs'
import { readJson, writePrivately } from '../files.mjs'
import { freePort } from '../ports.mjs'
import { identify, isAlive } from '../processes.mjs'
import { canEnter, serverAccount } from './account.mjs'
import { postgresBinaries } from './binaries.mjs'
import { createDatabase, superuser, urlOf } from './databases.mjs'
import { openFolder } from './place.mjs'
import { endOrphan, initialise, startServer, stopServer } from './server.mjs'

const prefix = 'deskwell-test-'

const inMemory = '/dev/shm'
const roomForTests = 1_000_000_000

// Nobody misses this data after a crash.
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_init_zero: 'off',
  max_wal_size: '256MB',
}

/**
 * A cluster of its own for tests, on a free port, gone at the end of the command: as fast as it gets (in memory, a copy of a database
 * takes 25 ms instead of 300), or as careful as a real one, for measuring.
 * @param {{ durable?: boolean }} [wanted]
 */
export async function openThrowaway({ durable = false } = {}) {
  const account = serverAccount()
  const parents = durable ? [tmpdir()] : [inMemory, tmpdir()]
  for (const parent of parents) await sweep(parent)
  const parent = parents.find((folder) => hasRoom(folder) && canEnter(folder, account)) ?? openFolder(account)

  const home = mkdtempSync(join(parent, prefix))
  chmodSync(home, 0o755)
  writePrivately(join(home, 'owner.json'), JSON.stringify(identify(process.pid)))
  const dataDir = join(home, 'postgres')
  const cluster = { dataDir, binaries: postgresBinaries(account), account, log: join(home, 'postgres.log') }
  const credentials = {
    port: await freePort('127.0.0.1'),
    password: randomBytes(12).toString('hex'),
    superuserPassword: randomBytes(12).toString('hex'),
  }
  initialise(cluster, { superuser, password: credentials.superuserPassword })
  const start = () =>
    startServer(cluster, credentials.port, { max_connections: '200', ...(!durable && careless) })
  let running = start()
  const stop = async () => {
    await stopServer(running.server)
    rmSync(home, { recursive: true, force: true })
  }
  atEnd(stop)
  await running.ready
  await createDatabase(credentials)

  return {
    /** A folder for whatever else the run needs. */
    home,
    url: urlOf(credentials),
    /** With all rights, for measuring and for proofs against the server itself. */
    superuserUrl: urlOf({ ...credentials, user: superuser, password: credentials.superuserPassword }),
    stop,
    /** As if the machine had lost its power: nobody is told anything. */
    async kill() {
      running.server.kill('SIGKILL')
      await running.ended
    },
    /** On the same port. */
    async restart() {
      await endOrphan(dataDir)
      running = start()
      await running.ready
    },
  }
}

/** @param {string} folder */
function hasRoom(folder) {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > roomForTests
  } catch {
    return false
  }
}

/**
 * Ends and removes what killed test runs left behind.
 * @param {string} parent
 */
export async function sweep(parent) {
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const home = join(parent, name)
    const owner = ownerOf(home)
    if (!owner || isAlive(owner)) continue
    await endOrphan(join(home, 'postgres'))
    rmSync(home, { recursive: true, force: true })
  }
}

/**
 * Who made it, if we may know: another user of this machine sweeps their own.
 * @param {string} home
 */
function ownerOf(home) {
  try {
    return readJson(join(home, 'owner.json'))
  } catch {
    return undefined
  }
}
