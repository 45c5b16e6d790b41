const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

export const mayChange = (method: string) => !reading.has(method)

interface Asked {
  readonly method: string
  readonly headers: Pick<Headers, 'get'>
}

/**
 * Whether a request that changes something was sent by a page of ours. Browsers name the origin of every POST, so one
 * without it, or with `null` (a sandboxed frame), is refused too. Host headers have no say: a proxy may pass them on
 * from anybody.
 */
export function sentByUs(request: Asked, ours: string): boolean {
  if (!mayChange(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  return origin === ours || (origin !== null && sameMachine(origin, ours))
}

/** `localhost` and `127.0.0.1` with the same port are one place; people open both. */
const sameMachine = (origin: string, ours: string) => {
  const [one, other] = [loopbackPort(origin), loopbackPort(ours)]
  return one !== undefined && one === other
}

const loopbackPort = (origin: string) =>
  /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.exec(origin)?.[1]

/** For the person who opened Deskwell under another address than the configured one. */
export const refusalOf = (ours: string) =>
  `This request did not come from a page of ${ours}, so nothing was changed. If you opened Deskwell under another address, open it there, or set APP_URL to the address you use.\n`
