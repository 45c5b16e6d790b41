import { createServer } from 'node:net'

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number | 'taken' | 'forbidden'>} the port, or why it cannot be had
 */
const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE'
        ? resolve('taken')
        : error.code === 'EACCES'
          ? resolve('forbidden')
          : reject(error),
    )
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const given = typeof address === 'object' ? address?.port : undefined
      server.close(() => resolve(given ?? port))
    })
  })

/** @param {number} port @param {string} [host] */
export const portIsFree = async (port, host) => typeof (await tryPort(port, host)) === 'number'

/** @param {number} port */
export const portIsForbidden = async (port) => (await tryPort(port)) === 'forbidden'

/** @param {string} [host] */
export async function freePort(host) {
  const port = await tryPort(0, host)
  if (typeof port !== 'number') throw new Error('No free port')
  return port
}
