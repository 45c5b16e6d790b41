import type { Priority, Status } from '@/lib/tickets/ticket'

/** What another ticket is to this one. */
export const linkRoles = ['related', 'parent', 'child', 'duplicate', 'original'] as const
export type LinkRole = (typeof linkRoles)[number]

/** Read before the other ticket: "Parent SUP-…". */
export const linkRoleWord = {
  related: 'Related',
  parent: 'Parent',
  child: 'Child',
  duplicate: 'Duplicate',
  original: 'Duplicate of',
} as const satisfies Record<LinkRole, string>

/** How the link looks from the other end. */
export const otherEnd = {
  related: 'related',
  parent: 'child',
  child: 'parent',
  duplicate: 'original',
  original: 'duplicate',
} as const satisfies Record<LinkRole, LinkRole>

/** The same link as the database keeps it: which end it goes out from, and its kind. */
export const kept = {
  related: { kind: 'related', from: 'this' },
  child: { kind: 'parent', from: 'this' },
  parent: { kind: 'parent', from: 'other' },
  original: { kind: 'duplicate', from: 'this' },
  duplicate: { kind: 'duplicate', from: 'other' },
} as const satisfies Record<
  LinkRole,
  { readonly kind: 'related' | 'parent' | 'duplicate'; readonly from: 'this' | 'other' }
>

/** A ticket at the other end of a link. */
export interface LinkedTicket {
  readonly role: LinkRole
  readonly refid: string
  readonly subject: string
  readonly status: Status
  readonly priority: Priority
}
