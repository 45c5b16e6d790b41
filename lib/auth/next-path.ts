/** Pages that a sign-in must not lead to: they would lead back here, or are no pages. */
const elsewhere = /^\/(sign-in|sign-out|signed-out|setup|api|_next)(?![^/?#])/i

/** The path with query to go to after signing in, if it is one of this site; otherwise undefined. */
export function nextPath(wanted: unknown): string | undefined {
  if (typeof wanted !== 'string' || wanted.length > 2000) return undefined
  // Browsers drop tabs and line breaks, and read a backslash as a slash: `/\evil.test` is another site.
  if (!/^\/(?!\/)[!-[\]-~]*$/.test(wanted)) return undefined
  const path = resolved(wanted)
  // Dots resolve to a path with two slashes in `/.//evil.test`; an encoded separator may be decoded by somebody else.
  if (!path || path.startsWith('//') || hidden.test(path) || elsewhere.test(path)) return undefined
  return path
}

/** The address of a sign-in, or of what leads to one, that leads back to `next`. */
export const withNext = (path: string, next: string | undefined) =>
  next && next !== '/' ? `${path}?next=${encodeURIComponent(next)}` : path

const base = 'https://deskwell.invalid'

const resolved = (wanted: string) => {
  try {
    const url = new URL(wanted, base)
    return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : undefined
  } catch {
    return undefined
  }
}

/** In the path, not in the query: an encoded slash, backslash, control character or percent sign. */
const hidden = /^[^?#]*%(2f|5c|25|0[0-9a-f]|1[0-9a-f]|7f)/i
