import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { site } from '@/lib/auth/site'

/**
 * What stands in the link of a wallboard: `uid.signature`, short enough to be typed with a remote control. The database
 * keeps no secret of it, so reading the database opens no screen; with another AUTH_SECRET all links are others.
 */
export const tokenOf = (uid: string) => `${plain(uid)}.${signature(plain(uid))}`

/** The uid of a token that we signed; null for anything else. Saves the database from guesses. */
export function uidOf(token: string): string | null {
  const [, name, signed] = shape.exec(token) ?? []
  if (!name || !signed) return null
  const fits = timingSafeEqual(Buffer.from(signed), Buffer.from(signature(name)))
  return fits ? name.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
}

/** Base 16 alone: letters and digits that are found on every keyboard, and cannot be mistaken for one another. */
const shape = /^([0-9a-f]{32})\.([0-9a-f]{32})$/

const plain = (uid: string) => uid.replaceAll('-', '')

/** Half of an HMAC-SHA-256: 128 bits. */
const signature = (name: string) => createHmac('sha256', key()).update(name).digest('hex').slice(0, 32)

const key = () => Buffer.from(hkdfSync('sha256', site().secret, '', 'deskwell wallboard', 32))
