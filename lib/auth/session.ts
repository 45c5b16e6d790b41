import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { SignedOut } from '@/lib/errors'
import { guarded, type Tx } from '@/lib/transaction'
import { isAdmin, isAgent, isCustomer, isSupervisor, type Viewer } from '@/lib/viewer'
import { endActs } from './acts'
import { nextPath, withNext } from './next-path'
import { pathHeader, postedHeader } from './security-headers'
import { holdSession } from './sessions'
import { cookieName, sessionId, verify } from './token'
import { viewerOf } from './viewer-of'

/** Who is signed in, or null. Asked once per request, however many ask. */
export const currentViewer = cache(
  async (): Promise<Viewer | null> => viewerOf((await cookies()).get(cookieName())?.value),
)

/** The identifier of the session that asks, alive or not: for an answer that goes on after `currentViewer` was asked. */
export async function currentSession() {
  const secret = await currentSecret()
  return secret && sessionId(secret)
}

/** What only this browser knows. */
export const currentSecret = async () => verify((await cookies()).get(cookieName())?.value)

/** Does something in the name of whoever is signed in: no transaction of it goes on once their session has ended. */
export const inNameOf = <Result>(viewer: Viewer, work: () => Promise<Result>): Promise<Result> =>
  inSession(viewer, work, async () => {})

/** As `inNameOf`, for what ends sessions but this one, of which it is given the secret: of two at once neither waits for the other. */
export const aloneInNameOf = <Result>(
  viewer: Viewer,
  work: (secret: string) => Promise<Result>,
): Promise<Result> => inSession(viewer, work, endActs)

async function inSession<Result>(
  viewer: Viewer,
  work: (secret: string) => Promise<Result>,
  before: (tx: Tx, viewer: Viewer) => Promise<unknown>,
): Promise<Result> {
  const secret = await currentSecret()
  if (!secret) throw new SignedOut()
  return guarded(
    async (tx) => {
      await before(tx, viewer)
      if (!(await holdSession(tx, viewer, sessionId(secret)))) throw new SignedOut()
    },
    () => work(secret),
  )
}

// For pages: somebody signed out is sent to sign in and back; for a person of another role the page does not exist.
export const requireCustomer = () => required(isCustomer)
export const requireAgent = () => required(isAgent)
export const requireSupervisor = () => required(isSupervisor)
export const requireAdmin = () => required(isAdmin)

async function required<Fitting extends Viewer>(
  fits: (viewer: Viewer) => viewer is Fitting,
): Promise<Fitting> {
  const viewer = await currentViewer()
  if (!viewer) redirect(await wayIn())
  if (!fits(viewer)) notFound()
  return viewer
}

/** The browser posts a form that it has posted here once more to where it is led: to the page that shows what was typed. */
async function wayIn() {
  const asked = await headers()
  return withNext(asked.has(postedHeader) ? '/signed-out' : '/sign-in', nextPath(asked.get(pathHeader)))
}
