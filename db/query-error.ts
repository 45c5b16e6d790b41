import { inspect } from 'node:util'
import { DrizzleQueryError } from 'drizzle-orm/errors'

/** A failed query without its parameters and without the row it was about: those are what people wrote. */
export const told = (error: DrizzleQueryError) => ({
  message: `Failed query: ${error.query}`,
  frames: (error.stack ?? '')
    .slice((error.stack ?? '').indexOf(error.message) + error.message.length)
    .trimStart(),
  ...('digest' in error && { digest: String(error.digest) }),
  cause: error.cause && {
    message: error.cause.message,
    ...('code' in error.cause && { code: String(error.cause.code) }),
    ...('constraint_name' in error.cause && { constraint: String(error.cause.constraint_name) }),
  },
})

// Next.js and Node print an error that nobody caught themselves, with all its properties.
Object.defineProperty(DrizzleQueryError.prototype, inspect.custom, {
  configurable: true,
  value(this: DrizzleQueryError) {
    const { message, frames, ...rest } = told(this)
    return `${message}\n    ${frames}\n  ${inspect(rest, { breakLength: Number.POSITIVE_INFINITY })}`
  },
})
