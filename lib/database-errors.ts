const awayCodes = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  '57P01', // terminated by an administrator
  '57P02', // crashed
  '57P03', // starting up
  '53300', // too many connections
])

/** Whether an error says that the database cannot be reached, rather than that we asked it something wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && awayCodes.has(error.code)) return true
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true
  return isDatabaseAway(error.cause)
}

/** Whether an error says that a unique value is taken (PostgreSQL's 23505). */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '23505') || isTaken(error.cause)
}

/** Whether an error says that others have held what was to be locked for longer than we wait (PostgreSQL's 55P03). */
export function isLockedOut(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '55P03') || isLockedOut(error.cause)
}

/** Whether an error says that the database ended a statement before it was done (PostgreSQL's 57014). */
export function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '57014') || isCutOff(error.cause)
}
