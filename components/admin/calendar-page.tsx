import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'

interface CalendarPageProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly children: ReactNode
}

/** Wider than other forms: what a calendar comes to stands beside it. */
export function CalendarPage({ title, description, children }: CalendarPageProps) {
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={title}
        description={description}
        back={
          <Link href="/admin/calendars" className="inline-flex min-h-6 items-center gap-1 hover:text-fg">
            <ArrowLeft aria-hidden="true" className="size-3.5" />
            Calendars
          </Link>
        }
      />
      {children}
    </div>
  )
}
