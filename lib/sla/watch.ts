import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/log'
import { fireDue } from './fire'

const everySecond = 1_000

/**
 * Looks once a second for what is due, until it is told to end. Asking an index that holds only what has a next moment
 * costs less than keeping a job for each clock, which every verb would have to move; and there is nothing to lose: what
 * is due stays due until it has happened, whichever worker is there to see it.
 */
export async function watchClocks(ending: AbortSignal) {
  while (!ending.aborted) {
    try {
      while ((await fireDue()) > 0 && !ending.aborted);
    } catch (err) {
      log.warn({ err }, 'The SLA clocks cannot be read')
    }
    await pause(everySecond, undefined, { signal: ending }).catch(() => {})
  }
}
