'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { customerAction } from '@/lib/action'
import { writeBack } from '@/lib/messages/write-back'
import { ownTicket } from '@/lib/portal/find'
import { commentLimit, impacts, priorityOf, scores } from '@/lib/portal/words'
import { rate } from '@/lib/ratings/rate'
import { line, optional, prose } from '@/lib/text'
import { close } from '@/lib/tickets/close'
import { file } from '@/lib/tickets/file'
import { mayClose } from '@/lib/tickets/policy'
import { readRefid } from '@/lib/tickets/refid'
import { reopenOwn } from '@/lib/tickets/reopen'
import { bodyLimit, subjectLimit } from '@/lib/tickets/ticket'
import { uidShape } from '@/lib/uid'

// What is no reference is the reference of nothing: not found, like somebody else's.
const refid = z
  .string()
  .catch('')
  .transform((text) => readRefid(text) ?? '')
const submission = uidShape().optional().catch(undefined)

const request = z.object({
  category: z
    .string({ error: 'Choose what it is about' })
    .regex(/^[a-z0-9-]{0,60}$/, 'Choose one of the categories')
    .transform((slug) => slug || undefined),
  subject: line('Subject', subjectLimit),
  details: prose('Details', bodyLimit),
  impact: z.enum(impacts, { error: 'Choose how much this stops you' }),
  submission,
})

export const fileRequest = customerAction(request, async (customer, { details, impact, ...rest }) => {
  const filed = await file(customer, customer, {
    ...rest,
    description: details,
    priority: priorityOf[impact],
    channel: 'portal',
  })
  revalidatePath('/tickets', 'layout')
  redirect(`/tickets/${filed.refid}?filed=1`)
})

export const replyToRequest = customerAction(
  z.object({ refid, body: prose('Your reply', bodyLimit), submission }),
  async (customer, { refid, ...written }) => {
    const ticket = await ownTicket(customer, refid)
    const holder = await writeBack(customer, ticket, { ...written, channel: 'portal' })
    revalidatePath('/tickets', 'layout')
    if (holder.refid === ticket.mergedInto) redirect(`/tickets/${holder.refid}?from=${ticket.refid}`)
    if (holder.refid !== ticket.refid) redirect(`/tickets/${holder.refid}?filed=1`)
    return 'Your reply is sent.'
  },
)

export const closeRequest = customerAction(z.object({ refid }), async (customer, { refid }) => {
  const ticket = await ownTicket(customer, refid)
  if (mayClose(ticket)) await close(customer, ticket)
  revalidatePath('/tickets', 'layout')
})

export const reopenRequest = customerAction(z.object({ refid }), async (customer, { refid }) => {
  await reopenOwn(customer, await ownTicket(customer, refid))
  revalidatePath('/tickets', 'layout')
})

const rating = z.object({
  refid,
  score: z.enum(scores, { error: 'Choose a number from 1 to 5' }).transform(Number),
  comment: optional(prose('The comment', commentLimit)),
})

export const rateRequest = customerAction(rating, async (customer, { refid, score, comment = '' }) => {
  const isNew = await rate(customer, await ownTicket(customer, refid), { score, comment })
  revalidatePath('/tickets', 'layout')
  return isNew ? undefined : 'Your rating stays as it is.'
})
