import { Badge } from '@/components/ui/badge'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import type { TagRow } from '@/lib/tags/tag'
import { tagHref } from './tag-places'

export function TagTable({ tags }: { readonly tags: readonly TagRow[] }) {
  return (
    <Table
      label="Tags"
      head={
        <>
          <Head>Tag</Head>
          <Head className="w-24 text-end sm:w-28">Tickets</Head>
          <Head className="text-start max-sm:hidden sm:w-[40%]">SLA policies</Head>
        </>
      }
    >
      {tags.map(({ name, tickets, macros, policies }) => (
        <Row key={name}>
          <Cell>
            <RowLink href={tagHref(name)} className="wrap-anywhere">
              {name}
            </RowLink>
            {tickets === 0 && macros === 0 && policies.length === 0 && (
              <span className="ms-2">
                <Badge>Unused</Badge>
              </span>
            )}
          </Cell>
          <Cell className="text-end">
            {tickets > 0 ? tickets.toLocaleString('en') : <span className="text-fg-muted">None</span>}
          </Cell>
          <Cell className="wrap-anywhere text-fg-muted max-sm:hidden">
            {listed(
              'Asked for by',
              policies.flatMap(({ asks, name }) => (asks ? [name] : [])),
            )}
            {listed(
              'Put on by',
              policies.flatMap(({ does, name }) => (does.length > 0 ? [name] : [])),
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const listed = (how: string, names: readonly string[]) =>
  names.length > 0 && (
    <span className="block">
      {how} {names.map((name) => `“${name}”`).join(', ')}
    </span>
  )
