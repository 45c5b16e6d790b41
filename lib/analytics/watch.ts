import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/log'
import { fold } from './fold'
import { rebuild } from './rebuild'

const round = 2_000

/**
 * Keeps the facts up with what happens, until it is told to end, so that whoever opens a report has little to read; and
 * computes them anew where that is needed: at first, and when the days are cut in another time zone.
 */
export async function watchFacts(ending: AbortSignal) {
  while (!ending.aborted) {
    try {
      if ((await fold()) === 'rebuild') await rebuild()
    } catch (err) {
      log.warn({ err }, 'The numbers of the reports cannot be kept')
    }
    await pause(round, undefined, { signal: ending }).catch(() => {})
  }
}
