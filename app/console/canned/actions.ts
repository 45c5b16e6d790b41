'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { createCanned } from '@/lib/canned/create'
import { deleteCanned } from '@/lib/canned/delete'
import { editCanned } from '@/lib/canned/edit'
import { cannedFields, cannedIn } from '@/lib/canned/form'
import { uidShape } from '@/lib/uid'

const canned = uidShape('There is no such canned reply')

export const addCanned = agentAction(z.object(cannedFields), async (agent, fields) => {
  const { uid } = await createCanned(agent, cannedIn(fields))
  revalidatePath('/console/canned')
  redirect(`/console/canned?saved=${uid}`)
})

/** `from`: the canned reply as the form showed it. */
const edit = z.object({ ...cannedFields, canned, from: z.string() })

export const changeCanned = agentAction(edit, async (agent, { canned, from, ...fields }) => {
  await editCanned(agent, canned, cannedIn(fields), from)
  revalidatePath('/console/canned', 'layout')
  redirect(`/console/canned?saved=${canned}`)
})

export const removeCanned = agentAction(z.object({ canned }), async (agent, { canned: uid }) => {
  await deleteCanned(agent, uid)
  revalidatePath('/console/canned', 'layout')
  redirect('/console/canned?deleted=1')
})
