import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

// Kept outside the module: the server's start and its routes are separate bundles.
const server = globalThis as typeof globalThis & { deskwellReadsAddresses?: true }

/**
 * Makes an address that cannot be read, as `/tickets/%ff`, one at which there is nothing. Next.js would fail on it, before anything of
 * ours has a say.
 */
export function mendAddresses() {
  if (server.deskwellReadsAddresses) return
  server.deskwellReadsAddresses = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage }
    request.url = readable(request.url ?? '/')
  })
}

export function readable(address: string): string {
  const [path = ''] = address.split('?')
  try {
    decodeURIComponent(path)
    return address
  } catch {
    return path.startsWith('/api/') ? '/api/nothing' : '/nothing'
  }
}
