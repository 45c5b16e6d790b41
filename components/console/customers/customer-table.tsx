import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { CustomerRow } from '@/lib/people/customer'
import { customerHref } from './places'

export function CustomerTable({ customers }: { readonly customers: readonly CustomerRow[] }) {
  return (
    <Table
      label="Customers"
      head={
        <>
          <Head>Customer</Head>
          <Head className="text-start max-md:hidden md:w-[28%]">Organization</Head>
          <Head className="w-24 text-end max-sm:hidden">Open tickets</Head>
          <Head className="w-32 text-end">Last activity</Head>
        </>
      }
    >
      {customers.map(({ uid, name, email, organization, deactivatedAt, openTickets, activeAt }) => (
        <Row key={uid}>
          <Cell>
            <span className="flex items-start gap-2.5">
              <Avatar name={name} />
              <span className="min-w-0">
                <RowLink href={customerHref(uid)} dir="auto" className="wrap-anywhere">
                  {name}
                </RowLink>
                {deactivatedAt && (
                  <span className="ms-2">
                    <Badge>Deactivated</Badge>
                  </span>
                )}
                <span className="block wrap-anywhere text-fg-muted text-meta">{email}</span>
              </span>
            </span>
          </Cell>
          <Cell className="wrap-anywhere text-fg-muted max-md:hidden">{organization}</Cell>
          <Cell className="text-end max-sm:hidden">
            {openTickets > 0 ? openTickets : <span className="text-fg-muted">None</span>}
          </Cell>
          <Cell className="text-end text-fg-muted">{activeAt ? <Time at={activeAt} /> : 'Never'}</Cell>
        </Row>
      ))}
    </Table>
  )
}
