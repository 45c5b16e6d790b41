import { type Admin, type Agent, isAdmin, isSupervisor, type System, type Viewer } from '@/lib/viewer'

interface Person {
  readonly email: string
}

const isSelf = (viewer: Viewer, { email }: Person) => viewer.email.toLowerCase() === email.toLowerCase()

/** Everybody says for themselves whether they are there; a supervisor also for who forgot it. */
export const maySetAvailability = (agent: Agent, of: Person) => isSupervisor(agent) || isSelf(agent, of)

/** Everybody reads times as they like; an admin says it for who cannot. */
export const mayChangeTimeZone = (viewer: Viewer, of: Person) => isAdmin(viewer) || isSelf(viewer, of)

/** Everybody is called as they like; an admin mends it for others. */
export const mayChangeName = (viewer: Viewer, of: Person) => isAdmin(viewer) || isSelf(viewer, of)

/** An admin says for others where they are reached, and by what they sign in. */
export const mayChangeEmail = (admin: Admin | System, of: Person) =>
  admin.role === 'system' || !isSelf(admin, of)

/** An admin gives others a way in; one's own password is changed by who knows it. */
export const maySetPassword = (admin: Admin | System, of: Person) =>
  admin.role === 'system' || !isSelf(admin, of)
