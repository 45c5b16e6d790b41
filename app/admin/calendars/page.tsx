import type { Metadata } from 'next'
import { CalendarTable } from '@/components/admin/calendar-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireAdmin } from '@/lib/auth/session'
import { calendarList } from '@/lib/sla/calendars/find'

export const metadata: Metadata = { title: 'Calendars' }

export default async function Calendars({ searchParams }: PageProps<'/admin/calendars'>) {
  const calendars = await calendarList(await requireAdmin())
  const { saved } = await searchParams
  const written = calendars.find(({ uid }) => uid === saved)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title="Calendars"
        description="When people are there to answer. Policies that count by a calendar count only its open hours."
        actions={
          <LinkButton href="/admin/calendars/new" variant="primary">
            New calendar
          </LinkButton>
        }
      />
      {written && (
        <Notice tone="good" live>
          {written.retiredAt
            ? `“${written.name}” is retired.`
            : `“${written.name}” is saved, version ${written.number}.`}
          {!written.retiredAt && written.usedBy.length > 0 && ' Open tickets follow within moments.'}
        </Notice>
      )}
      {calendars.length > 0 ? (
        <CalendarTable calendars={calendars} />
      ) : (
        <EmptyState title="There are no calendars yet">
          Until then every target counts around the clock. A calendar has your open hours and holidays, and
          policies count by it.
        </EmptyState>
      )}
    </div>
  )
}
