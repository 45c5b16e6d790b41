'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { adminAction } from '@/lib/action'
import { Refused } from '@/lib/errors'
import { createPolicy } from '@/lib/sla/policies/create'
import { editPolicy } from '@/lib/sla/policies/edit'
import { policyForm, policyIn } from '@/lib/sla/policies/form'
import { previewCreate, previewEdit, previewMove, previewRetire } from '@/lib/sla/policies/preview'
import { movePolicy } from '@/lib/sla/policies/reorder'
import { retirePolicy } from '@/lib/sla/policies/retire'
import { uidShape } from '@/lib/uid'

/** What was previewed, word for word: what has been changed since is previewed again. */
const agreed = z.string().optional()
const uid = uidShape('There is no such policy')

export const addPolicy = adminAction(policyForm({ agreed }), async (admin, fields) => {
  const policy = policyIn(fields)
  const words = JSON.stringify(policy)
  if (fields.agreed !== words)
    return { status: 'previewed', preview: await previewCreate(admin, policy), agreed: words }
  const { uid } = await createPolicy(admin, policy)
  revalidatePath('/admin/sla')
  redirect(`/admin/sla?saved=${uid}`)
})

export const changePolicy = adminAction(
  policyForm({ agreed, policy: uid, from: z.coerce.date('Open the policy again') }),
  async (admin, fields) => {
    const policy = policyIn(fields)
    const words = JSON.stringify(policy)
    const edit = [admin, fields.policy, policy, fields.from] as const
    if (fields.agreed !== words)
      return { status: 'previewed', preview: await previewEdit(...edit), agreed: words }
    await editPolicy(...edit)
    revalidatePath('/admin/sla')
    redirect(`/admin/sla?saved=${fields.policy}`)
  },
)

/** The button that agrees is not the one that was pressed first. */
const agreedDirection = (agreed: string | undefined) =>
  (['up', 'down'] as const).find((direction) => agreed?.startsWith(direction))

export const placePolicy = adminAction(
  z.object({
    policy: uid,
    direction: z.enum(['up', 'down'], 'Up or down').optional(),
    place: z.coerce.number('Open the list again').optional(),
    agreed,
  }),
  async (admin, { policy, agreed, direction = agreedDirection(agreed), place: saw }) => {
    if (!direction) throw new Refused('Up or down', 'direction')
    const words = `${direction} from ${saw}`
    if (agreed !== words) {
      const preview = await previewMove(admin, policy, direction, saw)
      if (preview.count > 0 || preview.escalated > 0) return { status: 'previewed', preview, agreed: words }
    }
    const { name, place, of } = await movePolicy(admin, policy, direction, saw)
    revalidatePath('/admin/sla')
    return `“${name}” is number ${place} of ${of}.`
  },
)

export const takeOutPolicy = adminAction(
  z.object({ policy: uid, agreed: z.literal('retire').optional() }),
  async (admin, { policy, agreed }) => {
    if (!agreed) return { status: 'previewed', preview: await previewRetire(admin, policy), agreed: 'retire' }
    await retirePolicy(admin, policy)
    revalidatePath('/admin/sla')
    redirect(`/admin/sla?retired=${policy}`)
  },
)
