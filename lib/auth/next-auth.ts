import NextAuth, { type AuthError, CredentialsSignin, type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { Refused, TooMany } from '@/lib/errors'
import { log } from '@/lib/log'
import { emailAddress } from '@/lib/people/email'
import { addressOf } from './client-address'
import { enter } from './enter'
import { nextPath } from './next-path'
import { typedPassword } from './password'
import { lifetime, revokeSession } from './sessions'
import { site } from './site'
import { cookieName, cookieOptions, sign, verify } from './token'
import { viewerOf } from './viewer-of'

/** A sign-in that was turned down; `reason` is the error that says why. */
export class TurnedDown extends CredentialsSignin {
  constructor(readonly reason: unknown) {
    super()
  }
}

const typed = z.object({ email: emailAddress, password: typedPassword('Password') })

const credentials = Credentials({
  credentials: { email: {}, password: {} },
  authorize: async (given, request) => {
    try {
      const from = { address: addressOf(request.headers), userAgent: request.headers.get('user-agent') }
      return { id: await enter(typed.parse(given), from, secretIn(request.headers)) }
    } catch (error) {
      throw new TurnedDown(error)
    }
  },
})

const configuration = (): NextAuthConfig => {
  const { origin, https, secret } = site()
  // Its links and its cookies' names follow this, and would follow the Host header without it.
  process.env.AUTH_URL = origin
  return {
    secret,
    trustHost: true,
    basePath: '/api/auth',
    useSecureCookies: https,
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [credentials],
    session: { strategy: 'jwt', maxAge: lifetime.days * 86_400 },
    cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
    // The token is the session's secret, signed: everything else about a session is in the database.
    jwt: {
      encode: async ({ token }) => (typeof token?.sid === 'string' ? sign(token.sid) : ''),
      decode: async ({ token }) => {
        const sid = verify(token)
        return sid && (await viewerOf(token)) ? { sid } : null
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) =>
        `${origin}${nextPath(url.startsWith(origin) ? url.slice(origin.length) : url) ?? '/'}`,
    },
    events: {
      signOut: async (ended) => {
        if ('token' in ended && typeof ended.token?.sid === 'string') await revokeSession(ended.token.sid)
      },
    },
    logger: { error: tell, warn: (code) => log.warn({ code }, 'next-auth'), debug: () => {} },
  }
}

export const { handlers, signIn, signOut } = NextAuth(configuration)

/** Anybody can cause most of next-auth's own errors with a made-up request: they get a line, and no stack. */
function tell(error: Error) {
  const { type, cause } = error as AuthError
  const reason = error instanceof TurnedDown ? error.reason : cause?.err
  if (reason === undefined) log.warn({ type }, 'next-auth')
  else if (!expected(reason)) log.error({ err: reason, type }, 'next-auth')
}

const expected = (reason: unknown) =>
  reason instanceof Refused ||
  reason instanceof TooMany ||
  reason instanceof z.ZodError ||
  // What next-auth makes of a token that `decode` does not know.
  (reason instanceof Error && reason.message === 'Invalid JWT')

const secretIn = (headers: Headers) => {
  const pair = (headers.get('cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(`${cookieName()}=`))
  return verify(pair?.slice(cookieName().length + 1)) ?? undefined
}
