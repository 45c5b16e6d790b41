export const staffRoles = ['agent', 'supervisor', 'admin'] as const
export const roles = ['customer', ...staffRoles] as const

export type StaffRole = (typeof staffRoles)[number]
export type Role = (typeof roles)[number]
