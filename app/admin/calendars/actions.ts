'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { adminAction } from '@/lib/action'
import { createCalendar } from '@/lib/sla/calendars/create'
import { editCalendar } from '@/lib/sla/calendars/edit'
import { calendarForm, calendarIn } from '@/lib/sla/calendars/fields'
import { previewCalendar } from '@/lib/sla/calendars/preview'
import { retireCalendar } from '@/lib/sla/calendars/retire'
import { uidShape } from '@/lib/uid'

const calendar = uidShape('There is no such calendar')

export const addCalendar = adminAction(calendarForm, async (admin, posted) => {
  const { uid } = await createCalendar(admin, calendarIn(posted))
  revalidatePath('/admin/calendars')
  redirect(`/admin/calendars?saved=${uid}`)
})

/** `agreed` are the hours that were previewed: what has been changed since is previewed again. */
const edit = calendarForm.safeExtend({
  calendar,
  version: z.coerce.number().int(),
  named: z.string(),
  agreed: z.string().optional(),
})

export const changeCalendar = adminAction(
  edit,
  async (admin, { calendar, version, named, agreed, ...posted }) => {
    const after = calendarIn(posted)
    const words = JSON.stringify(after.hours)
    const preview = agreed === words ? null : await previewCalendar(admin, calendar, after.hours)
    if (preview) return { status: 'previewed', preview, agreed: words }
    await editCalendar(admin, calendar, after, { number: version, name: named })
    revalidatePath('/admin/calendars', 'layout')
    redirect(`/admin/calendars?saved=${calendar}`)
  },
)

export const takeOutCalendar = adminAction(z.object({ calendar }), async (admin, { calendar }) => {
  await retireCalendar(admin, calendar)
  revalidatePath('/admin/calendars', 'layout')
  redirect(`/admin/calendars?saved=${calendar}`)
})
