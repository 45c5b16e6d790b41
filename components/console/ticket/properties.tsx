import {
  assignTicket,
  categorizeTicket,
  handOverTicket,
  prioritizeTicket,
  setTicketStatus,
} from '@/app/console/tickets/actions'
import { Avatar } from '@/components/ui/avatar'
import { PriorityGlyph } from '@/components/ui/priority-glyph'
import { StatusGlyph } from '@/components/ui/status-glyph'
import type { Choices, TicketForAgent } from '@/lib/tickets/find'
import { mayEdit, mayMove } from '@/lib/tickets/policy'
import { priorities, priorityWord, type Status, statuses, statusWord } from '@/lib/tickets/ticket'
import { fieldValues } from './field-values'
import { Property } from './property'
import { Tags } from './tags'

interface PropertiesProps {
  readonly ticket: TicketForAgent
  readonly choices: Choices
}

/** Status, priority, assignee, team, category and tags, each saved by itself. */
export function Properties({ ticket, choices }: PropertiesProps) {
  const { refid, status, assignee, team, category, tags } = ticket
  const values = fieldValues(ticket)
  const disabled = !mayEdit(ticket)
  return (
    <div className="flex flex-col gap-1">
      <Property
        label="Status"
        action={setTicketStatus}
        refid={refid}
        field="status"
        value={values.status}
        options={reachable(status).map((to) => ({
          value: to,
          label: statusWord[to],
          icon: <StatusGlyph status={to} />,
        }))}
        shortcut="status"
        // Only what has merged it takes it back.
        disabled={ticket.mergedInto !== null}
      />
      <Property
        label="Priority"
        action={prioritizeTicket}
        refid={refid}
        field="priority"
        value={values.priority}
        options={priorities.toReversed().map((to) => ({
          value: to,
          label: priorityWord[to],
          icon: <PriorityGlyph priority={to} />,
        }))}
        shortcut="priority"
        disabled={disabled}
      />
      <Property
        label="Assignee"
        action={assignTicket}
        refid={refid}
        field="assignee"
        value={values.assignee}
        options={[nobody, ...withPresent(choices.agents, assignee, 'email').map(agentOption)]}
        shortcut="assignee"
        disabled={disabled}
      />
      {(choices.teams.length > 0 || team) && (
        <Property
          label="Team"
          action={handOverTicket}
          refid={refid}
          field="team"
          value={values.team}
          options={[
            none,
            ...withPresent(choices.teams, team, 'uid').map(({ name, uid }) => ({ value: uid, label: name })),
          ]}
          disabled={disabled}
        />
      )}
      <Property
        label="Category"
        action={categorizeTicket}
        refid={refid}
        field="category"
        value={values.category}
        options={[
          none,
          ...withPresent(choices.categories, category, 'slug').map(({ name, slug }) => ({
            value: slug,
            label: name,
          })),
        ]}
        disabled={disabled}
      />
      <Tags refid={refid} tags={tags} disabled={disabled} />
    </div>
  )
}

const nobody = { value: 'none', label: 'Nobody' }
const none = { value: 'none', label: 'None' }

const agentOption = ({ name, email, away }: Choices['agents'][number]) => ({
  value: email,
  label: name,
  icon: <Avatar name={name} size={20} />,
  ...(away && { hint: 'Away' }),
})

const reachable = (from: Status) => statuses.filter((to) => to === from || mayMove(from, to))

/** What the ticket has may no longer be on offer: somebody left, a category is not active any more. */
function withPresent<Key extends string, Option extends Readonly<Record<Key | 'name', string>>>(
  offered: readonly Option[],
  present: Option | null,
  key: Key,
): readonly Option[] {
  if (!present || offered.some((option) => option[key] === present[key])) return offered
  return [...offered, present]
}
