import { execFileSync, spawnSync } from 'node:child_process'
import { Trouble } from '../say.mjs'

/**
 * Whom the server runs as. Empty: as ourselves.
 * @typedef {{ readonly uid?: number, readonly gid?: number }} Account
 */

const asRoot = process.getuid?.() === 0

/** PostgreSQL refuses to run as root, so root hands it to the user `postgres`, made here when there is none. */
export function serverAccount() {
  if (!asRoot) return {}
  const known = lookUp()
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' })
  } catch (error) {
    throw new Trouble(
      `As root, Deskwell runs its database as the system user "postgres", which could not be made (${error}).\n` +
        'Make one, run Deskwell as an ordinary user, or set DATABASE_URL.',
    )
  }
  return lookUp() ?? {}
}

/**
 * Whether that account can work in the folder. Asked of the system itself, so that access lists and mounts count.
 * @param {string} folder
 * @param {Account} account
 */
export const canEnter = (folder, account) =>
  account.uid === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd "$1" && [ -r . ]', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
    .status === 0

const lookUp = () => {
  const id = (/** @type {string} */ flag) =>
    spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout?.trim() || undefined
  const uid = id('-u')
  const gid = id('-g')
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}
