import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { mayChange, refusalOf, sentByUs } from '@/lib/auth/same-origin'
import {
  contentSecurityPolicy,
  nonceHeader,
  pathHeader,
  postedHeader,
  secure,
} from '@/lib/auth/security-headers'
import { site } from '@/lib/auth/site'

/** Headers for every answer, and no writes from other sites. Who may do what is decided where it is done, never here. */
export function proxy(request: NextRequest) {
  const { origin, https } = site()
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy({ nonce, https, dev: process.env.NODE_ENV === 'development' })
  const response = sentByUs(request, origin) ? passed(request, nonce, policy) : refused(origin)
  secure(response.headers, policy, https)
  // Compressed on the way, events would wait for each other. A route cannot say so itself: what is set here wins.
  if (request.headers.get('accept')?.includes('text/event-stream'))
    response.headers.append('cache-control', 'no-transform')
  return response
}

function passed(request: NextRequest, nonce: string, policy: string) {
  const headers = new Headers(request.headers)
  headers.set(nonceHeader, nonce)
  headers.set('content-security-policy', policy)
  headers.delete('content-security-policy-report-only')
  // With it next-auth answers a refused sign-in as if it were none.
  headers.delete('x-auth-return-redirect')
  // Next.js holds the origin, which is ours by now, against the host once more; a proxy in front may have rewritten that.
  const origin = mayChange(request.method) && request.headers.get('origin')
  if (origin) headers.set('x-forwarded-host', new URL(origin).host)
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search)
  headers.delete(postedHeader)
  if (request.method === 'POST' && !headers.has('next-action')) headers.set(postedHeader, '1')
  return NextResponse.next({ request: { headers } })
}

const refused = (origin: string) =>
  new NextResponse(refusalOf(origin), {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

// Built files are everybody's and may be cached; their headers are in next.config.ts.
export const config = { matcher: ['/((?!_next/static/|icon\\.svg$).*)'] }
