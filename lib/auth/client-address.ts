import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'

const forwarded = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

// Kept outside the module: the server's start and its routes are separate bundles.
const server = globalThis as typeof globalThis & { deskwellKnowsAddresses?: true }

/**
 * Makes `x-forwarded-for` of every request the address it came from, before anything reads it: the socket's, or with
 * `proxies` of our own in front, what the outermost of them saw. Anybody can send these headers; Next.js would believe them.
 */
export function knowAddresses(proxies: number) {
  if (server.deskwellKnowsAddresses) return
  server.deskwellKnowsAddresses = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage }
    const address = addressSeen(request, proxies)
    if (proxies === 0) for (const name of forwarded) delete request.headers[name]
    request.headers['x-forwarded-for'] = address
  })
}

/** The network somebody calls from; one word for all when addresses are not known. */
export const addressOf = (headers: Pick<Headers, 'get'>) =>
  server.deskwellKnowsAddresses ? network(headers.get('x-forwarded-for') ?? '') : 'unknown'

export const addressSeen = (request: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number) => {
  const socket = request.socket.remoteAddress ?? ''
  if (proxies === 0) return socket
  const hops = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
  // Fewer hops than proxies: the request came around them.
  return hops.at(-proxies) || socket
}

/** An IPv4 address, or the /64 of an IPv6 address: whoever has one of its addresses has them all. */
export function network(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return 'unknown'
  const [head = '', tail] = bare.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array(8 - groups.length - after.length).fill('0')
  const first = [...groups, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/64`
}
