import { z } from 'zod'

// Read by the supervisor on plain Node, which strips types but knows no path aliases: import packages only.

const exampleSecret = /change.?me|your.?secret|replace.?(me|this)|example|insecure|do.?not.?use|deskwell/i

const blankAsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value

const unlessBlank = <Piece extends z.ZodType>(piece: Piece) => z.preprocess(blankAsUnset, piece.optional())

/** Above those of the system; https://fetch.spec.whatwg.org/#port-blocking has them all. */
const blockedPorts = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10_080,
])

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, like 3000')
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, 'must be between 1 and 65535')
  .refine((number) => !blockedPorts.has(number), 'is a port that browsers open no page on; take another one')

const appUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address like https://help.example.com' })
  .transform((address) => new URL(address))
  // next-auth would take a path for its own base path and refuse every sign-in.
  .refine((url) => url.pathname === '/' && !url.search && !url.hash, 'must not have a path')
  .transform((url) => url.origin)

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be like postgres://user:password@host:5432/database',
})

const authSecret = z
  .string()
  .min(32, 'must have at least 32 characters; `openssl rand -base64 33` makes a good one')
  .refine((secret) => !exampleSecret.test(secret), 'is an example from somewhere; make your own')
  .refine((secret) => new Set(secret).size >= 10, 'is too easy to guess; make a random one')

const switched = z
  .enum(['0', '1', 'false', 'true'], 'must be 1 or 0')
  .transform((value) => value === '1' || value === 'true')

const proxies = z
  .string()
  .regex(/^\d$/, 'must be how many reverse proxies of yours are in front, like 1')
  .transform(Number)

const variables = z.object({
  PORT: unlessBlank(port),
  APP_URL: unlessBlank(appUrl),
  DATABASE_URL: unlessBlank(databaseUrl),
  AUTH_SECRET: unlessBlank(authSecret),
  DATA_DIR: unlessBlank(z.string()),
  LOG_LEVEL: unlessBlank(
    z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be one of trace, debug, info, warn, error, fatal, silent',
    ),
  ),
  DESKWELL_DEMO: unlessBlank(switched),
  TRUST_PROXY: unlessBlank(proxies),
})

export interface Environment {
  readonly port: number
  /** Scheme and host, without a slash at the end. */
  readonly appUrl: string
  /** Absent: the embedded database. */
  readonly databaseUrl: string | undefined
  /** Absent: one is made and kept in the data folder. */
  readonly authSecret: string | undefined
  /** As written, relative to the project's folder or absolute. */
  readonly dataDir: string
  readonly logLevel: string
  readonly demo: boolean
  /** How many reverse proxies in front may say where a request came from. */
  readonly trustedProxies: number
}

export type EnvironmentCheck =
  | { readonly environment: Environment; readonly problems: readonly [] }
  | { readonly environment: undefined; readonly problems: readonly string[] }

/** One problem for each variable, all at once, each a sentence that starts with the variable's name. */
export function checkEnvironment(source: Readonly<Record<string, string | undefined>>): EnvironmentCheck {
  const { success, data: given, error } = variables.safeParse(source)
  if (!success) {
    const first = new Map(error.issues.toReversed().map((issue) => [issue.path.join('.'), issue.message]))
    return {
      environment: undefined,
      problems: Object.keys(variables.shape).flatMap((name) =>
        first.has(name) ? [`${name} ${first.get(name)}`] : [],
      ),
    }
  }
  const port = given.PORT ?? 3000
  return {
    problems: [],
    environment: {
      port,
      appUrl: given.APP_URL ?? `http://localhost:${port}`,
      databaseUrl: given.DATABASE_URL,
      authSecret: given.AUTH_SECRET,
      dataDir: given.DATA_DIR ?? '.data',
      logLevel: given.LOG_LEVEL ?? 'info',
      demo: given.DESKWELL_DEMO ?? false,
      trustedProxies: given.TRUST_PROXY ?? 0,
    },
  }
}
