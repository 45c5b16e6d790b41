import type { Role } from '@/lib/people/roles'

export const roleWord = {
  customer: 'Customer',
  agent: 'Agent',
  supervisor: 'Supervisor',
  admin: 'Admin',
} as const satisfies Record<Role, string>

const roleMeaning = {
  customer: 'Files tickets and follows their own.',
  agent: 'Answers tickets and writes notes.',
  supervisor: 'Also sees the reports.',
  admin: 'Also manages categories, people and settings.',
} as const satisfies Record<Role, string>

/** Cards of the roles, to choose one. */
export const roleCards = (roles: readonly Role[]) =>
  roles.map((role) => ({ value: role, label: roleWord[role], description: roleMeaning[role] }))
