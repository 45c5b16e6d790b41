import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CalendarFacts } from '@/components/admin/calendar-facts'
import { CalendarForm } from '@/components/admin/calendar-form'
import { CalendarHistory } from '@/components/admin/calendar-history'
import { CalendarPage } from '@/components/admin/calendar-page'
import { CalendarRetire } from '@/components/admin/calendar-retire'
import { requireAdmin } from '@/lib/auth/session'
import { calendarList, versionsOf } from '@/lib/sla/calendars/find'
import { localAt } from '@/lib/sla/calendars/wall'
import { timeZones } from '@/lib/time-zone'
import { changeCalendar, takeOutCalendar } from '../actions'

export const metadata: Metadata = { title: 'Calendar' }

export default async function EditCalendar({ params }: PageProps<'/admin/calendars/[calendar]'>) {
  const admin = await requireAdmin()
  const { calendar: uid } = await params
  const calendar = (await calendarList(admin)).find((one) => one.uid === uid)
  if (!calendar) notFound()
  const { name, hours, number, retiredAt, usedBy } = calendar
  const versions = await versionsOf(admin, uid)
  if (retiredAt)
    return (
      <CalendarPage title={name} description={`Retired. ${hours.timeZone.replaceAll('_', ' ')}`}>
        <CalendarFacts hours={hours} />
        <CalendarHistory versions={versions} />
      </CalendarPage>
    )
  return (
    <CalendarPage
      title={name}
      description={usedBy.length > 0 ? `Used by ${usedBy.join(', ')}` : 'No policy counts by it yet'}
    >
      <CalendarForm
        key={`${number} ${name}`}
        action={changeCalendar}
        calendar={{ name, hours }}
        edited={{ uid, number }}
        timeZones={timeZones}
        testFrom={localAt(hours.timeZone, Date.now())}
        submit="Save calendar"
      />
      <CalendarHistory versions={versions} />
      <CalendarRetire action={takeOutCalendar} uid={uid} name={name} usedBy={usedBy} />
    </CalendarPage>
  )
}
