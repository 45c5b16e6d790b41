import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runChild, tool } from './children.mjs'
import { atEnd } from './ending.mjs'
import { readIfThere, writePrivately } from './files.mjs'
import { holdFile } from './instance.mjs'
import { root } from './root.mjs'
import { step, Trouble } from './say.mjs'

const folders = ['app', 'components', 'db', 'lib', 'public']
const files = [
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tailwind.config.ts',
  'tsconfig.json',
]

/**
 * Builds the web application unless the build that is there was made from the same sources.
 * @param {{ env: NodeJS.ProcessEnv, log: string, folder: string }} how
 */
export async function buildIfStale({ env, log, folder }) {
  if (!buildIsStale(folder)) return
  await step('Building the web application', async () => {
    const release = await holdFile(join(root, 'node_modules', '.deskwell-build.json'), 'another build')
    try {
      // Whoever held it may have built what we need.
      if (!buildIsStale(folder)) return
      const sources = hashOfSources()
      rmSync(stampIn(folder), { force: true })
      const building = runChild({
        name: 'build',
        words: [tool('next/dist/bin/next'), 'build'],
        env: {
          ...env,
          NODE_ENV: 'production',
          DESKWELL_BUILD: folder,
          NEXT_PUBLIC_BUILD: sources.slice(0, 12),
        },
        log,
      })
      atEnd(building.stop)
      if (!(await building.succeeded)) throw new Trouble(`The build failed. Its log: ${log}`)
      writePrivately(stampIn(folder), sources)
    } finally {
      release()
    }
  })
}

/** @param {string} folder */
export const buildIsStale = (folder) =>
  !existsSync(join(root, folder, 'BUILD_ID')) || readIfThere(stampIn(folder)) !== hashOfSources()

/** @param {string} folder */
const stampIn = (folder) => join(root, folder, 'deskwell-sources')

function hashOfSources() {
  const hash = createHash('sha256')
  const paths = [...folders.flatMap((folder) => filesUnder(join(root, folder))), ...files.map(inRoot)]
  for (const path of paths.filter((path) => existsSync(path)).sort()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string} */
const inRoot = (path) => join(root, path)

/** @param {string} folder */
const filesUnder = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
    : []
