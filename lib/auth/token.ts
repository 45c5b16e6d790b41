import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { site } from './site'

/** With `__Host-` a browser takes the cookie only over https, for this host alone and for all of it. */
export const cookieName = () => (site().https ? '__Host-deskwell.session' : 'deskwell.session')

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: site().https }) as const

/** What only this browser knows: 256 random bits. The database keeps its hash, so reading it lets nobody in. */
export const newSecret = () => randomBytes(32).toString('base64url')

export const sessionId = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** The cookie's value: `secret.signature`, both base64url. */
export const sign = (secret: string) => `${secret}.${signature(secret).toString('base64url')}`

/** The secret of a token that we signed; null for anything else. Saves the database from guesses. */
export function verify(token: unknown): string | null {
  const [, secret, signed] = (typeof token === 'string' && shape.exec(token)) || []
  if (!secret || !signed) return null
  return timingSafeEqual(Buffer.from(signed, 'base64url'), signature(secret)) ? secret : null
}

// 32 bytes are 43 characters, the last of which carries four bits only: other spellings of it are not ours.
const shape = /^([\w-]{42}[AEIMQUYcgkosw048])\.([\w-]{42}[AEIMQUYcgkosw048])$/

const signature = (secret: string) => createHmac('sha256', signingKey()).update(secret).digest()

let key: Buffer | undefined

const signingKey = () => {
  key ??= Buffer.from(hkdfSync('sha256', site().secret, '', 'deskwell session token', 32))
  return key
}
