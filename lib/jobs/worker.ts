import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run } from 'graphile-worker'
import { disconnect } from '@/db/client'
import { watchFacts } from '@/lib/analytics/watch'
import { isDatabaseAway } from '@/lib/database-errors'
import { log } from '@/lib/log'
import { watchReplies } from '@/lib/sending/watch'
import { watchClocks } from '@/lib/sla/watch'
import { crontab, tasks } from './tasks'

const atOnce = 5

/** The queue says a line for each job it runs; only what goes wrong is worth reading every day. */
const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

const logger = new Logger(() => (level, message, about) => {
  const err = about && 'error' in about ? about.error : undefined
  // The queue writes the whole error into its sentence; the log knows what of an error may be told.
  log[levels[level]](err ? { err } : {}, message.replace(/ with error [\s\S]*/, ''))
})

const ending = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => {
    log.debug({ signal }, 'The worker ends')
    ending.abort()
  })

// The queue waits for nobody when it writes down which jobs are done. Where that is lost with its connection, the job is run
// again and finds nothing to do.
process.on('unhandledRejection', (err) => {
  if (!isDatabaseAway(err)) throw err
  log.warn({ err }, 'The queue could not write down what it has done')
})

// Beside the queue, and without it: neither a deadline, a reply nor a number waits for a job.
const watching = Promise.all([
  watchClocks(ending.signal),
  watchReplies(ending.signal),
  watchFacts(ending.signal),
])

// The queue gives up when its database is away for long. We do not: we begin again until somebody ends us.
for (let failures = 0; !ending.signal.aborted; failures++) {
  const started = performance.now()
  try {
    await work()
  } catch (err) {
    log.warn({ err }, 'The queue cannot be reached')
  }
  if (performance.now() - started > 60_000) failures = 0
  await pause(Math.min(15_000, 250 * 2 ** failures), undefined, { signal: ending.signal }).catch(() => {})
}
await watching
await disconnect()
// A connection that hangs does not keep us.
process.exit(0)

/** Runs jobs until it is told to end; jobs under way are finished first. */
async function work() {
  const runner = await run({
    connectionString: process.env.DATABASE_URL,
    taskList: tasks,
    crontab,
    concurrency: atOnce,
    maxPoolSize: atOnce + 3,
    noHandleSignals: true,
    logger,
  })
  log.info('The worker is ready')
  // It rejects when it stops by itself in the same moment.
  const stop = () => void runner.stop().catch(() => {})
  if (ending.signal.aborted) stop()
  ending.signal.addEventListener('abort', stop, { once: true })
  await runner.promise.finally(() => ending.signal.removeEventListener('abort', stop))
}
