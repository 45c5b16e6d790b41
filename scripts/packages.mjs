// Runs on Node 20 with nothing installed: built-in modules only.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { holdFile } from './instance.mjs'
import { isForsaken } from './processes.mjs'
import { root } from './root.mjs'
import { step, Trouble } from './say.mjs'

const oldestNode = [22, 22]
const binaries = join(root, 'node_modules', '.bin')

/** @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean, peer?: boolean }} Locked */

/**
 * npm leaves a list of what it installed; an interrupted install leaves none. A package that is only for another
 * platform may be missing.
 * @param {{ dev: boolean }} wanted
 */
export function packagesAreCurrent({ dev }) {
  const locked = lockedPackages('package-lock.json')
  const installed = lockedPackages(join('node_modules', '.package-lock.json'))
  if (!locked || !installed) return false
  return Object.entries(locked).every(([path, { version, ...kind }]) => {
    if (path === '') return true
    const present = installed[path]
    if (present) return present.version === version
    return Boolean(kind.optional || kind.devOptional || (kind.dev && !dev))
  })
}

/** @param {{ dev: boolean }} wanted */
export const installPackages = ({ dev }) =>
  step('Installing packages (the first time this takes a minute or two)', async () => {
    // Beside the folder that `npm ci` removes first. Two that install into it at once pull it from under each other.
    const release = await holdFile(join(root, '.installing.json'), 'another installation')
    try {
      if (!packagesAreCurrent({ dev })) await install({ dev })
    } finally {
      release()
    }
  })

/** @param {{ dev: boolean }} wanted */
async function install({ dev }) {
  // The Node that started npm: the pinned one lives in the folder that `npm ci` removes first.
  const node = process.env.npm_node_execpath ?? process.execPath
  const npm = process.env.npm_execpath
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(dev ? ['--include=dev'] : [])]
  const installing =
    npm?.endsWith('.js') && existsSync(node)
      ? spawn(node, [npm, ...words], { cwd: root })
      : spawn('npm', words, { cwd: root, shell: process.platform === 'win32' })
  let output = ''
  installing.stdout.on('data', (text) => {
    output += text
  })
  installing.stderr.on('data', (text) => {
    output += text
  })
  const watch = setInterval(() => isForsaken() && installing.kill(), 250)
  /** @type {number | null} */
  const code = await new Promise((resolve, reject) => installing.on('close', resolve).on('error', reject))
  clearInterval(watch)
  if (isForsaken()) process.exit(1)
  if (code !== 0) throw new Trouble(`npm ci failed:\n\n${output.trim()}`)
}

export const nodeIsRecent = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/** Continues this command under the Node that came with the packages. Ends with it, and it with us. */
export function continueUnderPinnedNode() {
  const node = join(binaries, process.platform === 'win32' ? 'node.cmd' : 'node')
  if (process.env.DESKWELL_NODE || !existsSync(node)) {
    throw new Trouble(
      `Deskwell needs Node ${oldestNode.join('.')} or later; this is ${process.versions.node}. See https://nodejs.org`,
    )
  }
  const pinned = spawn(node, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DESKWELL_NODE: 'pinned' },
    shell: process.platform === 'win32',
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => pinned.kill(signal))
  }
  pinned.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}

/** Children find the pinned Node and the tools first. */
export function putToolsOnPath() {
  const path = process.env.PATH ?? ''
  if (!path.split(delimiter).includes(binaries)) process.env.PATH = `${binaries}${delimiter}${path}`
}

/**
 * @param {string} path
 * @returns {Record<string, Locked> | undefined}
 */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return undefined
  }
}
