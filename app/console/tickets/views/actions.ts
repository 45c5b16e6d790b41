'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { uidShape } from '@/lib/uid'
import { createView } from '@/lib/views/create'
import { deleteView } from '@/lib/views/delete'
import { editView } from '@/lib/views/edit'
import { queryFits, queryIn, viewFields } from '@/lib/views/shape'

const uid = uidShape('There is no such view')

/** The form names the view that it makes, to go there, and so that sent twice it makes one. */
export const saveView = agentAction(
  z.object({ ...viewFields, uid }).superRefine(queryFits),
  async (agent, { uid, name, scope, query }) => {
    await createView(agent, { name, scope, query: queryIn(query) }, uid)
    return `“${name}” is saved`
  },
)

/** `version`: of the view as the form showed it. */
export const changeView = agentAction(
  z.object({ ...viewFields, uid, version: z.coerce.number().int() }).superRefine(queryFits),
  async (agent, { uid, name, scope, query, version }) => {
    await editView(agent, uid, { name, scope, query: queryIn(query) }, version)
    revalidatePath('/console/tickets')
    return `“${name}” is updated`
  },
)

export const removeView = agentAction(z.object({ uid }), async (agent, { uid }) => {
  const { name } = await deleteView(agent, uid)
  return `“${name}” is deleted`
})
