import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** @param {string} path @returns {string | undefined} */
export const readIfThere = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * For our own files. A torn or foreign one counts as missing.
 * @param {string} path
 * @returns {any}
 */
export const readJson = (path) => {
  const text = readIfThere(path)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Readable by its owner only, and never seen half written.
 * @param {string} path
 * @param {string} text
 */
export const writePrivately = (path, text) => {
  // Also keeps the owner: root may have been here in between.
  if (readIfThere(path) === text) return
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.draft`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, path)
}

/** @param {string} path @param {number} count */
export const lastLines = (path, count) =>
  (readIfThere(path) ?? '').trimEnd().split('\n').slice(-count).join('\n')
