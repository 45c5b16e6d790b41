import { currentViewer } from '@/lib/auth/session'
import { isCutOff, isDatabaseAway } from './database-errors'
import { Conflict, Missing, Refused, TooMany } from './errors'
import {
  type Admin,
  type Agent,
  type Customer,
  isAdmin,
  isAgent,
  isCustomer,
  isSupervisor,
  type Supervisor,
  type Viewer,
} from './viewer'

/** What a route answers: itself, or what is sent as JSON. */
type Answer = Promise<Response | object>

type Act<V, Params> = (viewer: V, request: Request, params: Params) => Answer

type Route<Params> = (request: Request, addressed: { readonly params: Promise<Params> }) => Promise<Response>

/** Each method that a `route.ts` exports is a public address; these are the ways to make one. */
export const customerRoute = <Params>(act: Act<Customer, Params>): Route<Params> =>
  signedInRoute(isCustomer, act)

export const agentRoute = <Params>(act: Act<Agent, Params>): Route<Params> => signedInRoute(isAgent, act)

export const supervisorRoute = <Params>(act: Act<Supervisor, Params>): Route<Params> =>
  signedInRoute(isSupervisor, act)

export const adminRoute = <Params>(act: Act<Admin, Params>): Route<Params> => signedInRoute(isAdmin, act)

/** For whoever asks, signed in or not: the address itself lets them in. */
export const visitorRoute =
  <Params>(act: (request: Request, params: Params) => Answer): Route<Params> =>
  (request, { params }) =>
    answering(async () => act(request, await params))

const signedInRoute =
  <V extends Viewer, Params>(fits: (viewer: Viewer) => viewer is V, act: Act<V, Params>): Route<Params> =>
  (request, { params }) =>
    answering(async () => {
      const viewer = await currentViewer()
      if (!viewer) return refusal(401, 'You are signed out.')
      if (!fits(viewer)) throw new Missing()
      return act(viewer, request, await params)
    })

/** The one place where what is thrown becomes a status, with `{message}`. Anything unforeseen stays an error. */
export async function answering(act: () => Answer): Promise<Response> {
  try {
    const answer = await act()
    return answer instanceof Response ? answer : Response.json(answer)
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    return refused
  }
}

function refusalOf(error: unknown): Response | null {
  if (error instanceof Refused) return refusal(422, error.message)
  if (error instanceof Missing) return refusal(404, error.message)
  if (error instanceof Conflict) return refusal(409, error.message)
  if (error instanceof TooMany) return refusal(429, error.message, { 'retry-after': `${error.retryAfter}` })
  if (isCutOff(error)) return refusal(503, 'That took too long.')
  if (isDatabaseAway(error)) return refusal(503, 'Our database cannot be reached.')
  return null
}

const refusal = (status: number, message: string, headers?: Readonly<Record<string, string>>) =>
  Response.json({ message }, { status, headers })
