export const statuses = ['open', 'pending', 'on_hold', 'resolved', 'closed'] as const
export type Status = (typeof statuses)[number]

/** The statuses in which there is still something to do. */
export const liveStatuses = ['open', 'pending', 'on_hold'] as const satisfies readonly Status[]

/** In rising order. */
export const priorities = ['low', 'medium', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

export const channels = ['portal', 'email', 'api', 'agent', 'widget'] as const
export type Channel = (typeof channels)[number]

export const subjectLimit = 200
export const bodyLimit = 50_000

export interface Ticket {
  /** Internal; never leaves the server. */
  readonly id: number
  readonly refid: string
  readonly subject: string
  readonly status: Status
  readonly priority: Priority
  readonly channel: Channel
  readonly requesterId: number
  readonly assigneeId: number | null
  readonly teamId: number | null
  readonly categoryId: number | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly waitingSince: Date | null
  readonly firstAnsweredAt: Date | null
  readonly resolvedAt: Date | null
  readonly closedAt: Date | null
  readonly slaDueAt: Date | null
}

export const isLive = ({ status }: Pick<Ticket, 'status'>) => status !== 'resolved' && status !== 'closed'

export const statusWord = {
  open: 'Open',
  pending: 'Pending',
  on_hold: 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
} as const satisfies Record<Status, string>

export const priorityWord = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  urgent: 'Urgent',
} as const satisfies Record<Priority, string>

export const channelWord = {
  portal: 'Portal',
  email: 'E-mail',
  widget: 'Widget',
  api: 'API',
  agent: 'Filed by an agent',
} as const satisfies Record<Channel, string>
