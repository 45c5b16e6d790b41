import { z } from 'zod'
import { line } from '@/lib/text'
import { timeZone } from '@/lib/time-zone'
import { emailAddress } from './email'
import { type Role, roles } from './roles'

/** The pieces of a form about a person. */
export const personName = line('Name', 200)

export const newPerson = z.object({
  name: personName,
  email: emailAddress,
  role: z.enum(roles),
  /** That of the workspace, if it is not said. */
  timeZone: timeZone.optional(),
})

export type NewPerson = Readonly<z.input<typeof newPerson>> & {
  /** Without one this person cannot sign in by password. */
  readonly password?: string
}

export const availabilities = ['available', 'away'] as const
export type Availability = (typeof availabilities)[number]

/** A member of the staff, as pickers show it. */
export interface Colleague {
  readonly email: string
  readonly name: string
}

/** A person, as an admin sees it. */
export interface PersonRow {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly timeZone: string
  readonly createdAt: Date
  readonly deactivatedAt: Date | null
}
