import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { PersonRow } from '@/lib/people/person'
import { roleWord } from './role-words'

export function PeopleTable({ people }: { readonly people: readonly PersonRow[] }) {
  return (
    <Table
      label="People"
      head={
        <>
          <Head>Person</Head>
          <Head className="text-start w-32">Role</Head>
          <Head className="text-start w-44 max-md:hidden">Time zone</Head>
          <Head className="text-start w-32 max-sm:hidden">Added</Head>
        </>
      }
    >
      {people.map(({ name, email, role, timeZone, createdAt, deactivatedAt }) => (
        <Row key={email}>
          <Cell>
            <span className="flex items-start gap-2.5">
              <Avatar name={name} size={24} />
              <span className="min-w-0">
                <RowLink href={`/admin/people/${encodeURIComponent(email)}`} className="wrap-anywhere">
                  {name}
                </RowLink>
                <span className="block wrap-anywhere text-fg-muted text-meta">{email}</span>
              </span>
            </span>
          </Cell>
          <Cell>
            {roleWord[role]}
            {deactivatedAt && (
              <span className="mt-0.5 block">
                <Badge>Deactivated</Badge>
              </span>
            )}
          </Cell>
          <Cell className="text-fg-muted max-md:hidden">{timeZone.replaceAll('_', ' ')}</Cell>
          <Cell className="text-fg-muted max-sm:hidden">
            <Time at={createdAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
