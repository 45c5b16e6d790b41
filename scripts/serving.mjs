import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIsStale } from './build.mjs'
import { readJson, writePrivately } from './files.mjs'
import { identify, isAlive } from './processes.mjs'
import { root } from './root.mjs'
import { Trouble } from './say.mjs'

/**
 * Who serves pages from which folder. Beside the sources, not in a data folder: one clone may serve many of those.
 * @typedef {{ readonly keeper: import('./processes.mjs').Process, readonly folder: string }} Server
 */

const here = join(root, 'node_modules', '.deskwell-serving')
const folders = ['.next', '.next-beside']

/**
 * Takes a folder to serve from until this process ends: the build of these sources, or one that may be built anew because
 * nobody serves from it. To build where somebody does would pull their pages away.
 * @param {{ notes?: string, stale?: (folder: string) => boolean }} [place]
 */
export function folderToServe({ notes = here, stale = buildIsStale } = {}) {
  const free = (/** @type {string} */ folder) => !isServed(folder, notes)
  const folder = folders.find((folder) => !stale(folder)) ?? folders.find(free)
  if (!folder)
    throw new Trouble(
      'Two Deskwells serve other states of these sources already. End one of them, or use another clone.',
    )
  const note = join(notes, `${process.pid}.json`)
  writePrivately(note, JSON.stringify({ keeper: identify(process.pid), folder: join(root, folder) }))
  return { folder, release: () => rmSync(note, { force: true }) }
}

/** @param {string} folder @param {string} notes */
function isServed(folder, notes) {
  mkdirSync(notes, { recursive: true })
  return readdirSync(notes).some((name) => {
    /** @type {Server | undefined} */
    const server = readJson(join(notes, name))
    // What a killed one left behind.
    if (server && !isAlive(server.keeper)) rmSync(join(notes, name), { force: true })
    return server !== undefined && isAlive(server.keeper) && server.folder === join(root, folder)
  })
}
