const awayCodes = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '57P01', // terminated by an administrator
  '57P02', // crashed
  '57P03', // starting up
  '53300', // too many connections
])

/** Whether an error says that the database cannot be reached, rather than that we asked it something wrong. */
export const isDatabaseAway = (error: unknown) => codesOf(error).some((code) => awayCodes.has(code))

/** Whether an error says that a unique value is taken (PostgreSQL's 23505). */
export const isTaken = (error: unknown) => codesOf(error).includes('23505')

/** Whether an error says that others have held what was to be locked for longer than we wait (PostgreSQL's 55P03). */
export const isLockedOut = (error: unknown) => codesOf(error).includes('55P03')

/** Whether an error says that a transaction was ended for the sake of others (40P01, a deadlock, and 40001): nothing of it has happened. */
export const gaveWay = (error: unknown) => codesOf(error).some((code) => code === '40P01' || code === '40001')

/** Whether an error says that the database ended a statement before it was done (PostgreSQL's 57014). */
export const isCutOff = (error: unknown) => codesOf(error).includes('57014')

/** What a read finds, or `instead` where the database has ended it before it was done. */
export const unlessCutOff = <Result, Instead>(
  read: Promise<Result>,
  instead: Instead,
): Promise<Result | Instead> =>
  read.catch((error: unknown) => {
    if (isCutOff(error)) return instead
    throw error
  })

/** What PostgreSQL, the driver or the system calls an error, and what has caused it. */
export function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const joined = error instanceof AggregateError ? error.errors.flatMap(codesOf) : []
  return [...own, ...joined, ...codesOf(error.cause)]
}
