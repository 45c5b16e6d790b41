import { AsyncLocalStorage } from 'node:async_hooks'

const moments = new AsyncLocalStorage<Date>()

/** Everything `work` writes happened at `moment`: for histories that are told afterwards (seed data, tests, imports). */
export const at = <Result>(moment: Date, work: () => Promise<Result>): Promise<Result> =>
  moments.run(moment, work)

/** The moment set by `at`, if any. */
export const givenMoment = () => moments.getStore()

export const now = () => givenMoment() ?? new Date()
