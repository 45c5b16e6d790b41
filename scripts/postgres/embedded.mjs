import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { atEnd } from '../ending.mjs'
import { readIfThere, readJson, writePrivately } from '../files.mjs'
import { freePort, portIsFree } from '../ports.mjs'
import { say, Trouble } from '../say.mjs'
import { serverAccount } from './account.mjs'
import { postgresBinaries } from './binaries.mjs'
import { createDatabase, superuser, urlOf } from './databases.mjs'
import { ownPlace, reachable } from './place.mjs'
import { endOrphan, initialise, startServer, stopServer } from './server.mjs'

const version = '18'
const megabyte = 1_048_576

/**
 * What is remembered about an embedded database, in `postgres.json` of the data folder.
 * `elsewhere` is there when the cluster could not live in that folder.
 * @typedef {{
 *   readonly port: number,
 *   readonly password: string,
 *   readonly superuserPassword: string,
 *   readonly elsewhere?: string | undefined,
 * }} Kept
 */

/**
 * The PostgreSQL of a data folder: made if it is not there, an orphan of a killed start ended, started, its role and
 * database there; ended with the command. For the one who holds the data folder (`takeInstance`).
 * @param {string} dataDir
 */
export async function openEmbedded(dataDir) {
  const { kept, folder } = recall(dataDir, serverAccount())
  const account = accountFor(folder, serverAccount())
  const cluster = {
    dataDir: folder,
    binaries: postgresBinaries(account),
    account,
    log: join(dataDir, 'logs', 'postgres.log'),
  }
  mkdirSync(join(dataDir, 'logs'), { recursive: true })

  await endOrphan(cluster.dataDir)
  const samePort = kept.port > 0 && (await portIsFree(kept.port, '127.0.0.1'))
  const port = samePort ? kept.port : await freePort('127.0.0.1')
  // Before the cluster is made: a kill in between must not leave one whose password nobody knows.
  keep(dataDir, { ...kept, port })
  initialise(cluster, { superuser, password: kept.superuserPassword })

  // Whoever loads very much would else write every page that it touches again and again: once for each checkpoint.
  const settings = { shared_buffers: sharedBuffers(), max_wal_size: '4GB' }
  let running = startServer(cluster, port, settings)
  atEnd(() => stopServer(running.server))
  await running.ready
  await createDatabase({ ...kept, port })

  return {
    url: urlOf({ ...kept, port }),
    /** Resolves when the server that runs now is gone. */
    ended: () => running.ended,
    /** After a crash, on the same port: whoever is connected finds it again. */
    async restart() {
      await endOrphan(cluster.dataDir)
      running = startServer(cluster, port, settings)
      await running.ready
    },
  }
}

/**
 * In how much memory PostgreSQL keeps what was read last. Its manual advises a quarter of a machine of its own; ours shares
 * it with the web server and the worker. A container may use less than the machine has. What no page needs is never taken.
 */
function sharedBuffers() {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  return `${Math.min(2_048, Math.max(256, Math.floor(memory / megabyte / 8)))}MB`
}

/** @param {string} dataDir */
const keptIn = (dataDir) => join(dataDir, 'postgres.json')

/** @param {string} dataDir @param {Kept} kept */
const keep = (dataDir, kept) => writePrivately(keptIn(dataDir), `${JSON.stringify(kept, null, 2)}\n`)

/**
 * @param {string} dataDir
 * @param {import('./account.mjs').Account} account
 * @returns {{ kept: Kept, folder: string }}
 */
function recall(dataDir, account) {
  /** @type {Kept | undefined} */
  const kept = readJson(keptIn(dataDir))
  const placeUsedBy = (/** @type {string} */ owner) => readJson(keptIn(owner))?.elsewhere
  if (kept?.elsewhere && ownPlace(kept.elsewhere, dataDir, placeUsedBy)) {
    return { kept, folder: kept.elsewhere }
  }
  const inside = join(dataDir, 'postgres')
  const folder = reachable(inside, isCluster(inside) ? accountFor(inside, account) : account)
  if (folder === inside && kept && !kept.elsewhere) return { kept, folder }
  if (folder !== inside && isCluster(inside)) {
    throw new Trouble(
      `The database in ${inside} is out of reach for the system user it runs as.\n` +
        `Let that user enter the folder again, or move it: mv ${inside} ${folder}`,
    )
  }
  if (isCluster(folder) && !kept) {
    throw new Trouble(
      `There is a database in ${folder}, but its password is gone: ${keptIn(dataDir)} is missing.\n` +
        `Bring that file back from a backup. To start with an empty database instead, move this one away: mv ${folder} ${folder}.old`,
    )
  }
  if (folder !== inside) {
    say(`  The database's system user cannot enter ${dataDir}; the database is in ${folder}`)
    ownPlace(folder, dataDir, () => undefined)
  }
  const password = () => randomBytes(24).toString('base64url')
  const secrets =
    kept && isCluster(folder) ? kept : { port: 0, password: password(), superuserPassword: password() }
  return { kept: { ...secrets, elsewhere: folder === inside ? undefined : folder }, folder }
}

/** @param {string} folder */
const isCluster = (folder) => existsSync(join(folder, 'PG_VERSION'))

/**
 * An existing cluster runs as the user it belongs to.
 * @param {string} folder
 * @param {import('./account.mjs').Account} account
 */
function accountFor(folder, account) {
  const found = readIfThere(join(folder, 'PG_VERSION'))?.trim()
  if (!found) return account
  if (found !== version) {
    throw new Trouble(`The database in ${folder} is of PostgreSQL ${found}; this Deskwell brings ${version}.`)
  }
  const { uid, gid } = statSync(folder)
  if (account.uid === undefined || uid === 0) return account
  return { uid, gid }
}
