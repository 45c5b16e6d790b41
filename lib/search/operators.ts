import { slaStates } from '@/lib/tickets/queue-sorts'
import { channels, liveStatuses, priorities, type Status, statuses } from '@/lib/tickets/ticket'

/** The words of the search language that ask for something other than text. */
export const operators = [
  'is',
  'assignee',
  'priority',
  'tag',
  'category',
  'team',
  'organization',
  'from',
  'subject',
  'channel',
  'sla',
  'created',
  'updated',
] as const
export type Operator = (typeof operators)[number]

const aliases: Readonly<Record<string, Operator>> = {
  status: 'is',
  tags: 'tag',
  org: 'organization',
  requester: 'from',
  customer: 'from',
}

/** The operator that a word before a colon names, in any case. */
export function operatorNamed(name: string): Operator | undefined {
  const word = name.toLowerCase()
  return operators.find((one) => one === word) ?? (Object.hasOwn(aliases, word) ? aliases[word] : undefined)
}

/** What a value of an operator looks like, for those who have left it out. */
export const sampleOf: Readonly<Record<Operator, string>> = {
  is: 'open',
  assignee: 'me',
  priority: 'urgent',
  tag: 'vip',
  category: 'billing',
  team: '"Front desk"',
  organization: 'Acme',
  from: 'ana@acme.example',
  subject: '"paper jam"',
  channel: 'email',
  sla: 'breached',
  created: '>2026-01-31',
  updated: 'today',
}

/** How a ticket stands. Spam is found where it is asked for, and nowhere else. */
export type StatusOrSpam = Status | 'spam'

/** `on-hold`, `on_hold` and `hold` are the same; `live` is every status in which there is something to do. */
export function standingsNamed(word: string): readonly StatusOrSpam[] {
  const name = plain(word)
  if (name === 'live') return liveStatuses
  if (name === 'spam') return [name]
  return statuses.filter((status) => status === (name === 'hold' ? 'on_hold' : name))
}
export const standingWords = ['open', 'pending', 'on-hold', 'resolved', 'closed', 'live', 'spam']

export const priorityWords: readonly string[] = priorities
export const priorityNamed = (word: string) => priorities.filter((priority) => priority === plain(word))
export const channelWords: readonly string[] = channels
export const channelNamed = (word: string) => channels.filter((channel) => channel === plain(word))
export const slaStateNamed = (word: string) => slaStates.filter((state) => state === plain(word))
export const slaWords = slaStates.map((state) => state.replace('_', '-'))

const plain = (word: string) => word.toLowerCase().replaceAll('-', '_')

/** The language by examples. */
export const examples: readonly { readonly write: string; readonly finds: string }[] = [
  { write: 'is:open,pending', finds: 'one of these statuses; is:live is all that is not done' },
  { write: 'is:spam', finds: 'what is held for spam, which nothing else finds' },
  { write: 'assignee:me', finds: 'what I have; also a name, an address or none' },
  { write: 'priority:urgent', finds: 'this priority' },
  { write: 'sla:breached', finds: 'late; also at-risk, ok, paused, none' },
  { write: 'tag:vip', finds: 'with this tag; category:, team: and organization: likewise' },
  { write: 'from:ana@acme.example', finds: 'of this customer; also @acme.example or a name' },
  { write: 'subject:invoice', finds: 'with this word in the subject' },
  { write: 'channel:email', finds: 'which came by mail; also portal, api, agent and widget' },
  { write: 'created:>2026-01-31', finds: 'filed after that day; also <, 2026-01, 2026-01..2026-03' },
  { write: 'updated:today', finds: 'changed today; also yesterday, or 7d for the last seven days' },
  { write: '"exact words"', finds: 'these words in this order' },
  { write: '-printer -tag:vip', finds: 'without this word, and without this tag' },
]
