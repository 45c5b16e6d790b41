import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkEnvironment } from '../lib/environment.ts'
import { readIfThere, writePrivately } from './files.mjs'
import { root } from './root.mjs'
import { Trouble } from './say.mjs'

/** @typedef {import('../lib/environment.ts').Environment} Settings  with `dataDir` made absolute */

/**
 * The environment, completed from `.env.local` and `.env`; what is set already stays.
 * @returns {Settings}
 */
export function readSettings() {
  for (const name of ['.env.local', '.env']) {
    if (existsSync(join(root, name))) process.loadEnvFile(join(root, name))
  }
  const { environment, problems } = checkEnvironment(process.env)
  if (!environment) {
    const list = problems.map((problem) => `  - ${problem}`).join('\n')
    throw new Trouble(`These settings do not work:\n\n${list}\n\nSee docs/configuration.md.`)
  }
  return { ...environment, dataDir: resolve(root, environment.dataDir) }
}

/**
 * What every process of a running Deskwell is told.
 * @param {Settings} settings
 * @param {string} databaseUrl
 * @param {'production' | 'development'} [mode]
 * @returns {NodeJS.ProcessEnv}
 */
export const childEnvironment = (settings, databaseUrl, mode = 'production') => ({
  ...process.env,
  NODE_ENV: mode,
  PORT: String(settings.port),
  APP_URL: settings.appUrl,
  DATABASE_URL: databaseUrl,
  AUTH_SECRET: settings.authSecret ?? keptSecret(settings.dataDir),
  DATA_DIR: settings.dataDir,
  LOG_LEVEL: settings.logLevel,
  DESKWELL_DEMO: settings.demo ? '1' : '0',
  NEXT_TELEMETRY_DISABLED: '1',
})

/** @param {string} dataDir */
function keptSecret(dataDir) {
  const path = join(dataDir, 'auth-secret')
  const kept = readIfThere(path)?.trim()
  if (kept) return kept
  const secret = randomBytes(33).toString('base64url')
  writePrivately(path, `${secret}\n`)
  return secret
}
