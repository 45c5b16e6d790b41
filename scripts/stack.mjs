import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { migrateOrExplain } from './database.mjs'
import { seedDemo } from './demo.mjs'
import { atEnd } from './ending.mjs'
import { freePort } from './ports.mjs'
import { openThrowaway } from './postgres/throwaway.mjs'
import { startWeb, startWorker } from './production.mjs'
import { step } from './say.mjs'
import { folderToServe } from './serving.mjs'
import { childEnvironment, readSettings } from './settings.mjs'

/**
 * A whole Deskwell of its own, as in production and with the demo company, gone when the command ends. It shares
 * nothing with the one that a developer may be running: not the database, the port, the data folder or the secret.
 * @param {{ durable?: boolean }} [database]
 */
export async function openStack(database) {
  const { dataDir } = readSettings()
  const cluster = await step('Starting a database for this run', () => openThrowaway(database))
  await migrateOrExplain(cluster.url)

  const port = await freePort()
  const settings = {
    port,
    // Next and next-auth redirect to localhost, so cookies must be made there.
    appUrl: `http://localhost:${port}`,
    databaseUrl: undefined,
    authSecret: undefined,
    dataDir: cluster.home,
    logLevel: 'info',
    demo: true,
    trustedProxies: 0,
  }
  const { folder, release } = folderToServe()
  atEnd(release)
  const env = { ...childEnvironment(settings, cluster.url), DESKWELL_BUILD: folder }
  // They outlive the run: somebody will want to know why it failed.
  const logs = join(dataDir, 'logs', 'tests')
  await Promise.all([seedDemo(env, logs), buildIfStale({ env, log: join(logs, 'build.log'), folder })])

  // Stories provoke errors all the time; the logs have them.
  const worker = startWorker({ env, logs, silent: true })
  const web = startWeb({ env, logs, silent: true })
  await step('Starting web and worker', web.ready)
  return {
    logs,
    /** What a program needs to arrange things in it and to look at it. */
    env: {
      ...env,
      DESKWELL_WEB_PID: String(web.pid()),
      DESKWELL_WORKER_PID: String(worker.pid()),
      DESKWELL_SUPERUSER_URL: cluster.superuserUrl,
      DESKWELL_LOGS: logs,
    },
  }
}
