import { join } from 'node:path'
import { migrateOrExplain, openDatabase } from '../database.mjs'
import { atEnd, endOnSignal } from '../ending.mjs'
import { runningInstance, takeInstance } from '../instance.mjs'
import { startWorker } from '../production.mjs'
import { say } from '../say.mjs'
import { childEnvironment, readSettings } from '../settings.mjs'

/** One more worker for the running Deskwell or for `DATABASE_URL`; alone, with the embedded database. */
export async function worker() {
  const settings = readSettings()
  endOnSignal({ exitCode: 0, farewell: 'Ending …' })
  say('Deskwell worker\n')
  const running = settings.databaseUrl ?? runningInstance(settings.dataDir)?.databaseUrl
  if (running) await migrateOrExplain(running)
  const databaseUrl = running ?? (await openOwn(settings))
  const env = childEnvironment(settings, databaseUrl)
  startWorker({ env, logs: join(settings.dataDir, 'logs') })
  say('\nThe worker is running. End it with Ctrl-C')
  await new Promise(() => {})
}

/** @param {import('../settings.mjs').Settings} settings */
async function openOwn(settings) {
  const instance = await takeInstance(settings.dataDir, { command: 'npm run worker', lasting: true })
  atEnd(instance.release)
  const databaseUrl = await openDatabase(settings)
  instance.tell({ databaseUrl })
  return databaseUrl
}
