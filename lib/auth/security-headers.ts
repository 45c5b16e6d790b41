/** Request header: the path that was asked for, so that a page can send a visitor back to it. Set by proxy.ts alone. */
export const pathHeader = 'x-path'
/** Request header: a page's form was posted without scripts. Set by proxy.ts alone. */
export const postedHeader = 'x-posted'
/** Request header: the nonce for inline scripts. Set by proxy.ts alone. */
export const nonceHeader = 'x-nonce'

interface Place {
  readonly nonce: string
  readonly https: boolean
  /** `next dev` evaluates code that it sends as text. */
  readonly dev: boolean
}

export const contentSecurityPolicy = ({ nonce, https, dev }: Place) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // Positions of menus and sizes of charts are style attributes, which take no nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

const always: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  // Addresses of tickets carry references: no other site learns them, not even our own name.
  ['referrer-policy', 'same-origin'],
  [
    'permissions-policy',
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  ],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  // Every answer is somebody's: no cache on the way, and no page in the browser's after signing out.
  ['cache-control', 'private, no-store'],
]

/** What every answer carries, whatever becomes of the request. */
export function secure(headers: Headers, policy: string, https: boolean) {
  headers.set('content-security-policy', policy)
  for (const [name, value] of always) headers.set(name, value)
  if (https) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
}
