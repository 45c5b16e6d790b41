import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { currentViewer, inNameOf } from '@/lib/auth/session'
import { refuseIfAnother } from '@/lib/auth/writer'
import { isDatabaseAway } from './database-errors'
import { Conflict, Missing, Refused, SignedOut, TooMany } from './errors'
import type { Done, FormState, Previewed } from './form-state'
import { OvertakenReply } from './sending/guard'
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

type Fields = Record<string, z.ZodType>
type Shape<F extends Fields> = z.ZodObject<F>

/** What an action answers: nothing, a sentence for the person, more than that, or what it would do, for them to agree to. */
// biome-ignore lint/suspicious/noConfusingVoidType: an action that says nothing may also return nothing
type Answer = Promise<string | Done | Previewed | undefined | void>

export type Action = (state: FormState, form: FormData) => Promise<FormState>

/** Each exported action of a `'use server'` file is a public address; these are the only ways to make one. */
export const customerAction = <F extends Fields>(
  schema: Shape<F>,
  act: (customer: Customer, input: z.output<Shape<F>>) => Answer,
): Action => signedInAction(isCustomer, schema, act)

export const agentAction = <F extends Fields>(
  schema: Shape<F>,
  act: (agent: Agent, input: z.output<Shape<F>>) => Answer,
): Action => signedInAction(isAgent, schema, act)

export const supervisorAction = <F extends Fields>(
  schema: Shape<F>,
  act: (supervisor: Supervisor, input: z.output<Shape<F>>) => Answer,
): Action => signedInAction(isSupervisor, schema, act)

export const adminAction = <F extends Fields>(
  schema: Shape<F>,
  act: (admin: Admin, input: z.output<Shape<F>>) => Answer,
): Action => signedInAction(isAdmin, schema, act)

/** For somebody who is not signed in: signing in, setting up. */
export const visitorAction =
  <F extends Fields>(schema: Shape<F>, act: (input: z.output<Shape<F>>) => Answer): Action =>
  (_, form) =>
    answering(schema, form, () => act(parse(schema, form)))

const signedInAction =
  <V extends Viewer, F extends Fields>(
    fits: (viewer: Viewer) => viewer is V,
    schema: Shape<F>,
    act: (viewer: V, input: z.output<Shape<F>>) => Answer,
  ): Action =>
  (_, form) =>
    answering(schema, form, async () => {
      const viewer = await currentViewer()
      if (!viewer) throw new SignedOut()
      const drawnFor = form instanceof FormData ? form.get('drawnFor') : null
      if (typeof drawnFor === 'string') refuseIfAnother(viewer, drawnFor)
      if (!fits(viewer)) throw new Missing()
      return inNameOf(viewer, () => act(viewer, parse(schema, form)))
    })

class Unfit extends Error {
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super('The form has fields that do not fit')
  }
}

/** Reads the fields that the schema names and no others. Whoever calls the address by hand may send anything. */
function parse<F extends Fields>(schema: Shape<F>, form: FormData) {
  if (!(form instanceof FormData)) throw new Refused('This is not a form')
  const entries = Object.keys(schema.shape).map((name) => {
    const values = form.getAll(name)
    return [name, values.length > 1 ? values : values[0]]
  })
  const read = schema.safeParse(Object.fromEntries(entries))
  if (read.success) return read.data
  const fields: Record<string, string> = {}
  for (const { path, message } of read.error.issues) fields[String(path[0])] ??= message
  throw new Unfit(fields)
}

/** The one place where what a verb throws becomes what a person reads. Anything unforeseen stays an error. */
async function answering<F extends Fields>(
  schema: Shape<F>,
  form: FormData,
  act: () => Answer,
): Promise<FormState> {
  try {
    const answer = await act()
    if (typeof answer === 'object') return answer
    return { status: 'done', ...(answer && { message: answer }) }
  } catch (error) {
    unstable_rethrow(error)
    const refusal = refused(error)
    if (!refusal) throw error
    return { status: 'refused', ...typed(schema, form), ...refusal }
  }
}

function refused(
  error: unknown,
): Pick<
  FormState & { status: 'refused' },
  'message' | 'fields' | 'instead' | 'retryAt' | 'outdated' | 'overtaken' | 'signedOut'
> | null {
  if (error instanceof Unfit) {
    const messages = Object.values(error.fields)
    const message = messages.length === 1 ? `${messages[0]}` : `${messages.length} fields need another look`
    return { message, fields: error.fields }
  }
  if (error instanceof SignedOut)
    return { message: `${error.message} Sign in again, then send this.`, fields: {}, signedOut: true }
  if (error instanceof Refused)
    return {
      message: error.message,
      fields: error.field ? { [error.field]: error.message } : {},
      ...(error.instead !== undefined && { instead: error.instead }),
    }
  if (error instanceof TooMany)
    return {
      message: error.message,
      fields: {},
      retryAt: new Date(Date.now() + error.retryAfter * 1000).toISOString(),
    }
  if (error instanceof OvertakenReply)
    return { message: error.message, fields: {}, overtaken: error.overtaken }
  if (error instanceof Conflict) return { message: error.message, fields: {}, outdated: true }
  if (error instanceof Missing) return { message: error.message, fields: {} }
  if (isDatabaseAway(error))
    return {
      message: 'Our database cannot be reached. Nothing was saved. Try again in a moment.',
      fields: {},
    }
  return null
}

function typed<F extends Fields>(schema: Shape<F>, form: FormData) {
  const posted = Object.keys(schema.shape).flatMap((name) => {
    if (!(form instanceof FormData) || /password/i.test(name)) return []
    return [[name, form.getAll(name).filter((value) => typeof value === 'string')] as const]
  })
  return {
    values: Object.fromEntries(
      posted.flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
    ),
    lists: Object.fromEntries(posted.filter(([, all]) => all.length !== 1)),
  }
}
