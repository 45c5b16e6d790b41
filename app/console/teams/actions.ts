'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { agentAction } from '@/lib/action'
import { setAvailability } from '@/lib/people/availability'
import { emailAddress } from '@/lib/people/email'
import { availabilities } from '@/lib/people/person'

const fields = z.object({
  availability: z.enum(availabilities, 'Choose whether they are there'),
  /** Left out: the agent's own. */
  person: emailAddress.optional(),
})

export const changeAvailability = agentAction(fields, async (agent, { availability, person }) => {
  await setAvailability(agent, person ?? agent.email, availability)
  revalidatePath('/', 'layout')
})
