import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { migrate } from '../db/migrate.ts'
import { atEnd, isEnding } from './ending.mjs'
import { runningInstance, takeInstance } from './instance.mjs'
import { openEmbedded } from './postgres/embedded.mjs'
import { within } from './processes.mjs'
import { say, step, Trouble } from './say.mjs'

/**
 * The database that `DATABASE_URL` names, or the embedded one, kept running until the command ends; migrated.
 * @param {import('./settings.mjs').Settings} settings
 */
export async function openDatabase({ databaseUrl, dataDir }) {
  const url = databaseUrl ?? (await step('Starting the database', () => keepEmbedded(dataDir)))
  await step('Bringing its tables up to date', () => migrateOrExplain(url))
  return url
}

/**
 * The database of a running Deskwell, or its data folder's own, opened for this command.
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} command
 */
export async function openKept(settings, command) {
  // A Deskwell that is just starting says its database in a moment.
  await within(60_000, () => {
    const instance = runningInstance(settings.dataDir)
    return !instance?.lasting || instance.databaseUrl !== undefined
  })
  const running = runningInstance(settings.dataDir)?.databaseUrl
  if (running) return running
  const instance = await takeInstance(settings.dataDir, { command, lasting: false })
  atEnd(instance.release)
  return openDatabase(settings)
}

/**
 * Whether the demo company is in it (db/seed/found.ts).
 * @param {string} url
 */
export async function holdsDemo(url) {
  const sql = postgres(url, { max: 1, connection: { application_name: 'deskwell start' } })
  try {
    const found = await sql`select from settings where key = 'demo'`
    return found.length > 0
  } finally {
    await sql.end()
  }
}

/** @param {string} url */
export async function migrateOrExplain(url) {
  try {
    await migrate(url)
  } catch (error) {
    const { host } = new URL(url)
    const reason = error instanceof Error ? error.message || ('code' in error && error.code) : error
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
    const advice = mayNot.some((words) => `${reason}${cause}`.includes(words))
      ? '\nWhat its administrator prepares once is in docs/configuration.md, “Your own PostgreSQL”.'
      : ''
    throw new Trouble(`The database at ${host} could not be prepared: ${reason}${cause}${advice}`)
  }
}

/** What PostgreSQL says to a user that lacks a right. */
const mayNot = ['permission denied', 'must have', 'must be owner']

/** @param {string} dataDir */
async function keepEmbedded(dataDir) {
  const database = await openEmbedded(dataDir)
  const watch = async () => {
    for (;;) {
      await database.ended()
      if (isEnding()) return
      say('  database ended; starting it again')
      await database.restart().catch((error) => say(`  ${error.message}`))
      await pause(500)
    }
  }
  watch()
  return database.url
}
