import { join } from 'node:path'
import { keepRunning, tool, typescript } from './children.mjs'
import { atEnd } from './ending.mjs'
import { lastLines } from './files.mjs'
import { within } from './processes.mjs'
import { Trouble } from './say.mjs'

/** @typedef {{ env: NodeJS.ProcessEnv, logs: string, changed?: () => void, dev?: boolean, silent?: boolean }} Run */

/** @param {Run} run */
export function startWeb({ env, logs, changed, dev = false, silent = false }) {
  const words = [tool('next/dist/bin/next'), dev ? 'dev' : 'start', '--port', env.PORT ?? '3000']
  const log = join(logs, 'web.log')
  const web = keepRunning(
    { name: 'web', words, log, talkative: dev, silent, env: { ...env, DESKWELL_PROCESS: 'deskwell web' } },
    changed,
  )
  atEnd(web.stop)
  return {
    pid: web.pid,
    async ready() {
      const up = await within(120_000, async () => {
        if (web.failures() >= 3) throw new Trouble(`The web server does not start:\n${lastLines(log, 12)}`)
        return answers(`http://localhost:${env.PORT}/api/health/ready`)
      })
      if (!up) throw new Trouble(`The web server does not get ready. Its log: ${log}`)
    },
  }
}

/** @param {Run} run */
export function startWorker({ env, logs, changed, dev = false, silent = false }) {
  const file = 'lib/jobs/worker.ts'
  const words = dev ? [tool('tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', file] : typescript(file)
  const worker = keepRunning(
    {
      name: 'worker',
      words,
      log: join(logs, 'worker.log'),
      talkative: dev,
      silent,
      env: { ...env, DESKWELL_PROCESS: 'deskwell worker' },
      // A job that is under way gets its time; one that is cut off runs again at the next start.
      patience: 10_000,
    },
    changed,
  )
  atEnd(worker.stop)
  return { pid: worker.pid }
}

/** @param {string} address */
const answers = async (address) => {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}
