import type { Metadata } from 'next'
import { CalendarForm } from '@/components/admin/calendar-form'
import { CalendarPage } from '@/components/admin/calendar-page'
import { requireAdmin } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import type { Window } from '@/lib/sla/calendar'
import { localAt } from '@/lib/sla/calendars/wall'
import { timeZones } from '@/lib/time-zone'
import { addCalendar } from '../actions'

export const metadata: Metadata = { title: 'New calendar' }

const day: readonly Window[] = [['09:00', '17:00']]
const usual = { mon: day, tue: day, wed: day, thu: day, fri: day }

export default async function NewCalendar() {
  await requireAdmin()
  const { timeZone } = await currentSettings()
  return (
    <CalendarPage title="New calendar">
      <CalendarForm
        action={addCalendar}
        calendar={{ name: '', hours: { timeZone, weekly: usual, days: [] } }}
        timeZones={timeZones}
        testFrom={localAt(timeZone, Date.now())}
        submit="Add calendar"
      />
    </CalendarPage>
  )
}
