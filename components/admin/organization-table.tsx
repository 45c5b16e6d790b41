import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import type { Organization } from '@/lib/organizations/organization'
import { organizationHref } from './organization-places'

export function OrganizationTable({ organizations }: { readonly organizations: readonly Organization[] }) {
  return (
    <Table
      label="Organizations"
      head={
        <>
          <Head className="text-start md:w-72">Organization</Head>
          <Head className="text-start max-md:hidden">Notes</Head>
          <Head className="w-24 text-end">Customers</Head>
        </>
      }
    >
      {organizations.map(({ uid, name, notes, people }) => (
        <Row key={uid}>
          <Cell>
            <RowLink href={organizationHref(uid)} className="wrap-anywhere">
              {name}
            </RowLink>
          </Cell>
          <Cell className="text-fg-muted max-md:hidden">
            <span className="line-clamp-1 wrap-anywhere">{notes}</span>
          </Cell>
          <Cell className="text-end">
            {people > 0 ? people.toLocaleString('en') : <span className="text-fg-muted">None</span>}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
