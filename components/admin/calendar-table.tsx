import { Badge } from '@/components/ui/badge'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import type { CalendarRow } from '@/lib/sla/calendars/find'
import { weekInWords } from '@/lib/sla/calendars/words'

export function CalendarTable({ calendars }: { readonly calendars: readonly CalendarRow[] }) {
  return (
    <Table
      label="Calendars"
      head={
        <>
          <Head className="text-start md:w-56">Calendar</Head>
          <Head className="text-start max-sm:hidden">Open</Head>
          <Head className="w-28 text-end max-md:hidden">Special days</Head>
          <Head className="w-44 text-start">Used by</Head>
        </>
      }
    >
      {calendars.map(({ uid, name, retiredAt, number, hours, usedBy }) => (
        <Row key={uid}>
          <Cell>
            <RowLink href={`/admin/calendars/${uid}`} className="wrap-anywhere">
              {name}
            </RowLink>
            <span className="block wrap-anywhere text-fg-muted text-meta">
              {hours.timeZone.replaceAll('_', ' ')}, version {number}
            </span>
          </Cell>
          <Cell className="text-fg-muted max-sm:hidden">
            <span className="line-clamp-2">{weekInWords(hours.weekly)}</span>
          </Cell>
          <Cell className="text-end text-fg-muted max-md:hidden">{hours.days.length || 'None'}</Cell>
          <Cell className="wrap-anywhere">
            {retiredAt ? (
              <Badge>Retired</Badge>
            ) : (
              usedBy.join(', ') || <span className="text-fg-muted">No policy</span>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
