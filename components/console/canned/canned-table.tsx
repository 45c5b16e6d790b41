import Zap from 'lucide-react/icons/zap'
import { Badge } from '@/components/ui/badge'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type Around, actionWord } from '@/lib/canned/action'
import { type Canned, scopeWord } from '@/lib/canned/canned'
import { cannedHref } from './places'

interface CannedTableProps {
  readonly replies: readonly Canned[]
  /** What their actions name. */
  readonly around: Around
}

export function CannedTable({ replies, around }: CannedTableProps) {
  return (
    <Table
      label="Canned replies"
      head={
        <>
          <Head>Canned reply</Head>
          <Head className="text-start max-sm:hidden sm:w-36">For</Head>
          <Head className="w-32 text-end max-md:hidden">Changed</Head>
        </>
      }
    >
      {replies.map((reply) => {
        const { uid, name, shortcut, body, actions, scope, changedAt } = reply
        return (
          <Row key={uid}>
            <Cell>
              <span className="flex flex-wrap items-baseline gap-x-2">
                <RowLink href={cannedHref(uid)} dir="auto" className="wrap-anywhere">
                  {name}
                </RowLink>
                {shortcut && <span className="font-mono text-fg-muted text-meta">/{shortcut}</span>}
              </span>
              {body && (
                <span dir="auto" className="wrap-anywhere line-clamp-1 text-fg-muted">
                  {body}
                </span>
              )}
              {actions.length > 0 && (
                <span className="mt-0.5 flex items-start gap-1 text-fg-muted text-meta">
                  <Zap aria-label="Macro:" className="mt-0.5 size-3 shrink-0" />
                  <span className="wrap-anywhere">
                    {actions.map((action) => actionWord(action, around)).join(', ')}
                  </span>
                </span>
              )}
              <span className="block text-fg-muted text-meta sm:hidden">For: {scopeWord(reply)}</span>
            </Cell>
            <Cell className="wrap-anywhere max-sm:hidden">
              {scope === 'personal' ? <Badge>You</Badge> : scopeWord(reply)}
            </Cell>
            <Cell className="text-end text-fg-muted max-md:hidden">
              <Time at={changedAt} />
            </Cell>
          </Row>
        )
      })}
    </Table>
  )
}
