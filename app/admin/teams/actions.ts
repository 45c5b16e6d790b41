'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { adminAction } from '@/lib/action'
import { createTeam } from '@/lib/teams/create'
import { editTeam } from '@/lib/teams/edit'
import { retireTeam } from '@/lib/teams/retire'
import { teamFields, teamIn, teamUid } from '@/lib/teams/team'

export const addTeam = adminAction(z.object(teamFields), async (admin, fields) => {
  const { uid } = await createTeam(admin, teamIn(fields))
  revalidatePath('/admin/teams')
  redirect(`/admin/teams?saved=${uid}`)
})

/** `from`: the team as the form showed it. */
const edit = z.object({ ...teamFields, team: teamUid, from: z.string() })

export const changeTeam = adminAction(edit, async (admin, { team, from, ...fields }) => {
  await editTeam(admin, team, teamIn(fields), from)
  revalidatePath('/admin/teams', 'layout')
  redirect(`/admin/teams?saved=${team}`)
})

export const takeOutTeam = adminAction(z.object({ team: teamUid }), async (admin, { team }) => {
  await retireTeam(admin, team)
  revalidatePath('/admin/teams', 'layout')
  redirect(`/admin/teams?saved=${team}`)
})
