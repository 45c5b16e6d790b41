import { checkEnvironment } from '@/lib/environment'

/** Where Deskwell lives, as configured. Never taken from a request. */
export interface Site {
  /** Scheme and host, as browsers send it in `Origin`. */
  readonly origin: string
  readonly https: boolean
  readonly demo: boolean
  readonly secret: string
  readonly trustedProxies: number
}

let known: Site | undefined

/** Throws when the environment does not hold together: nobody is signed in then. */
export const site = (): Site => {
  known ??= read()
  return known
}

function read(): Site {
  const { environment, problems } = checkEnvironment(process.env)
  if (!environment) throw new Error(`The environment does not fit: ${problems.join('; ')}`)
  if (!environment.authSecret) throw new Error('AUTH_SECRET is not set')
  return {
    origin: environment.appUrl,
    https: environment.appUrl.startsWith('https:'),
    demo: environment.demo,
    secret: environment.authSecret,
    trustedProxies: environment.trustedProxies,
  }
}
