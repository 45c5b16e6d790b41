import { DrizzleQueryError } from 'drizzle-orm/errors'
import pino, { type DestinationStream } from 'pino'
import { told } from '@/db/query-error'

const secrets = [
  'password',
  'passwordHash',
  'token',
  'secret',
  'cookie',
  'authorization',
  'set-cookie',
  'body',
  'params',
]

const settings: pino.LoggerOptions = {
  level: process.env.LOG_LEVEL || 'info',
  base: { process: process.env.DESKWELL_PROCESS ?? 'deskwell' },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
    censor: '[redacted]',
  },
  serializers: { err: described },
}

export const logTo = (destination?: DestinationStream) => pino(settings, destination)

/** What happened, as JSON lines, without what people wrote and what lets them in. An error goes under `err`. */
export const log = logTo()

/** Name, message and stack, down to the first cause. */
function described(error: unknown): object {
  if (error instanceof DrizzleQueryError) return told(error)
  if (!(error instanceof Error)) return { message: String(error) }
  return {
    name: error.name,
    message: error.message,
    ...('code' in error && { code: error.code }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: described(error.cause) }),
  }
}
