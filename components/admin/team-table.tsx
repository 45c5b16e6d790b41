import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Cell, Head, Row, RowLink, Table } from '@/components/ui/table'
import type { Team } from '@/lib/teams/team'

/** As many faces as a row has room for. */
const faces = 6

export function TeamTable({ teams }: { readonly teams: readonly Team[] }) {
  return (
    <Table
      label="Teams"
      head={
        <>
          <Head>Team</Head>
          <Head className="text-start max-sm:hidden sm:w-64">Members</Head>
          <Head className="w-28 text-end">Open tickets</Head>
        </>
      }
    >
      {teams.map(({ uid, name, members, tickets }) => (
        <Row key={uid}>
          <Cell>
            <RowLink href={`/admin/teams/${uid}`} className="wrap-anywhere">
              {name}
            </RowLink>
            <span className="block text-fg-muted text-meta sm:hidden">{membersWord(members.length)}</span>
          </Cell>
          <Cell className="max-sm:hidden">
            <Members members={members} />
          </Cell>
          <Cell className="text-end">
            {tickets > 0 ? tickets : <span className="text-fg-muted">None</span>}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function Members({ members }: Pick<Team, 'members'>) {
  if (members.length === 0) return <Badge tone="warning">Nobody</Badge>
  const more = members.length - faces
  return (
    <span className="flex items-center gap-2">
      <span className="flex gap-1">
        {members.slice(0, faces).map(({ email, name }) => (
          <Avatar key={email} name={name} alone />
        ))}
      </span>
      <span className="text-fg-muted text-meta">{more > 0 ? `and ${more} more` : ''}</span>
    </span>
  )
}

const membersWord = (count: number) => {
  if (count === 0) return 'Nobody'
  return count === 1 ? '1 member' : `${count} members`
}
