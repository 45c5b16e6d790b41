import { createServer } from 'node:net'

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number | undefined>} the port, or nothing when it is taken
 */
const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    )
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })

/** @param {number} port @param {string} [host] */
export const portIsFree = async (port, host) => (await tryPort(port, host)) !== undefined

/** @param {string} [host] */
export async function freePort(host) {
  const port = await tryPort(0, host)
  if (!port) throw new Error('No free port')
  return port
}
