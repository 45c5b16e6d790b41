import { Badge } from '@/components/ui/badge'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import type { Category } from '@/lib/categories/category'

export function CategoryTable({ categories }: { readonly categories: readonly Category[] }) {
  return (
    <Table
      label="Categories"
      head={
        <>
          <Head className="w-14 text-end">Order</Head>
          <Head className="text-start md:w-52">Name</Head>
          <Head className="text-start max-md:hidden">Description</Head>
          <Head className="w-24 text-start">State</Head>
        </>
      }
    >
      {categories.map(({ name, slug, description, active, displayOrder }) => (
        <Row key={slug}>
          <Cell className="text-end text-fg-muted">{displayOrder}</Cell>
          <Cell>
            <RowLink href={`/admin/categories/${slug}`} className="wrap-anywhere">
              {name}
            </RowLink>
            <span className="block wrap-anywhere font-mono text-fg-muted text-meta">{slug}</span>
          </Cell>
          <Cell className="max-w-measure text-fg-muted max-md:hidden">
            <span className="line-clamp-2">{description}</span>
          </Cell>
          <Cell>{active ? <Badge tone="good">Active</Badge> : <Badge>Inactive</Badge>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
