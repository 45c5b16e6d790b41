import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/log'
import { deliverDue } from './deliver'

const everySecond = 1_000

/**
 * Looks once a second for replies whose time has come, until it is told to end. The row that waits is the job: it is
 * written with the reply, and nobody holds it, so that what a killed worker was about to send the next one sends at once.
 * The job queue would keep it locked for hours.
 */
export async function watchReplies(ending: AbortSignal) {
  while (!ending.aborted) {
    await deliverDue().catch((err) => log.warn({ err }, 'The replies that wait cannot be read'))
    await pause(everySecond, undefined, { signal: ending }).catch(() => {})
  }
}
