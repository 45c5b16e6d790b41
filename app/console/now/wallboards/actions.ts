'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { wallboardsPath } from '@/components/console/wallboards/places'
import { supervisorAction } from '@/lib/action'
import { uidShape } from '@/lib/uid'
import { createWallboard } from '@/lib/wallboards/create'
import { renewWallboard } from '@/lib/wallboards/renew'
import { revokeWallboard } from '@/lib/wallboards/revoke'
import { wallboardName } from '@/lib/wallboards/wallboard'

const wallboard = uidShape('There is no such wallboard')

export const addWallboard = supervisorAction(
  z.object({ name: wallboardName }),
  async (supervisor, { name }) => {
    await createWallboard(supervisor, name)
    revalidatePath(wallboardsPath)
    return `“${name}” is there: open its link on the screen.`
  },
)

export const renewLink = supervisorAction(z.object({ wallboard }), async (supervisor, { wallboard: uid }) => {
  const renewed = await renewWallboard(supervisor, uid)
  revalidatePath(wallboardsPath)
  redirect(`${wallboardsPath}?renewed=${renewed.uid}`)
})

export const revoke = supervisorAction(z.object({ wallboard }), async (supervisor, { wallboard: uid }) => {
  await revokeWallboard(supervisor, uid)
  revalidatePath(wallboardsPath)
  redirect(`${wallboardsPath}?revoked=1`)
})
