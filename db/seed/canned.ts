import type { NewCanned } from '@/lib/canned/canned'
import { createCanned } from '@/lib/canned/create'
import { cannedList } from '@/lib/canned/find'
import { colleague } from '@/lib/people/find'
import { system } from '@/lib/viewer'
import { agents, supervisor, type TeamName } from './company'

interface Written extends Omit<NewCanned, 'scope'> {
  readonly by: string
  /** Whom it hands the ticket over to. */
  readonly to?: TeamName
  readonly scope: 'personal' | 'everyone' | { readonly team: TeamName }
}

const [priya] = agents

const replies: readonly Written[] = [
  {
    by: supervisor.email,
    scope: 'everyone',
    name: 'Ask for details',
    shortcut: 'details',
    body: `Hi {{customer.first_name}},

thank you for writing. To find out what happens we need a little more from you:

- Which rota and which day is it about?
- What did you do, and what did you see instead of what you expected?
- Is it so for your colleagues, too?

A picture of the screen helps most.`,
    actions: [{ do: 'status', to: 'pending' }],
  },
  {
    by: supervisor.email,
    scope: 'everyone',
    name: 'Known problem, being worked on',
    shortcut: 'known',
    body: `Hi {{customer.first_name}},

you are right, this is a fault on our side, and our developers are on it. We will write to you on {{ticket.refid}} as soon as it is repaired, at the latest on {{day of the next update}}.

Until then this helps: {{what helps until then}}`,
    actions: [
      { do: 'status', to: 'on_hold' },
      { do: 'tag', to: 'bug' },
      { do: 'note', to: 'Waits for the repair. Look at the list of known problems before asking again.' },
    ],
  },
  {
    by: 'sofia@northlight.test',
    scope: { team: 'Billing desk' },
    name: 'Refund on its way',
    shortcut: 'refund',
    body: `Hi {{customer.first_name}},

we have sent {{amount}} back to {{organization.name}}. It arrives within five working days, on the account that it came from.`,
    actions: [
      { do: 'status', to: 'resolved' },
      { do: 'tag', to: 'refund' },
    ],
  },
  {
    by: priya.email,
    scope: 'personal',
    name: 'Off to Technical',
    shortcut: 'tech',
    to: 'Technical',
    body: '',
    actions: [
      { do: 'priority', to: 'high' },
      { do: 'assign', to: 'nobody' },
      { do: 'note', to: '{{customer.name}} has tried the usual things: signed out and in, another browser.' },
    ],
  },
  {
    by: priya.email,
    scope: 'personal',
    name: 'Thanks, and goodbye',
    shortcut: 'thanks',
    body: 'You are welcome, {{customer.first_name}}. Just reply to this message should it come back.',
    actions: [],
  },
]

/** What the staff writes again and again. Does only what is not done yet. */
export async function writeCanned(teams: ReadonlyMap<string, string>) {
  for (const { by, to, scope, actions, ...reply } of replies) {
    const author = await colleague(system, by)
    if ((await cannedList(author)).some(({ name }) => name === reply.name)) continue
    const team = to && teams.get(to)
    await createCanned(author, {
      ...reply,
      scope: typeof scope === 'string' ? scope : (teams.get(scope.team) ?? 'personal'),
      actions: team ? [{ do: 'team', to: team }, ...actions] : actions,
    })
  }
}
