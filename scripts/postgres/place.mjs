import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readIfThere, writePrivately } from '../files.mjs'
import { Trouble } from '../say.mjs'
import { canEnter } from './account.mjs'

const elsewhere = ['/var/lib/deskwell', '/opt/deskwell', '/srv/deskwell']

/**
 * The folder itself where the server's account can get at it, else one outside that stands for it.
 * @param {string} wanted absolute
 * @param {import('./account.mjs').Account} account
 */
export function reachable(wanted, account) {
  if (canEnter(nearestExisting(dirname(wanted)), account)) return wanted
  return join(openFolder(account), nameFor(wanted))
}

/**
 * A folder outside every home that the server's account can enter; made when there is none.
 * @param {import('./account.mjs').Account} account
 * @param {readonly string[]} [candidates]
 */
export function openFolder(account, candidates = elsewhere) {
  for (const candidate of candidates) {
    try {
      if (!existsSync(candidate)) {
        mkdirSync(candidate, { recursive: true })
        chmodSync(candidate, 0o755)
      }
    } catch {
      continue
    }
    if (canEnter(candidate, account)) return candidate
  }
  throw new Trouble(
    `The database's system user can enter neither this folder nor ${candidates.join(', ')}.\n` +
      'Move the clone, set DATA_DIR to a folder that every user may enter, or set DATABASE_URL.',
  )
}

/**
 * A copied clone carries the note of where the original's database is; two servers must never share one. The owner is
 * written down beside the data: if it still uses the place, the copy does not get it; if it moved, it does.
 * @param {string} place
 * @param {string} owner the data folder that the place stands for
 * @param {(owner: string) => string | undefined} placeUsedBy
 */
export function ownPlace(place, owner, placeUsedBy) {
  const note = `${place}.owner`
  const other = readIfThere(note)?.trim()
  if (other && other !== owner && placeUsedBy(other) === place) return false
  writePrivately(note, `${owner}\n`)
  return true
}

/** @param {string} path */
const nameFor = (path) => createHash('sha256').update(path).digest('hex').slice(0, 16)

/** @param {string} path @returns {string} */
const nearestExisting = (path) => (existsSync(path) ? path : nearestExisting(dirname(path)))
