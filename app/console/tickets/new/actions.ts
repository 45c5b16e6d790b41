'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { emailAddress } from '@/lib/people/email'
import { personName } from '@/lib/people/person'
import { line, optional, prose } from '@/lib/text'
import { fileOnBehalf } from '@/lib/tickets/file-on-behalf'
import { bodyLimit, priorities, subjectLimit } from '@/lib/tickets/ticket'
import { uidShape } from '@/lib/uid'

/** Where nothing is chosen, the field is there and empty. */
const chosen = optional(
  z
    .string()
    .max(100)
    .regex(/^[a-z0-9-]+$/, 'Choose one of the list'),
)
const names = z.array(z.string().max(200)).max(100)

const taken = z.object({
  email: emailAddress,
  name: optional(personName),
  subject: line('Subject', subjectLimit),
  details: prose('What the customer says', bodyLimit),
  priority: z.enum(priorities),
  category: chosen,
  team: optional(uidShape('Choose one of the list')),
  /** One field for each, or one with commas between them. */
  tags: z
    .union([names, z.string().max(2_000)])
    .default([])
    .transform((typed) => (typeof typed === 'string' ? typed.split(',') : [...typed]))
    .transform((typed) => typed.map((name) => name.trim()).filter(Boolean)),
  submission: uidShape(),
})

export const fileTicketOnBehalf = agentAction(taken, async (agent, { email, name, details, ...ticket }) => {
  const { refid } = await fileOnBehalf(agent, { email, name }, { ...ticket, description: details })
  revalidatePath('/console', 'layout')
  redirect(`/console/tickets/${refid}`)
})
